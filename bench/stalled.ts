import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { end, launch } from '../tests/services/process';
import { inTightNetwork, noTightNetwork } from '../tests/services/tight-network';
import { percentile } from './measure';
import type { Engine } from './place';
import { decimal, print, table, times, whole } from './report';
import type { Found, Scale } from './stalled/scene';

const SCALE: Omit<Scale, 'engine'> = {
  ...{ rounds: 3, listeners: 500, perSecond: 100, quiet: 15_000 },
  ...{ away: 10, pending: 10_000, devices: 100 },
};

/** A thousand devices that do not read what is sent to them: what they cost, and what others notice of them. */
export async function stalled(): Promise<string> {
  const title = '## A thousand that stall';
  const why = noTightNetwork();
  if (why !== null) return `${title}\nNot measured: ${why}.`;
  const engines: readonly Engine[] = process.env.BENCH_ENGINES === 'embedded' ? ['embedded'] : ['embedded', 'mariadb'];
  const rows: string[][] = [];
  for (const engine of engines)
    rows.push([engine === 'embedded' ? engine : 'MariaDB, Redis', ...row(await played(engine))]);
  return [
    title,
    `${whole(SCALE.away * SCALE.devices)} sockets subscribe, 50 at a time, each ${whole(SCALE.pending)} received invitations behind, and read nothing. The kernel keeps at most 16 KB for each end of`,
    `a connection (\`tcp_rmem\`, \`tcp_wmem\`, in a network of their own). ${SCALE.listeners} others listen, and hear of ${2 * SCALE.perSecond} events a second sent over HTTP: for ${SCALE.quiet / 1000} s before`,
    `anybody stalls, while they come and are sent their first page, and from then until the last is gone; ${SCALE.rounds} rounds on one server.`,
    'Memory: the peak of the resident while they come and stall above the peak before, in the worst round; and what each holds after a full',
    'collection. Wanted: all ended with 4508, 64 MB, 1.2×, and nothing lost, repeated or reordered for those who read.',
    '',
    table(HEAD, rows),
  ].join('\n');
}

const HEAD = [
  ...[
    'stores',
    'ended with 4508',
    'RSS grew by MB',
    'kB each',
    'heard p99 ms before',
    'while they come',
    'while they stall',
  ],
  ...['ratio', 'lost or in disorder'],
];

function row({ before, coming, stalled, sockets, ended, growth, held, heard, sent, read }: Found): string[] {
  const [usual, first, then] = [before, coming, stalled].map((took) => percentile(took, 0.99));
  const missing = 2 * sent - heard.events + (SCALE.away * SCALE.pending - read.events);
  return [
    ...[`${whole(ended)} of ${whole(sockets)}`, decimal(growth / 1e6), decimal(held / 1000)],
    ...[usual, first, then].map((ms) => decimal(ms ?? 0)),
    ...[times((then ?? 0) / (usual ?? 0)), whole(missing + heard.disordered + read.disordered)],
  ];
}

async function played(engine: Engine): Promise<Found> {
  const scene = [process.execPath, join(__dirname, 'stalled', 'scene.js'), JSON.stringify({ ...SCALE, engine })];
  const child = launch(inTightNetwork(scene), { output: 'piped' });
  child.stderr?.pipe(process.stderr);
  try {
    return JSON.parse(child.stdout ? await text(child.stdout) : '');
  } finally {
    await end(child);
  }
}

if (require.main === module) print(stalled);
