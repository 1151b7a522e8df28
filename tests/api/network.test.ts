import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY, statements } from '../kit/steady';

interface List {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly edges: readonly {
    readonly cursor: string;
    readonly connectedAt: string;
    readonly reason: string | null;
    readonly note: string | null;
    readonly node: { readonly id: string; readonly name: string };
  }[];
}

const LIST =
  'totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor connectedAt reason note node { id name } }';

const MINE = `query ($query: String, $filter: MemberFilter, $orderBy: ConnectionOrder, $first: Int, $after: String, $last: Int, $before: String) {
  viewer { connections(query: $query, filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) { ${LIST} } }
}`;

const names = ({ edges }: List) => edges.map(({ node }) => node.name);
const cursorAt = ({ edges }: List, place: number) => edges.at(place)?.cursor;

async function mine(person: Person, args: object = {}): Promise<List> {
  const { viewer } = await person.asks<{ viewer: { connections: List } }>(MINE, { ...args });
  return viewer.connections;
}

interface Seen {
  readonly available: boolean;
  readonly connectionCount: number | null;
  readonly connections: List | null;
}

async function network(viewer: Person, other: Person, args = ''): Promise<Seen> {
  const { nodes } = await viewer.asks<{ nodes: [Seen] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Member { available connectionCount connections${args} { ${LIST} } } } }`,
    { ids: [other.id] },
  );
  return nodes[0];
}

/** Connects one after the other, so that the order is known. */
async function connectAll(person: Person, others: readonly Person[]): Promise<void> {
  for (const other of others) {
    app.clock.advance(1000);
    await other.connectsWith(person);
  }
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp(STEADY);
});
afterAll(() => app.stop());

test('Grace remembers by which reason and note each connection came about, and nobody else sees either', async () => {
  const [grace, alan, ada] = await app.people.trio();
  await grace.accepts(await alan.sends(grace, { reason: 'ADMIRE_WORK', note: 'Your compiler!' }));
  const [edge] = (await mine(grace)).edges;
  expect(edge).toMatchObject({ reason: 'ADMIRE_WORK', note: 'Your compiler!', node: { id: alan.id } });
  expect((await mine(alan)).edges).toMatchObject([{ reason: 'ADMIRE_WORK', note: 'Your compiler!' }]);

  const seen = await network(ada, grace);
  expect(seen).toMatchObject({ connectionCount: 1, connections: { totalCount: 1 } });
  expect(seen.connections?.edges).toMatchObject([{ node: { id: alan.id }, reason: null, note: null }]);
});

test('when invitations cross, each of the two is remembered by the note the other wrote', async () => {
  const [grace, alan] = await app.people.trio();
  await alan.sends(grace, { note: 'from Alan' });
  await grace.sends(alan, { note: 'from Grace' });
  expect((await mine(grace)).edges).toMatchObject([{ note: 'from Alan' }]);
  expect((await mine(alan)).edges).toMatchObject([{ note: 'from Grace' }]);
});

test.each([
  ['the latest first', 'NEWEST', ['zoe Zander', 'Émile Borel', 'bob Bell', 'Cleo Crane', 'Adam Ash']],
  ['by name', 'NAME', ['Adam Ash', 'bob Bell', 'Cleo Crane', 'zoe Zander', 'Émile Borel']],
])('Grace pages through her connections, %s, forward and backward', async (_, orderBy, order) => {
  const grace = await app.people.signUp('Grace Hopper');
  await connectAll(
    grace,
    await app.people.signUpAll('Adam Ash', 'Cleo Crane', 'bob Bell', 'Émile Borel', 'zoe Zander'),
  );
  expect(names(await mine(grace, { orderBy }))).toEqual(order);

  const first = await mine(grace, { orderBy, first: 2 });
  expect(names(first)).toEqual(order.slice(0, 2));
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  const second = await mine(grace, { orderBy, first: 3, after: cursorAt(first, -1) });
  expect(names(second)).toEqual(order.slice(2));
  expect(second.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });

  const last = await mine(grace, { orderBy, last: 2 });
  expect(names(last)).toEqual(order.slice(3));
  expect(last.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });
  const before = await mine(grace, { orderBy, last: 3, before: cursorAt(last, 0) });
  expect(names(before)).toEqual(order.slice(0, 3));
  expect(before.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
});

test('a page goes on where it ended, whoever connects meanwhile', async () => {
  const grace = await app.people.signUp('Grace Hopper');
  await connectAll(grace, await app.people.signUpAll('One', 'Two', 'Three'));
  const first = await mine(grace, { first: 2 });
  await connectAll(grace, await app.people.signUpAll('Four'));
  expect(names(await mine(grace, { first: 2, after: cursorAt(first, -1) }))).toEqual(['One']);
});

test('Grace finds among her connections whom she would find among all members', async () => {
  const grace = await app.people.signUp('Grace Hopper');
  const [anna, anton, stranger] = await app.people.signUpAll('Anna Ångström', 'Anton Bruckner', 'Anna Stranger');
  await anna?.does('updateProfile', { positions: [{ title: 'Physicist', company: 'Uppsala University' }] });
  if (anna && anton) await connectAll(grace, [anna, anton]);
  expect(stranger).toBeDefined();
  expect(names(await mine(grace, { query: 'an' }))).toEqual(['Anton Bruckner', 'Anna Ångström']);
  expect(names(await mine(grace, { query: 'ANN angst' }))).toEqual(['Anna Ångström']);
  expect(names(await mine(grace, { filter: { company: 'uppsala univ' }, orderBy: 'NAME' }))).toEqual(['Anna Ångström']);
  expect(await mine(grace, { query: 'stranger' })).toMatchObject({ totalCount: 0, edges: [] });
});

test.each([
  ['first', { first: 0 }],
  ['first', { first: 101 }],
  ['last', { first: 1, last: 1 }],
  ['after', { after: 'nonsense' }],
  ['query', { query: 'a b c d e f' }],
])('a wrong %s is refused by name', async (argument, args) => {
  const grace = await app.people.signUp('Grace Hopper');
  const { errors } = await grace.answer(MINE, args);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});

test("one order's cursor is refused by the other", async () => {
  const [grace, alan] = await app.people.trio();
  await alan.connectsWith(grace);
  const after = cursorAt(await mine(grace), 0);
  expect((await grace.answer(MINE, { after, orderBy: 'NAME' })).errors).toHaveLength(1);
});

test('who keeps the list to connections, or alone, shows it to nobody else', async () => {
  const [grace, alan, ada] = await app.people.trio();
  await alan.connectsWith(grace);
  const hidden = { connectionCount: null, connections: null };
  await grace.does('updateSettings', { connectionsVisibleTo: 'CONNECTIONS' });
  expect(await network(ada, grace)).toMatchObject(hidden);
  expect(await network(alan, grace)).toMatchObject({ connectionCount: 1, connections: { totalCount: 1 } });
  await grace.does('updateSettings', { connectionsVisibleTo: 'ONLY_ME' });
  expect(await network(alan, grace)).toMatchObject(hidden);
  expect(await network(grace, grace)).toMatchObject({ connectionCount: 1, connections: { totalCount: 1 } });
});

test('a connection that Grace removes is gone on both sides, and is not removed twice', async () => {
  const [grace, alan] = await app.people.trio();
  await alan.connectsWith(grace);
  await alan.listens();
  const removed = await grace.does('removeConnection', { memberId: alan.id }, 'member { name } relationship { state }');
  expect(removed).toEqual({ member: { name: 'Alan Turing' }, relationship: { state: 'NONE' }, errors: [] });
  await alan.hears('CONNECTION_REMOVED');
  expect([await mine(grace), await mine(alan)]).toMatchObject([{ totalCount: 0 }, { totalCount: 0 }]);
  const again = await grace.does('removeConnection', { memberId: alan.id }, 'relationship { state }');
  expect(again).toMatchObject({ relationship: null, errors: [{ code: 'NOT_CONNECTED', path: ['input', 'memberId'] }] });
});

test('a removal sent twice under one key answers the same, and the key serves nothing else', async () => {
  const [grace, alan, ada] = await app.people.trio();
  await alan.connectsWith(grace);
  const input = { memberId: alan.id, idempotencyKey: 'once' };
  expect(await grace.does('removeConnection', input)).toEqual({ errors: [] });
  expect(await grace.does('removeConnection', input)).toEqual({ errors: [] });
  expect(await grace.does('removeConnection', { ...input, memberId: ada.id })).toMatchObject({
    errors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
  });
});

test.each(['removeConnection', 'blockMember', 'unblockMember'])(
  '%s names an unknown member and oneself',
  async (mutation) => {
    const grace = await app.people.signUp('Grace Hopper');
    const nobody = Buffer.from('Member:999999999').toString('base64url');
    const unknown = { errors: [{ code: 'NOT_FOUND', path: ['input', 'memberId'] }] };
    expect(await grace.does(mutation, { memberId: nobody })).toMatchObject(unknown);
    expect(await grace.does(mutation, { memberId: 'not an id' })).toMatchObject(unknown);
    expect(await grace.does(mutation, { memberId: grace.id })).toMatchObject({
      errors: [{ code: 'CANNOT_INVITE_SELF' }],
    });
  },
);

test('a list of five with everything about each takes as many statements as a list of two', async () => {
  const grace = await app.people.signUp('Grace Hopper');
  await connectAll(grace, await app.people.signUpAll('One', 'Two', 'Three', 'Four', 'Five'));
  const list = (first: number, orderBy: string) => () =>
    grace.asks(
      `query ($first: Int, $orderBy: ConnectionOrder) { viewer { connections(first: $first, orderBy: $orderBy) { totalCount edges {
         reason note node { name connectionCount relationship { state canInvite asOfSeq }
           connections(first: 3) { totalCount edges { node { name relationship { state } } } } } } } } }`,
      { first, orderBy },
    );
  for (const order of ['NEWEST', 'NAME'])
    expect(await statements(app, list(5, order))).toBe(await statements(app, list(2, order)));
});

test("two different pages of one member's list in one request do not mix", async () => {
  const [grace, alan] = await app.people.trio();
  await connectAll(grace, await app.people.signUpAll('One', 'Two', 'Three'));
  const { node } = await alan.asks<{ node: { a: List; b: List } }>(
    `query ($id: ID!) { node(id: $id) { ... on Member { a: connections(first: 1) { ${LIST} } b: connections(first: 2) { ${LIST} } } } }`,
    { id: grace.id },
  );
  expect([names(node.a), names(node.b)]).toEqual([['Three'], ['Three', 'Two']]);
});
