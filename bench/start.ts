import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { median, memoryOf } from './measure';
import { type Engine, openPlace } from './place';
import { decimal, print, progress, table, whole } from './report';
import { startServerProcess } from './server-process';

const ROUNDS = 3;
/** A server left alone for this long is idle. Milliseconds. */
const SETTLED = 3000;

interface Started {
  /** Milliseconds from starting the process to its first answer to a GraphQL request. */
  readonly answered: number;
  /** Resident memory once idle, bytes. */
  readonly memory: number;
}

/** How long a start takes, and what a server that does nothing holds. */
export async function start(): Promise<string> {
  const newcomer = await repeated('as a newcomer starts it', firstStart);
  const embedded = await onPlace('embedded');
  const mariadb = await onPlace('mariadb');
  const rows: [string, Started][] = [
    ['embedded, first start: schema, demo network, playground', newcomer],
    ['embedded, empty, as in production', embedded],
    ['MariaDB, Redis, as in production', mariadb],
  ];
  return [
    '## Start and idle memory',
    `From starting \`node dist/src/main.js\` to its first answer to a GraphQL request, and resident memory ${SETTLED / 1000} s later.`,
    `Medians of ${ROUNDS}. Wanted: at most 3 s, at most 200 MB.`,
    '',
    table(
      ['server', 'first answer s', 'idle memory MB'],
      rows.map(([name, { answered, memory }]) => [name, decimal(answered / 1000, 2), whole(memory / 1e6)]),
    ),
  ].join('\n');
}

async function firstStart(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  try {
    return await started({ DATA_DIR: folder, PORT: '0' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onPlace(engine: Engine): Promise<Started> {
  const place = await openPlace(engine);
  try {
    return await repeated(engine, () => started({ ...place.env, DEMO: 'off' }));
  } finally {
    await place.close();
  }
}

async function repeated(name: string, work: () => Promise<Started>): Promise<Started> {
  const all: Started[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`start: ${name}, round ${round}`);
    all.push(await work());
  }
  return { answered: median(all.map(({ answered }) => answered)), memory: median(all.map(({ memory }) => memory)) };
}

async function started(env: Readonly<Record<string, string>>): Promise<Started> {
  const begun = performance.now();
  const server = await startServerProcess(env);
  try {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    if (!answer.ok) throw new Error(`The server answered ${answer.status}: ${await answer.text()}`);
    const answered = performance.now() - begun;
    await delay(SETTLED);
    return { answered, memory: memoryOf(server.pid) };
  } finally {
    await server.stop();
  }
}

if (require.main === module) print(start);
