import { type App, createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { openDataSources } from '../../src/database/data-source';
import { Database } from '../../src/database/database';
import { migrate } from '../../src/database/schema-version';
import { ENTITIES } from '../../src/entities';
import { toGlobalId } from '../../src/graphql/global-id';
import { createLogger } from '../../src/logger';
import { HttpClient } from '../kit/http-client';
import { newPlace, type Place } from '../kit/place';
import { waitFor } from '../kit/wait-for';
import { facebook, invented, type Truth } from './facebook';
import { furnish, type Townspeople } from './furnish';

const real = facebook();
const truth: Truth = real ?? invented(600);
/** Less than the graph needs. */
const LITTLE = real ? '0.5' : '0.01';
/** Of those whose ranking is known, one in so many is compared: each is four thousand questions. */
const ONE_IN = 50;
const DEGREES = ['SELF', 'FIRST', 'SECOND', 'THIRD'];

let place: Place;
let people: Townspeople;
beforeAll(async () => {
  place = await newPlace();
  const [writer, reader] = await openDataSources(loadConfig(place.env), ENTITIES);
  const database = new Database(writer, reader);
  await migrate(writer);
  people = await furnish(database, truth.edges);
  await database.close();
}, 120_000);
afterAll(() => place.remove());

describe.each([
  ['the index', '1024', 'the network is in memory'],
  ['the database', LITTLE, 'does not fit'],
])('what %s says about a real network is true:', (_, GRAPH_MEMORY_MB, sign) => {
  let app: App;
  let http: HttpClient;
  beforeAll(async () => {
    const log: string[] = [];
    const logger = createLogger({ level: 'info', destination: { write: (line) => void log.push(line) } });
    const config = loadConfig({ ...place.env, GRAPH_MEMORY_MB, RATE_LIMITS: 'off' });
    app = await createApp({ config, logger });
    http = new HttpClient(app.url);
    await waitFor('the graph', () => log.some((line) => line.includes(sign)), 60_000);
  }, 120_000);
  afterAll(() => app.stop());

  async function ask<Data>(viewer: number, query: string, variables: object): Promise<Data> {
    const { data, errors } = await http.query<Data>(query, { ...variables }, { token: await people.tokenOf(viewer) });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** What each of `one` says about all their `others`, asked together. */
  async function told<Told>(
    pairs: readonly (readonly [number, number, ...unknown[]])[],
    what: string,
  ): Promise<Told[]> {
    const others = new Map<number, number[]>();
    for (const [one, other] of pairs) others.set(one, [...(others.get(one) ?? []), other]);
    const answers = new Map<string, Told>();
    for (const [one, members] of others)
      for (let from = 0; from < members.length; from += 100) {
        const part = members.slice(from, from + 100);
        const ids = part.map((member) => toGlobalId('Member', people.idOf(member)));
        const { nodes } = await ask<{ nodes: { relationship: Told }[] }>(
          one,
          `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Member { relationship { ${what} } } } }`,
          { ids },
        );
        for (const [n, { relationship }] of nodes.entries()) answers.set(`${one} ${part[n]}`, relationship);
      }
    return pairs.flatMap(([one, other]) => answers.get(`${one} ${other}`) ?? []);
  }

  test('how many connections everybody has', async () => {
    const counted: (readonly [number, number])[] = [];
    for (let from = 0; from < truth.degrees.length; from += 100) {
      const part = truth.degrees.slice(from, from + 100).map(([person]) => person);
      const ids = part.map((person) => toGlobalId('Member', people.idOf(person)));
      const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Member { connectionCount } } }';
      const { nodes } = await ask<{ nodes: { connectionCount: number }[] }>(0, query, { ids });
      counted.push(...nodes.map(({ connectionCount }, n) => [part[n] ?? 0, connectionCount] as const));
    }
    expect(counted).toEqual(truth.degrees);
  }, 60_000);

  test('how many mutual connections there are', async () => {
    const answers = await told<{ mutualConnectionCount: number }>(truth.mutual, 'mutualConnectionCount');
    expect(answers.map(({ mutualConnectionCount }) => mutualConnectionCount)).toEqual(truth.mutual.map(([, , n]) => n));
  }, 120_000);

  test('who they are', async () => {
    type Page = { mutualConnections: { totalCount: number; edges: { node: { id: string } }[] } };
    const what = 'mutualConnections(first: 100) { totalCount edges { node { id } } }';
    const answers = await told<Page>(truth.mutualLists, what);
    const lists = answers.map(({ mutualConnections: { edges, totalCount } }) => [
      totalCount,
      edges.map((e) => e.node.id),
    ]);
    const ids = (list: readonly number[]) => list.map((person) => toGlobalId('Member', people.idOf(person)));
    expect(lists).toEqual(truth.mutualLists.map(([, , list]) => [list.length, ids(list.slice(0, 100))]));
  }, 60_000);

  test('how far apart people are', async () => {
    const answers = await told<{ degree: string }>(truth.distances, 'degree');
    const degrees = truth.distances.map(([, , distance]) => DEGREES[distance ?? 4] ?? 'OUT_OF_NETWORK');
    expect(answers.map(({ degree }) => degree)).toEqual(degrees);
  }, 120_000);

  /** Everybody at distance 2, the most mutual connections first, and of equals the smaller number. */
  async function ranking(node: number): Promise<(readonly [person: number, count: number])[]> {
    const others = truth.degrees.map(([person]) => person).filter((person) => person !== node);
    const pairs = others.map((person) => [node, person] as const);
    const answers = await told<Shared>(pairs, 'degree mutualConnectionCount');
    return others
      .map((person, n) => [person, answers[n]] as const)
      .flatMap(([person, shared]) =>
        shared?.degree === 'SECOND' ? [[person, shared.mutualConnectionCount] as const] : [],
      )
      .sort(([a, one], [b, other]) => other - one || a - b);
  }

  test('with whom they share the most', async () => {
    for (const { node, candidates, above, cut, slots, tied } of truth.top.filter((_, n) => n % ONE_IN === 0)) {
      const ranked = await ranking(node);
      expect(ranked).toHaveLength(candidates);
      expect(ranked.slice(0, above.length)).toEqual(above);
      const atTheCut = ranked.filter(([, count]) => count === cut).map(([person]) => person);
      expect(atTheCut).toEqual(cut === null ? [] : tied);
      expect(ranked.slice(above.length, above.length + slots).every(([, count]) => count === cut)).toBe(true);
      const query = '{ viewer { networkStatistics { reach { second } } } }';
      const { viewer } = await ask<Reached>(node, query, {});
      expect(viewer.networkStatistics.reach.second).toBe(candidates);
    }
  }, 120_000);
});

interface Shared {
  readonly degree: string;
  readonly mutualConnectionCount: number;
}

interface Reached {
  readonly viewer: { readonly networkStatistics: { readonly reach: { readonly second: number } } };
}
