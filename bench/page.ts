import { createApp } from '../src/app';
import type { Database, SqlValue } from '../src/database/database';
import { Ids } from '../src/database/ids';
import { Lane } from '../src/events/lane';
import { createLogger } from '../src/logger';
import { Door } from '../src/relationships/door';
import { type Signed, signIn } from './accounts';
import { ClientProcess } from './client/client-process';
import { Http } from './client/http';
import { RECEIVED } from './client/operations';
import { cpuOf, load, median, ownCpu } from './measure';
import { type Engine, openPlace, type Place } from './place';
import { decimal, print, progress, table, whole } from './report';
import { startServerProcess } from './server-process';

const MEMBERS = 200;
const CALLERS = 16;
const ROUNDS = 3;
const WARM_UP = 2000;
const LASTING = 1500;
const REQUEST = JSON.stringify({ query: RECEIVED, variables: { first: 20 } });

interface Measured {
  readonly rate: number;
  /** CPU time per page, microseconds. */
  readonly node: number;
  readonly mariadb: number;
}

type Way = readonly [name: string, measure: (lasting: number) => Promise<Measured>];

/** A page of 20 received invitations with name and headline of their senders, beside what it cannot do without. */
export async function page(): Promise<string> {
  const mariadb = await compareOn('mariadb');
  const embedded = await compareOn('embedded');
  return [
    '## A page of 20 received invitations',
    `Each with its note and its sender’s name and headline, over HTTP, ${CALLERS} callers, ${ROUNDS} rounds of ${LASTING / 1000} s in turn, medians.`,
    '“The bare SQL” replays the statements of such a request from a loop in Node, through the same driver and pool, one page after',
    'the other. “Ready-made” is a `node:http` server that answers the same bytes from memory. CPU is that of the server.',
    '',
    table(['way', 'stores', 'pages/s', 'Node µs/page', 'MariaDB µs/page'], [...mariadb, ...embedded]),
  ].join('\n');
}

async function compareOn(engine: Engine): Promise<string[][]> {
  const place = await openPlace(engine);
  const client = new ClientProcess();
  try {
    const database = await place.openDatabase();
    const reader = await fillInbox(place, database);
    const statements = await recordPage(place, reader);
    const server = await startServerProcess({ ...place.env, DEMO: 'off' });
    const over = (url: string, pid: number) => (lasting: number) =>
      measure(place, lasting, (pages) => client.pages({ ...pages, url, token: reader.token, body: REQUEST }), pid);
    const { sample } = await client.pages(asking(server.url, reader, 200));
    const readyMade = await startServerProcess({ READY_MADE: sample }, ['bench/ready-made.js']);
    try {
      const measured = await inTurn(engine, [
        ['over HTTP', over(server.url, server.pid)],
        [
          'the bare SQL',
          (lasting) => measure(place, lasting, (pages) => replay(database, statements, pages.milliseconds)),
        ],
        ['ready-made', over(readyMade.url, readyMade.pid)],
      ]);
      return measured.map(([name, { rate, node, mariadb }]) => [
        ...[name === 'the bare SQL' ? `${name}, ${statements.length} statements` : name, engine],
        ...[rate, node, mariadb].map(whole),
      ]);
    } finally {
      await readyMade.stop();
      await server.stop();
      await database.close();
    }
  } finally {
    client.end();
    await place.close();
  }
}

const asking = (url: string, reader: Signed, milliseconds: number) => ({
  ...{ url, callers: CALLERS, milliseconds, token: reader.token, body: REQUEST },
});

/** Everybody has invited the first member. */
async function fillInbox(place: Place, database: Database): Promise<Signed> {
  const [reader, ...others] = await signIn(place, database, MEMBERS);
  if (!reader) throw new Error('There is nobody.');
  const ids = new Ids(database);
  const lane = await Lane.open(database, ids, 'bench');
  const { policy, limits } = place.config;
  const door = new Door({
    ...{ database, ids, lane, policy, batch: limits.batch, waiting: limits.waitingCommands, committed: () => {} },
  });
  const note = 'Your talk on exactly-once delivery stayed with me. Shall we stay in touch?';
  await door.submit(
    others.map(({ memberId: actor }) => ({
      ...{
        kind: 'invite',
        actor,
        peer: reader.memberId,
        reason: 'MET_IN_PERSON',
        context: null,
        note,
        origin: 'DIRECT',
      },
    })),
  );
  return reader;
}

type Statement = readonly [text: string, parameters: readonly SqlValue[]];

/** What a server asks the database for one page, when it has seen the reader before. */
async function recordPage({ config }: Place, reader: Signed): Promise<Statement[]> {
  const app = await createApp({ config: { ...config, demo: false }, logger: createLogger({ level: 'silent' }) });
  const http = new Http(app.url, 1);
  try {
    await http.ask(reader.token, REQUEST);
    const statements: Statement[] = [];
    const { database } = app;
    const query = database.query.bind(database);
    database.query = (text, parameters = []) => {
      if (!text.includes('FROM lane')) statements.push([text, parameters]);
      return query(text, parameters);
    };
    await http.ask(reader.token, REQUEST);
    return statements;
  } finally {
    http.close();
    await app.stop();
  }
}

async function replay(database: Database, statements: readonly Statement[], milliseconds: number) {
  return load(1, milliseconds, async () => {
    for (const [text, parameters] of statements) await database.query(text, parameters);
  });
}

/** `pid`: the process whose CPU time counts; absent: this one. */
async function measure(
  { stores }: Place,
  milliseconds: number,
  work: (asked: { callers: number; milliseconds: number }) => Promise<{ done: number; seconds: number }>,
  pid?: number,
): Promise<Measured> {
  const cpu = () => [
    pid === undefined ? ownCpu() : cpuOf(pid),
    stores.mariadb === undefined ? 0 : cpuOf(stores.mariadb),
  ];
  const before = cpu();
  const { done, seconds } = await work({ callers: CALLERS, milliseconds });
  const [node = 0, mariadb = 0] = cpu().map((now, n) => (now - (before[n] ?? 0)) / done);
  return { rate: done / seconds, node, mariadb };
}

async function inTurn(engine: Engine, ways: readonly Way[]): Promise<(readonly [string, Measured])[]> {
  for (const [, way] of ways) await way(WARM_UP);
  const all = ways.map(([name]) => ({ name, measured: [] as Measured[] }));
  for (let round = 1; round <= ROUNDS; round++)
    for (const [index, [name, way]] of ways.entries()) {
      const measured = await way(LASTING);
      all[index]?.measured.push(measured);
      progress(`page: ${engine}, round ${round}, ${name}: ${decimal(measured.node, 0)} µs`);
    }
  const middle = (measured: readonly Measured[]): Measured => ({
    rate: median(measured.map(({ rate }) => rate)),
    node: median(measured.map(({ node }) => node)),
    mariadb: median(measured.map(({ mariadb }) => mariadb)),
  });
  return all.map(({ name, measured }) => [name, middle(measured)] as const);
}

if (require.main === module) print(page);
