import type { ImportReport, ImportRequest } from './import.service';

export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;
const REDRAW = 100;

/** Shows how far an import has come: a bar that is redrawn on a terminal, a line for each tenth elsewhere. */
export function progressOn(screen: Screen, time: () => number = Date.now): ImportRequest['progress'] {
  return screen.isTTY ? bar(screen, time) : tenths(screen);
}

function bar(screen: Screen, time: () => number): ImportRequest['progress'] {
  let drawn = 0;
  return (what, done, total) => {
    if (done < total && time() - drawn < REDRAW) return;
    drawn = time();
    const full = '█'.repeat(Math.floor((done / total) * WIDTH)).padEnd(WIDTH, '░');
    screen.write(`\r${full} ${progressText(what, done, total)}${done < total ? '' : '\n'}`);
  };
}

function tenths(screen: Screen): ImportRequest['progress'] {
  let last = '';
  return (what, done, total) => {
    const tenth = `${what} ${Math.floor((done / total) * 10)}`;
    if (tenth === last) return;
    last = tenth;
    screen.write(`${progressText(what, done, total)}\n`);
  };
}

const progressText = (what: string, done: number, total: number): string =>
  `${number(done)} of ${number(total)} ${what}, ${Math.floor((done / total) * 100)} %`;

/** What an import has done, for whoever started it. */
export function reportText(report: ImportReport, milliseconds: number): string {
  const { members, connections, refused, left } = report;
  const lines = [
    `Import "${report.name}": ${number(members.all)} members (${number(members.made)} new), ` +
      `${number(connections.made)} connections made, ${number(connections.existing)} already there, ` +
      `${(milliseconds / 1000).toFixed(1)} seconds.`,
  ];
  for (const [code, count] of refused) lines.push(`Not connected, ${code}: ${number(count)}.`);
  if (left.repeated > 0) lines.push(`Lines that repeat an edge: ${number(left.repeated)}.`);
  if (left.loops > 0) lines.push(`Lines that connect somebody with themselves, skipped: ${number(left.loops)}.`);
  return lines.join('\n');
}

const number = (value: number): string => value.toLocaleString('en');
