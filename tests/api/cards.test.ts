import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY, statements, statementsOf } from '../kit/steady';
import { waitFor } from '../kit/wait-for';

const MEMBER = 'available name headline photoUrl';
const CARD = `${MEMBER} relationship { state degree label privateNote mutualConnectionCount paths(max: 1) { through { name } }
  mutualConnections(first: 3) { edges { node { name photoUrl } } } }`;

const SEARCH = (node: string) => `{ list: searchMembers(query: "stranger", first: 20) { edges { node { ${node} } } } }`;
const mine = (list: string) => `{ viewer { list: ${list} } }`;

/** A search for the same in pieces, as clients put it together. */
const IN_PIECES = `query ($faces: Int = 2) ${SEARCH('...Standing close: relationship { ...Faces }')}
  fragment Faces on Relationship {
    few: mutualConnections(first: $faces) { edges { node { name } } } mutualConnections(first: 3) { edges { node { name } } } }
  fragment Standing on Member { ... on Member { relationship { state ways: paths(max: 1) { through { name } } } ...Again } }
  fragment Again on Member { relationship { ...Faces } }`;

interface Listed {
  readonly name: string;
  readonly relationship?: { readonly mutualConnections: { readonly edges: readonly object[] } };
}

interface List {
  readonly edges: readonly { readonly node: Listed & { readonly sender?: Listed } }[];
}

describe('a page of 20 cards', () => {
  let app: TestApp;
  /** Four of them know the strangers, and one another; Dora knows all, Grace none but the four. */
  let grace: Person;
  let ann: Person;
  let dora: Person;
  beforeAll(async () => {
    app = await startApp(STEADY);
    await waitFor('the graph', () => app.log.some((line) => line.includes('the network is in memory')));
    grace = await app.people.signUp('Grace Hopper');
    const friends = await app.people.signUpAll('Ann', 'Ben', 'Cleo', 'Dora');
    const strangers = await app.people.signUpAll(...Array.from({ length: 22 }, (_, n) => `Stranger ${n}`));
    const [one, , , last] = friends;
    const [first] = strangers;
    if (!one || !last || !first) throw new Error('Nobody came.');
    [ann, dora] = [one, last];
    for (const [n, friend] of friends.entries()) {
      await friend.connectsWith(grace);
      for (const other of friends.slice(n + 1)) await friend.connectsWith(other);
    }
    for (const [n, stranger] of strangers.entries()) {
      for (const friend of friends.slice(n % 4)) await friend.connectsWith(stranger);
      await stranger.sends(grace);
    }
    await first.does('updateSettings', { connectionsVisibleTo: 'ONLY_ME' });
  }, 120_000);
  afterAll(() => app.stop());

  async function list(viewer: Person, query: string): Promise<Listed[]> {
    const answer = await viewer.asks<{ list?: List; viewer?: { list: List } }>(query);
    return (answer.list ?? answer.viewer?.list)?.edges.map(({ node }) => node.sender ?? node) ?? [];
  }

  /** How many statements it takes; from the fifth time on, what was compiled for the operation answers. */
  async function atFirstAndCompiled(read: () => Promise<unknown>): Promise<number[]> {
    const atFirst = await statements(app, read);
    for (let time = 0; time < 5; time++) await read();
    return [atFirst, await statements(app, read)];
  }

  test.each([
    ['whom a search finds', () => grace, SEARCH],
    ['of connections', () => dora, (node: string) => mine(`connections(first: 20) { edges { node { ${node} } } }`)],
    [
      'of connections by name',
      () => dora,
      (node: string) => mine(`connections(first: 20, orderBy: NAME) { edges { label node { ${node} } } }`),
    ],
    [
      'of who asks to connect',
      () => grace,
      (node: string) => mine(`invitationsReceived(first: 20) { edges { node { sender { ${node} } } } }`),
    ],
  ])('%s takes two statements in all', async (_, who, query) => {
    const read = () => list(who(), query(CARD));
    expect(await atFirstAndCompiled(read)).toEqual([2, 2]);
    const found = await read();
    expect(found).toHaveLength(20);
    const faces = found.flatMap(({ relationship }) => relationship?.mutualConnections.edges ?? []);
    expect(faces.length).toBeGreaterThan(20);
  });

  test('of suggestions takes one statement beyond their ranking', async () => {
    const ranked = (node: string) => () => list(ann, mine(`suggestions(first: 20) { edges { ${node} } }`));
    expect(await ranked('node { name }')()).not.toHaveLength(0);
    const alone = await statements(app, async () => ann.asks(mine('suggestions(first: 20) { edges { cursor } }')));
    expect(await statements(app, ranked(`node { ${CARD} }`))).toBe(alone + 1);
  });

  test('takes no more when a client has put it together of fragments, aliases and variables', async () => {
    expect(await atFirstAndCompiled(() => list(grace, IN_PIECES))).toEqual([2, 2]);
  });

  test('reads nobody else where the relationship is left out by a directive', async () => {
    const query = (directive: string) => SEARCH(`${MEMBER} relationship ${directive} { state }`);
    const seen = await statementsOf(app, () => list(grace, query('@include(if: false)')));
    expect(seen).toHaveLength(2);
    expect(seen.join()).not.toContain('remark');
    expect(await statementsOf(app, () => list(grace, query('@skip(if: false)')))).toEqual([
      expect.stringContaining('member_term'),
      expect.stringContaining('remark'),
    ]);
  });

  test('says of each member what the bare list says, also of one who shows nobody their connections', async () => {
    const bare = await list(grace, SEARCH(`connectionCount ${MEMBER}`));
    expect(bare).toContainEqual(expect.objectContaining({ name: 'Stranger 0', connectionCount: null }));
    const withoutMore = (await list(grace, SEARCH(`connectionCount ${CARD}`))).map(
      ({ relationship, ...member }) => member,
    );
    expect(withoutMore).toEqual(bare);
  });

  test('refuses a page of faces that is too long where it is asked for', async () => {
    const answer = list(grace, SEARCH('relationship { mutualConnections(first: 0) { edges { cursor } } }'));
    await expect(answer).rejects.toThrow('Ask for 1 to');
  });
});
