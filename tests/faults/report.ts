import { percentile } from '../../bench/measure';
import { table, whole } from '../../bench/report';
import type { Fault } from './fault';
import type { Answered } from './load';
import type { Round } from './round';
import { type Row, rowsOf, sum } from './rows';

/** Of all commands that are answered, how many must be done: a load of refusals would break nothing. */
const DONE = 0.3;

/** A mutation that was asked for again since there was no answer yet, or none to be had so soon. */
const LATE = /No answer in time|TRY_AGAIN/;

/** What a row misses of its figure, in words; empty when all holds. */
export const missed = (row: Row): string[] => [...missedTimes(row), ...missedCounts(row)];

/** What a row lacks on a slow machine, or when a fault happened only a few times. */
function missedTimes(row: Row): string[] {
  const times = timed(row).flatMap(([what, values, bound]) => {
    if (values.length === 0) return [`${what}: no values`];
    const most = percentile(values, 0.99);
    return most > bound ? [`${what} ${whole(most)} ms`] : [];
  });
  const late = row.failures.filter((why) => LATE.test(why)).length;
  return [
    ...times,
    ...more(late, row.fault.bounds?.failed, 'late mutations'),
    ...more(row.unfelt, 0, `of ${row.count} without any effect`),
  ];
}

/** What must not be however slow a machine is. */
export function missedCounts(row: Row): string[] {
  const { failed, breaks } = row.fault.bounds ?? {};
  return [
    ...more(row.failures.filter((why) => !LATE.test(why)).length, failed, 'failed mutations'),
    ...more(row.breaks, breaks, 'connections ended'),
  ];
}

const more = (count: number, bound: number | undefined, what: string): string[] =>
  bound !== undefined && count > bound ? [`${count} ${what}`] : [];

/** The times of a row that are bounded. */
function timed({ fault: { bounds = {} }, ...row }: Row): [what: string, values: readonly number[], bound: number][] {
  const all = [
    ['recovery', row.recoveries, bounds.recovery],
    ['departure', row.departures, bounds.departure],
    ['writes', row.writes, bounds.writes],
    ['writes back', row.writesBack, bounds.writesBack],
    ['news', row.deliveries, bounds.delivery],
    ['news after', row.laterDeliveries, bounds.laterDelivery],
  ] as const;
  return all.flatMap(([what, values, bound]) => (bound === undefined ? [] : [[what, values, bound]]));
}

/** What the load lacked, if it was not what the figures are for. */
export function slack(rounds: readonly Round[]): string[] {
  const answers = rounds.flatMap((round) => round.answers);
  const done = answers.filter(({ outcome }) => outcome === 'ok').length;
  return done >= DONE * answers.length ? [] : [`only ${done} of ${answers.length} commands were done`];
}

/** What was broken in a round, a line each; empty when everything held. */
export function problems({ violations, brokenAnswers, audit, mishaps }: Round): string[] {
  return [
    ...mishaps,
    ...violations.map(
      ({ what, seq, detail, client }) => `${what} ${seq} of ${client.member} (${client.way}): ${detail}`,
    ),
    ...brokenAnswers.map(({ what, row }) => `${what}: ${JSON.stringify(row)}`),
    ...(audit === null ? [] : [audit]),
  ];
}

/** The table in Markdown, and below it what all of it amounts to. */
export function report(faults: readonly Fault[], rounds: readonly Round[], minutes: number): string {
  const rows = rowsOf(faults, rounds);
  const answers = rounds.flatMap((round) => round.answers);
  const counted = (outcome: Answered['outcome']) => answers.filter((answer) => answer.outcome === outcome).length;
  const retried = answers.filter(({ failures }) => failures.length > 0).length;
  const incidents = sum(rounds.map((round) => round.incidents.length));
  const seconds = sum(rounds.map(({ load }) => load.seconds));
  const due = sum(rounds.map(({ load }) => load.due));
  const lines = [
    `${incidents} faults in ${rounds.length} rounds and ${whole(minutes)} minutes, with ${Math.max(0, ...rounds.map((round) => round.clients))} clients in each.`,
    `${whole(sum(rounds.map((round) => round.events)))} events delivered and checked.`,
    `${whole(answers.length)} changes asked for: ${whole(counted('ok'))} done, ${whole(counted('refused'))} refused by a rule, ` +
      `${counted('unknown')} never answered; ${whole(retried)} were asked for more than once.`,
    `In each second of a system ${whole(due / seconds)} were due, ${whole(answers.length / seconds)} asked for and ` +
      `${whole(counted('ok') / seconds)} done, which is ${whole((100 * counted('ok')) / answers.length)} % of those asked for; ` +
      `${whole(sum(rounds.map(({ load }) => load.skipped)))} were left out, since too many were under way.`,
    `After every round: npm run audit ${rounds.every(({ audit }) => audit === null) ? 'found nothing' : 'FOUND VIOLATIONS'}; ` +
      `${sum(rounds.map((round) => round.brokenAnswers.length))} answers that the database contradicts.`,
    `${whole(sum(rounds.map((round) => round.resets)))} resets. Databases that were allowed to forget forgot ` +
      `${whole(sum(rounds.map((round) => round.forgotten)))} answers that they had given.`,
  ];
  return [table(HEAD, rows.map(cells)), '', ...lines.map((line) => `${line}  `)].join('\n').trimEnd();
}

const HEAD = [
  ...['fault', 'what must hold', 'count', 'events'],
  ...['lost', 'repeated', 'reordered', 'phantom', 'false resets', 'other'],
  ...['recovery p50 ms', 'p99 ms', 'departure p99 ms', 'others’ writes p99 ms', 'writes back p99 ms'],
  ...['news p99 ms', 'news after p99 ms', 'missed'],
];

function cells(row: Row): string[] {
  const { fault, anomalies } = row;
  const { lost, repeated, reordered, phantom, 'false reset': falseResets, ...others } = anomalies;
  const part = (values: readonly number[], share = 0.99) =>
    values.length === 0 ? '–' : whole(percentile(values, share));
  const back = fault.bounds?.writesBack === undefined ? [] : row.writesBack;
  return [
    ...[fault.name, fault.figure, whole(row.count), whole(row.events)],
    ...[lost, repeated, reordered, phantom, falseResets, sum(Object.values(others))].map(whole),
    ...[part(row.recoveries, 0.5), part(row.recoveries), part(row.departures), part(row.writes), part(back)],
    ...[part(row.deliveries), part(row.laterDeliveries), missed(row).join(', ') || '–'],
  ];
}
