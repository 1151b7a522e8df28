import type { Outcome, Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

interface Profile {
  readonly id: string;
  readonly available: boolean;
  readonly name: string;
  readonly headline: string | null;
  readonly skills: readonly string[];
  readonly connectionCount: number | null;
}

const PROFILE = `id available handle name headline summary industry location photoUrl careerGoal seeking offering skills
  positions { title company startedOn endedOn location description }
  education { school degree field startedOn endedOn }
  accomplishments { title description date url } connectionCount`;

const update = (person: Person, input: object): Promise<Outcome<{ member: Profile | null }>> =>
  person.does('updateProfile', input, `member { ${PROFILE} }`);

async function look(viewer: Person, at: Person): Promise<Profile | null> {
  const { member } = await viewer.asks<{ member: Profile | null }>(
    `query ($handle: String!) { member(handle: $handle) { ${PROFILE} } }`,
    { handle: at.handle },
  );
  return member;
}

const WHOLE = {
  name: 'Ada King',
  headline: 'Mathematician 👩‍💻',
  summary: 'First.\nSecond, with \u200cjoiners\u200c.',
  industry: 'Computing',
  location: 'London',
  photoUrl: 'https://example.org/ada.jpg',
  careerGoal: 'A machine that composes music.',
  seeking: ['COLLABORATION', 'ADVICE'],
  offering: ['MENTORSHIP'],
  skills: ['Analysis', 'Poetry'],
  positions: [
    {
      title: 'Analyst',
      company: 'Babbage & Co',
      startedOn: '1842-05',
      endedOn: '1842',
      location: 'London',
      description: 'Wrote notes.',
    },
    { title: 'Countess', company: 'Lovelace', startedOn: null, endedOn: null, location: null, description: null },
  ],
  education: [{ school: 'Home', degree: null, field: 'Mathematics', startedOn: '1820', endedOn: '1835-12-10' }],
  accomplishments: [{ title: 'Note G', description: null, date: '1843', url: 'http://example.org/note-g' }],
};

test('Ada fills in her whole profile, and others read it as she wrote it', async () => {
  const [ada, alan] = [await app.people.signUp('Ada Lovelace'), await app.people.signUp('Alan Turing')];
  const { member, errors } = await update(ada, WHOLE);
  expect(errors).toEqual([]);
  expect(member).toMatchObject(WHOLE);
  expect(await look(alan, ada)).toEqual(member);
});

test('what Grace does not mention stays, what she sets to null goes, and a list is replaced as a whole', async () => {
  const grace = await app.people.signUp('Grace Hopper');
  await update(grace, WHOLE);
  const { member } = await update(grace, { headline: null, skills: ['COBOL'], positions: [] });
  expect(member).toMatchObject({ ...WHOLE, headline: null, skills: ['COBOL'], positions: [] });
});

test('a skill named twice is kept once', async () => {
  const { member } = await update(await app.people.signUp('Ken'), { skills: ['Unix', 'UNIX', 'Go'] });
  expect(member?.skills).toEqual(['Unix', 'Go']);
});

test.each([
  ['an empty name', { name: '' }, ['name']],
  ['no name', { name: null }, ['name']],
  ['a tag character in the name', { name: 'Ada\u{e0041}' }, ['name']],
  ['a tower of accents', { name: `A${'\u0301'.repeat(10)}da` }, ['name']],
  ['a line break in the headline', { headline: 'one\ntwo' }, ['headline']],
  ['a bell in the summary', { summary: 'ding\u0007' }, ['summary']],
  ['a summary that is too long', { summary: 'a'.repeat(3001) }, ['summary']],
  ['a script for a photo', { photoUrl: 'javascript:alert(1)' }, ['photoUrl']],
  ['a photo with a password', { photoUrl: 'https://user:secret@example.org/' }, ['photoUrl']],
  ['a skill that is too long', { skills: ['fine', 'x'.repeat(81)] }, ['skills', '1']],
  ['51 skills', { skills: Array.from({ length: 51 }, (_, i) => `skill ${i}`) }, ['skills']],
  ['a nameless company', { positions: [{ title: 'Boss', company: ' ' }] }, ['positions', '0', 'company']],
  [
    'a job that ended before it began',
    { positions: [WHOLE.positions[0], { title: 'A', company: 'B', startedOn: '2020-05', endedOn: '2020-04-30' }] },
    ['positions', '1', 'endedOn'],
  ],
  [
    'a school left before it was entered',
    { education: [{ school: 'S', startedOn: '2020', endedOn: '2019-12' }] },
    ['education', '0', 'endedOn'],
  ],
  [
    'a file for an achievement',
    { accomplishments: [{ title: 'T', url: 'file:///etc' }] },
    ['accomplishments', '0', 'url'],
  ],
])('a profile with %s is refused, naming the field, and nothing changes', async (_, input, path) => {
  const someone = await app.people.signUp('Someone');
  const before = await look(someone, someone);
  const { member, errors } = await update(someone, { location: 'Changed', ...input });
  expect(errors).toEqual([{ code: 'INVALID_INPUT', path: ['input', ...path], retryAt: null }]);
  expect(member).toBeNull();
  expect(await look(someone, someone)).toEqual(before);
});

test('a date that does not exist is not taken', async () => {
  const someone = await app.people.signUp('Someone');
  const { errors } = await app.http.query(
    'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { errors { code } } }',
    { input: { positions: [{ title: 'T', company: 'C', startedOn: '2021-02-30' }] } },
    { token: someone.token },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('Linus chooses who sees his connections, and what he is not told of', async () => {
  const [linus, alan] = [await app.people.signUp('Linus'), await app.people.signUp('Alan')];
  const set = (input: object) =>
    linus.does<{ settings: object }>('updateSettings', input, 'settings { connectionsVisibleTo mutedNotifications }');
  const mutedNotifications = ['INVITATION_REMINDER', 'STANDING_CHANGED'];
  await set({ mutedNotifications });
  const { settings } = await set({ connectionsVisibleTo: 'ONLY_ME' });
  expect(settings).toEqual({ connectionsVisibleTo: 'ONLY_ME', mutedNotifications });
  expect((await look(linus, linus))?.connectionCount).toBe(0);
  expect((await look(alan, linus))?.connectionCount).toBeNull();
  await set({ connectionsVisibleTo: 'CONNECTIONS' });
  expect((await look(alan, linus))?.connectionCount).toBeNull();
  await set({ connectionsVisibleTo: 'EVERYONE' });
  expect((await look(alan, linus))?.connectionCount).toBe(0);
});

test('Barbara finds herself and Alan again by their ids, but nobody else finds her as a viewer', async () => {
  const [barbara, alan] = [await app.people.signUp('Barbara Liskov'), await app.people.signUp('Alan Kay')];
  const { viewer } = await barbara.asks<{ viewer: { id: string; email: string; member: { id: string } } }>(
    '{ viewer { id email member { id } } }',
  );
  expect(viewer).toMatchObject({ email: barbara.email, member: { id: barbara.id } });
  expect(viewer.id).not.toBe(barbara.id);
  const NODES =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Member { name } ... on Viewer { email } } }';
  const { nodes } = await barbara.asks<{ nodes: unknown[] }>(NODES, { ids: [viewer.id, alan.id, 'nonsense'] });
  expect(nodes).toEqual([
    { __typename: 'Viewer', id: viewer.id, email: barbara.email },
    { __typename: 'Member', id: alan.id, name: 'Alan Kay' },
    null,
  ]);
  expect(await alan.asks(NODES, { ids: [viewer.id] })).toEqual({ nodes: [null] });
});

test('to the one she has blocked, Grace is as gone as someone who never was', async () => {
  const [grace, pest] = [await app.people.signUp('Grace Murray'), await app.people.signUp('Pest')];
  await grace.blocks(pest);
  expect(await look(pest, grace)).toBeNull();
  expect(await pest.asks('query ($id: ID!) { node(id: $id) { id } }', { id: grace.id })).toEqual({ node: null });
  expect(await look(grace, pest)).toMatchObject({ available: true, name: 'Pest' });
});

test('a page of profiles costs one query for each kind of list, however many people are on it', async () => {
  const crowd = await Promise.all(Array.from({ length: 6 }, (_, i) => app.people.signUp(`Crowded Person${i}`)));
  for (const person of crowd) await update(person, WHOLE);
  const [viewer] = crowd;
  if (!viewer) throw new Error('The crowd is empty.');
  const cost = async (ids: readonly string[]): Promise<number> => {
    const asked = await app.queries.during(async () => {
      const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Member { ${PROFILE} } } }`;
      const { nodes } = await viewer.asks<{ nodes: unknown[] }>(query, { ids });
      expect(nodes).toHaveLength(ids.length);
    });
    return asked.filter((text) => !/\blane/.test(text)).length;
  };
  await cost([]);
  const [one, ...others] = crowd.slice(1).map(({ id }) => id);
  // Members, long texts, positions, education, skills, accomplishments, and whom the viewer must not count.
  expect(await cost([one ?? ''])).toBe(7);
  expect(await cost([one ?? '', ...others])).toBe(7);
});

test('nobody looks at anybody without signing in', async () => {
  const ada = await app.people.signUp('Ada');
  for (const query of [
    `{ member(handle: "${ada.handle}") { name } }`,
    '{ searchMembers(query: "ada") { totalCount } }',
    '{ viewer { id } }',
    `{ node(id: "${ada.id}") { id } }`,
    'mutation { updateProfile(input: { name: "X" }) { errors { code } } }',
    'mutation { updateSettings(input: {}) { errors { code } } }',
    'mutation { signOut { errors { code } } }',
  ]) {
    const { status, errors } = await app.http.query(query);
    expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  }
});
