import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { waitFor } from '../kit/wait-for';

interface Named {
  readonly node: { readonly id: string; readonly name: string };
}

interface Relationship {
  readonly degree: string;
  readonly mutualConnectionCount: number;
  readonly mutualConnections: { readonly totalCount: number; readonly edges: readonly Named[] };
  readonly paths: readonly { readonly length: number; readonly through: readonly { readonly name: string }[] }[];
  readonly label: string | null;
  readonly privateNote: string | null;
}

const CARD = `relationship { degree mutualConnectionCount mutualConnections(first: 3) { totalCount edges { node { id name } } }
  paths { length through { name } } label privateNote }`;

async function card(viewer: Person, other: Person): Promise<Relationship | null> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Member { ${CARD} } } }`;
  const { node } = await viewer.asks<{ node: { relationship: Relationship } | null }>(query, { id: other.id });
  return node?.relationship ?? null;
}

const names = (edges: readonly Named[]) => edges.map(({ node }) => node.name).sort();

describe.each([
  ['by the index', '1024', 'the network is in memory'],
  ['by the database', '0', 'does not fit'],
])('who knows whom, %s:', (_, GRAPH_MEMORY_MB, sign) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ ...STEADY, GRAPH_MEMORY_MB });
    await waitFor('the graph', () => app.log.some((line) => line.includes(sign)));
  });
  afterAll(() => app.stop());

  /** Grace – Alan – Ada – Barbara, and Grace – Edsger – Ada. */
  async function chain() {
    const [grace, alan, ada] = await app.people.trio();
    const [edsger, barbara] = [await app.people.signUp('Edsger Dijkstra'), await app.people.signUp('Barbara Liskov')];
    for (const [one, other] of [
      [grace, alan],
      [grace, edsger],
      [alan, ada],
      [edsger, ada],
      [ada, barbara],
    ] as const)
      await one.connectsWith(other);
    return { grace, alan, ada, edsger, barbara };
  }

  test('Grace sees how far everybody is, over whom, and what they have in common', async () => {
    const { grace, alan, ada, barbara } = await chain();
    expect(await card(grace, grace)).toMatchObject({ degree: 'SELF', mutualConnectionCount: 0, paths: [] });
    expect(await card(grace, alan)).toMatchObject({ degree: 'FIRST', paths: [{ length: 1, through: [] }] });
    const second = await card(grace, ada);
    expect(second).toMatchObject({ degree: 'SECOND', mutualConnectionCount: 2 });
    expect(names(second?.mutualConnections.edges ?? [])).toEqual(['Alan Turing', 'Edsger Dijkstra']);
    expect(second?.paths.map(({ through }) => through.map(({ name }) => name)).sort()).toEqual([
      ['Alan Turing'],
      ['Edsger Dijkstra'],
    ]);
    expect(await card(grace, barbara)).toMatchObject({
      ...{ degree: 'THIRD', mutualConnectionCount: 0 },
      paths: [{ length: 3 }, { length: 3 }],
    });
  });

  test('what somebody does is seen in their next answer', async () => {
    const [grace, alan, ada] = await app.people.trio();
    await alan.connectsWith(ada);
    expect(await card(grace, ada)).toMatchObject({ degree: 'OUT_OF_NETWORK' });
    await grace.connectsWith(alan);
    expect(await card(grace, ada)).toMatchObject({ degree: 'SECOND', mutualConnectionCount: 1 });
    await grace.does('removeConnection', { memberId: alan.id });
    expect(await card(grace, ada)).toMatchObject({ degree: 'OUT_OF_NETWORK', mutualConnectionCount: 0 });
  });

  test('who has blocked Grace, or was blocked by her, is absent from every count, list and path', async () => {
    const { grace, alan, ada, edsger, barbara } = await chain();
    await ada.blocks(grace);
    expect(await card(grace, ada)).toBeNull();
    expect(await card(grace, barbara)).toMatchObject({ degree: 'OUT_OF_NETWORK', paths: [] });
    expect(await card(grace, alan)).toMatchObject({ mutualConnectionCount: 0 });
    expect(await card(ada, grace)).toMatchObject({ degree: 'OUT_OF_NETWORK', mutualConnectionCount: 0, paths: [] });
    const query = '{ viewer { networkStatistics { reach { first second third } } } }';
    const { viewer } = await grace.asks<{ viewer: { networkStatistics: object } }>(query);
    expect(viewer.networkStatistics).toEqual({ reach: { first: 2, second: 0, third: 0 } });
    expect(await card(edsger, barbara)).toMatchObject({ degree: 'SECOND' });
  });

  test('a closed list leads nowhere, and says nothing but what two have in common', async () => {
    const { grace, alan, ada, edsger, barbara } = await chain();
    for (const person of [alan, edsger]) await person.does('updateSettings', { connectionsVisibleTo: 'ONLY_ME' });
    expect(await card(grace, ada)).toMatchObject({ degree: 'SECOND', mutualConnectionCount: 2, paths: [] });
    for (const person of [ada, barbara]) await person.does('updateSettings', { connectionsVisibleTo: 'CONNECTIONS' });
    expect(await card(grace, barbara)).toMatchObject({ degree: 'OUT_OF_NETWORK' });
    await barbara.does('updateSettings', { connectionsVisibleTo: 'EVERYONE' });
    expect(await card(grace, barbara)).toMatchObject({ degree: 'THIRD', paths: [] });
  });

  test('a label and a note on a connection are for the eyes of who wrote them', async () => {
    const [grace, alan, ada] = await app.people.trio();
    const input = { memberId: alan.id, label: 'Enigma', privateNote: 'Likes tea.' };
    const early = await grace.does('updateRelationship', input);
    expect(early.errors).toMatchObject([{ code: 'NOT_CONNECTED' }]);
    await grace.connectsWith(alan);
    await grace.listens();
    await grace.does('updateRelationship', input);
    await grace.hears('RELATIONSHIP_UPDATED');
    await grace.does('updateRelationship', { memberId: alan.id, privateNote: null });
    expect(await card(grace, alan)).toMatchObject({ label: 'Enigma', privateNote: null });
    expect(await card(alan, grace)).toMatchObject({ label: null, privateNote: null });
    expect(await card(ada, alan)).toMatchObject({ label: null });
    const long = await grace.does('updateRelationship', { memberId: alan.id, label: 'x'.repeat(61) });
    expect(long.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'label'] }]);
  });

  test('Grace reads when her network grew, and what her connections do', async () => {
    const [grace, alan, ada] = await app.people.trio();
    await alan.does('updateProfile', { industry: 'Computing', positions: [{ title: 'Fellow', company: 'King’s' }] });
    await ada.does('updateProfile', { industry: 'Computing' });
    for (const other of [alan, ada]) await grace.connectsWith(other);
    const query = `{ viewer { networkStatistics { growth(weeks: 2) { added } industries { name count }
      companies { name count } reach { first second third } } } }`;
    const { viewer } = await grace.asks<{ viewer: { networkStatistics: object } }>(query);
    expect(viewer.networkStatistics).toEqual({
      growth: [{ added: 0 }, { added: 2 }],
      industries: [{ name: 'Computing', count: 2 }],
      companies: [{ name: 'King’s', count: 1 }],
      reach: { first: 2, second: 0, third: 0 },
    });
  });

  test.each([
    ['COMPANY', ['Ada Lovelace', 'Alan Turing', 'Edsger Dijkstra']],
    ['SKILL', ['Edsger Dijkstra', 'Alan Turing', 'Ada Lovelace']],
    ['INDUSTRY', ['Alan Turing', 'Edsger Dijkstra', 'Ada Lovelace']],
    ['OLDEST', ['Alan Turing', 'Ada Lovelace', 'Edsger Dijkstra']],
  ])('Grace sorts her connections by %s, a page at a time', async (orderBy, expected) => {
    const [grace, alan, ada] = await app.people.trio();
    const edsger = await app.people.signUp('Edsger Dijkstra');
    await alan.does('updateProfile', { industry: 'cryptography', skills: ['Proofs'], positions: [at('Bletchley')] });
    await ada.does('updateProfile', { industry: 'Poetry', positions: [at('Babbage & Co')] });
    await edsger.does('updateProfile', { industry: 'Mathematics', skills: ['ALGOL'] });
    for (const other of [alan, ada, edsger]) {
      app.clock.advance(1000);
      await grace.connectsWith(other);
    }
    const query = `query ($orderBy: ConnectionOrder, $after: String) { viewer { connections(orderBy: $orderBy, first: 2, after: $after) {
      pageInfo { endCursor } edges { node { id name } } } } }`;
    type Answer = { viewer: { connections: { pageInfo: { endCursor: string }; edges: Named[] } } };
    const first = (await grace.asks<Answer>(query, { orderBy })).viewer.connections;
    const rest = await grace.asks<Answer>(query, { orderBy, after: first.pageInfo.endCursor });
    const found = [...first.edges, ...rest.viewer.connections.edges];
    expect(found.map(({ node }) => node.name)).toEqual(expected);
  });
});

test('Grace finds those who are near her before strangers of the same name', async () => {
  const app = await startApp(STEADY);
  const [grace, alan, ada] = await app.people.trio();
  const smiths = await app.people.signUpAll(...Array.from({ length: 5 }, () => 'Jo Smithson'));
  const [, , second, , first] = smiths;
  if (!first || !second) throw new Error('Nobody came.');
  for (const [one, other] of [
    [grace, alan],
    [grace, first],
    [alan, second],
  ] as const)
    await one.connectsWith(other);
  type Answer = { searchMembers: { pageInfo: { endCursor: string; hasNextPage: boolean }; edges: Named[] } };
  const query = `query ($after: String) { searchMembers(query: "smithson", first: 2, after: $after) {
    pageInfo { endCursor hasNextPage } edges { node { id name } } } }`;
  const found = async (person: Person) => {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { searchMembers }: Answer = await person.asks<Answer>(query, { after });
      ids.push(...searchMembers.edges.map(({ node }) => node.id));
      if (!searchMembers.pageInfo.hasNextPage) return ids;
      after = searchMembers.pageInfo.endCursor;
    }
  };
  const all = smiths.map(({ id }) => id);
  const near = [first.id, second.id];
  const hers = await found(grace);
  expect(hers.slice(0, 2)).toEqual(near);
  expect([...hers].sort()).toEqual([...all].sort());
  expect([...(await found(ada))].sort()).toEqual([...all].sort());
  await app.stop();
});

const at = (company: string) => ({ title: 'Member', company });
