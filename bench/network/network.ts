import 'reflect-metadata';
import type { Database } from '../../src/database/database';
import { insert } from '../../src/database/rows';
import { createMembers } from '../../src/members/create-members.queries';
import type { Graph } from '../../src/network/graph/graph';
import { GraphIndex } from '../../src/network/graph/graph-index';
import { loadIndex } from '../../src/network/graph/graph-loader';
import { IndexGraph } from '../../src/network/graph/index-graph';
import { SqlGraph } from '../../src/network/graph/sql-graph';
import { percentile } from '../measure';
import { openPlace } from '../place';
import { decimal, print, progress, table, whole } from '../report';
import { type DrawnGraph, drawGraph, randomNumbers } from './power-law';

const MEAN = 50;
const PAGE = 20;
const PART = 2000;
const CHANGES = 200_000;

/** Who asks: somebody in the middle, one of a hundred, and the best connected. */
interface Askers {
  readonly median: readonly number[];
  readonly p99: readonly number[];
  readonly hub: readonly number[];
}

type Row = readonly string[];

/** Adjacency as two arrays, for filling an index without a database: the numbers of each person's peers, ascending. */
function adjacency({ people, ones, others }: DrawnGraph): { starts: Float64Array; peers: Uint32Array } {
  const starts = new Float64Array(people + 1);
  const ends = [ones, others];
  for (const side of ends) for (const person of side) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
  for (let person = 0; person < people; person++)
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
  const next = starts.slice();
  const peers = new Uint32Array(ones.length * 2);
  for (let pair = 0; pair < ones.length; pair++) {
    const [one, other] = [ones[pair] ?? 0, others[pair] ?? 0];
    for (const [person, peer] of [
      [one, other],
      [other, one],
    ] as const) {
      const place = next[person] ?? 0;
      peers[place] = peer;
      next[person] = place + 1;
    }
  }
  return { starts, peers };
}

/** Each once, and nobody with themselves. */
function distinct(sorted: Uint32Array, person: number): Uint32Array {
  return sorted.filter((peer, at) => peer !== person && sorted[at - 1] !== peer);
}

function fillIndex(drawn: DrawnGraph): { index: GraphIndex; seconds: number } {
  const { starts, peers } = adjacency(drawn);
  const begun = performance.now();
  const index = new GraphIndex(drawn.people);
  for (let person = 0; person < drawn.people; person++) index.numberFor(person + 1);
  for (let person = 0; person < drawn.people; person++)
    index.lists.fill(person, distinct(peers.subarray(starts[person], starts[person + 1]).sort(), person));
  return { index, seconds: (performance.now() - begun) / 1000 };
}

function askers(index: GraphIndex): Askers {
  const order = Uint32Array.from({ length: index.numbers.size }, (_, n) => n);
  order.sort((one, other) => index.lists.lengthOf(one) - index.lists.lengthOf(other));
  const around = (share: number) => {
    const middle = Math.min(Math.floor(order.length * share), order.length - 10);
    return Array.from(order.subarray(middle - 10, middle + 10), (number) => index.numbers.idOf(number));
  };
  return { median: around(0.5), p99: around(0.99), hub: around(1) };
}

const QUESTIONS = {
  'mutual counts of 20': (graph: Graph, viewer: number, page: number[]) => graph.mutualCounts(viewer, page),
  'degrees of 20': (graph: Graph, viewer: number, page: number[]) => graph.degrees(viewer, page),
  'three faces of 20': (graph: Graph, viewer: number, page: number[]) =>
    graph.mutuals(
      viewer,
      page.map((member) => ({ member, most: 3, after: 0 })),
    ),
  'paths to one': (graph: Graph, viewer: number, [member = 0]: number[]) => graph.paths(viewer, [{ member, most: 3 }]),
} as const;

/** p50 and p99 in milliseconds of each question, by each kind of asker. */
async function measure(name: string, graph: Graph, index: GraphIndex, times: number): Promise<Row[]> {
  const random = randomNumbers(7);
  const { size } = index.numbers;
  const rows: Row[] = [];
  const kinds = Object.entries(askers(index));
  for (const [question, ask] of Object.entries(QUESTIONS)) {
    const cells: string[] = [];
    for (const [, who] of kinds) {
      const took: number[] = [];
      for (let time = -Math.min(times, 50); time < times; time++) {
        const page = Array.from({ length: PAGE }, () => index.numbers.idOf(Math.floor(random() * size)));
        const begun = performance.now();
        await ask(graph, who[Math.abs(time) % who.length] ?? 0, page);
        if (time >= 0) took.push(performance.now() - begun);
      }
      cells.push(`${decimal(percentile(took, 0.5), 3)} / ${decimal(percentile(took, 0.99), 3)}`);
    }
    rows.push([`${question}, ${name}`, ...cells]);
  }
  return rows;
}

/** New connections between people at random, and as many removed. */
function changesPerSecond(index: GraphIndex): number {
  const random = randomNumbers(11);
  const anybody = () => index.numbers.idOf(Math.floor(random() * index.numbers.size));
  const pairs = Array.from({ length: CHANGES / 2 }, () => [anybody(), anybody()] as const);
  const begun = performance.now();
  for (const connected of [true, false]) for (const [one, other] of pairs) index.connect(one, other, connected);
  return CHANGES / ((performance.now() - begun) / 1000);
}

async function store(database: Database, index: GraphIndex): Promise<void> {
  const { numbers, lists } = index;
  for (let from = 0; from < numbers.size; from += PART) {
    const part = Array.from({ length: Math.min(PART, numbers.size - from) }, (_, n) => from + n);
    await database.transact(async (tx) => {
      await createMembers(
        tx,
        part.map((n) => ({ id: numbers.idOf(n), handle: `p${n}`, name: `P${n}` })),
        0,
      );
    });
  }
  progress('members are stored');
  for (let from = 0; from < numbers.size; from += 500) {
    const part = Array.from({ length: Math.min(500, numbers.size - from) }, (_, n) => from + n);
    await database.transact(async (tx) => {
      const rows = part.flatMap((n) =>
        Array.from(lists.of(n), (peer) => [numbers.idOf(n), numbers.idOf(peer), 0, 0] as const),
      );
      await insert(tx, 'connection', ['member_id', 'peer_id', 'connected_at', 'invitation_id'], rows);
    });
  }
  await database.run(
    'UPDATE member_state SET connection_count = (SELECT COUNT(*) FROM connection c WHERE c.member_id = member_state.member_id)',
  );
}

async function size(people: number, engine: 'mariadb' | 'embedded' | undefined): Promise<string> {
  progress(`drawing ${whole(people)} members`);
  const { index, seconds } = fillIndex(drawGraph(people, MEAN, 1));
  const directions = index.lists.total;
  const bytes = index.bytes / directions;
  const rows = await measure('index', new IndexGraph(index), index, 1000);
  const facts = [
    `${whole(people)} members, ${whole(directions)} stored directions`,
    `${decimal(bytes, 2)} bytes a direction (${whole(index.bytes / 2 ** 20)} MB)`,
    `${decimal(seconds, 2)} s to fill from arrays`,
  ];
  if (engine) {
    const place = await openPlace(engine);
    const database = await place.openDatabase();
    await store(database, index);
    const begun = performance.now();
    const loaded = await loadIndex(database, new AbortController().signal);
    facts.push(`${decimal((performance.now() - begun) / 1000, 2)} s to load from ${engine}`);
    if (loaded.lists.total !== directions) throw new Error('What was loaded is not what was stored.');
    rows.push(...(await measure(`SQL (${engine})`, new SqlGraph(database), index, 50)));
    await database.close();
    await place.close();
  }
  // Last, since it leaves another graph behind.
  facts.push(`${whole(changesPerSecond(index))} changes/s`);
  return `${facts.join('; ')}.\n\n${table(['ms, p50 / p99', 'median', 'p99 member', 'hub'], rows)}`;
}

print(async () => {
  const [people = '20000', engine] = process.argv.slice(2);
  return size(Number(people), engine === 'mariadb' || engine === 'embedded' ? engine : undefined);
});
