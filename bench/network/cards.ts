import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/database/database';
import { type Signed, signInAs } from '../accounts';
import { ClientProcess } from '../client/client-process';
import { cpuOf, median, percentile } from '../measure';
import { openPlace, type Place } from '../place';
import { decimal, print, progress, table, whole } from '../report';
import { startServerProcess } from '../server-process';
import { fillIndex } from './filled-index';
import { drawGraph } from './power-law';
import { askers } from './questions';
import { store } from './store';

const MEAN = 50;
const WARM_UP = 3000;
const ROUNDS = 3;
const LASTING = 700;
/** What one caller waits for is told by one caller; what pages cost by many, since a server that is idle between them costs more. */
const CALLERS = 16;
const CARDS = readFileSync(join(process.cwd(), 'schema/operations/searchCards.graphql'), 'utf8');
const LIST = `query ($query: String!, $first: Int) { searchMembers(query: $query, first: $first) {
  pageInfo { hasNextPage endCursor } edges { node { id name headline photoUrl } } } }`;
/** Answered by the index, or by SQL that keeps nothing between questions. */
const MEMORY = { index: '1024', SQL: '0' };

interface Viewer {
  readonly name: string;
  readonly signed: Signed;
}

/** A page of 20 found members with the viewer's standing and three faces each, over HTTP: with the index, and without. */
async function cards(people: number): Promise<string> {
  const place = await openPlace('mariadb');
  const client = new ClientProcess();
  try {
    progress(`storing ${whole(people)} members`);
    const { index } = fillIndex(drawGraph(people, MEAN, 1));
    const database = await place.openDatabase();
    await store(database, place.config.databaseUrl, index);
    const kinds = askers(index).map(({ name, who }) => ({ name, member: who[0] ?? 0 }));
    const signed = await signInAs(
      place,
      database,
      kinds.map(({ member }) => member),
    );
    const viewers = kinds.flatMap(({ name }, n) => (signed[n] ? [{ name, signed: signed[n] }] : []));
    const rows: string[][] = [];
    for (const way of ['index', 'SQL'] as const)
      rows.push(...(await measure(way, viewers, { place, client, database })));
    await database.close();
    return table(['page', 'ms, p50 / p99', 'Node µs', 'MariaDB µs', 'SELECTs'], rows);
  } finally {
    client.end();
    await place.close();
  }
}

interface Bench {
  readonly place: Place;
  readonly client: ClientProcess;
  readonly database: Database;
}

async function measure(way: keyof typeof MEMORY, viewers: readonly Viewer[], bench: Bench): Promise<string[][]> {
  const server = await startServerProcess({ ...bench.place.env, DEMO: 'off', GRAPH_MEMORY_MB: MEMORY[way] });
  try {
    const rows: string[][] = [];
    for (const { name, signed } of viewers)
      for (const [what, query] of Object.entries({ 'the list alone': LIST, cards: CARDS })) {
        const body = JSON.stringify({ query, variables: { query: 'p123', first: 20 } });
        const pages = (callers: number, milliseconds: number) =>
          bench.client.pages({ url: server.url, callers, milliseconds, token: signed.token, body });
        await pages(CALLERS, WARM_UP);
        const rounds: number[][] = [];
        for (let round = 0; round < ROUNDS; round++) rounds.push(await costs(pages, server.pid, bench));
        const [p50 = 0, p99 = 0, node = 0, mariadb = 0, selects = 0] = (rounds[0] ?? []).map((_, n) =>
          median(rounds.map((round) => round[n] ?? Number.NaN)),
        );
        const cells = [`${decimal(p50, 2)} / ${decimal(p99, 2)}`, whole(node), whole(mariadb), decimal(selects)];
        rows.push([`${what}, ${way}, ${name}`, ...cells]);
        progress(rows.at(-1)?.join('; ') ?? '');
      }
    return rows;
  } finally {
    await server.stop();
  }
}

/** Of one page: milliseconds at p50 and p99, CPU of Node and of MariaDB in microseconds, and statements that read. */
async function costs(
  pages: (callers: number, milliseconds: number) => ReturnType<ClientProcess['pages']>,
  pid: number,
  { place, database }: Bench,
): Promise<number[]> {
  const asked = await selects(database);
  const alone = await pages(1, LASTING);
  // Of many callers' pages, some statements are one.
  const each = ((await selects(database)) - asked) / alone.done;
  const cpu = () => [cpuOf(pid), cpuOf(place.stores.mariadb ?? 0)];
  const before = cpu();
  const { done, sample } = await pages(CALLERS, LASTING);
  const spent = cpu().map((now, n) => (now - (before[n] ?? 0)) / done);
  if (JSON.parse(sample).data?.searchMembers.edges.length !== 20) throw new Error(sample);
  return [median(alone.took), percentile(alone.took, 0.99), ...spent, each];
}

/** How many the whole MariaDB has been asked; the lanes' own, a few a second, are among them. */
async function selects(database: Database): Promise<number> {
  const [row] = await database.query<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Com_select'");
  return Number(row?.Value);
}

if (require.main === module) print(() => cards(Number(process.argv[2] ?? 20_000)));
