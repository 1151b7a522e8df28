import { join, type Person } from '../kit/join';
import { startApp, type TestApp } from '../kit/start-app';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

async function ask<Data>(person: Person, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await app.http.query<Data>(query, variables, { token: person.token });
  expect(errors).toEqual([]);
  return data;
}

interface Refusal {
  readonly code: string;
  readonly path: readonly string[];
}

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

async function update(person: Person, input: object): Promise<{ member: Profile | null; errors: Refusal[] }> {
  const { updateProfile } = await ask<{ updateProfile: { member: Profile | null; errors: Refusal[] } }>(
    person,
    `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { member { ${PROFILE} } errors { code path } } }`,
    { input },
  );
  return updateProfile;
}

async function look(viewer: Person, at: Person): Promise<Profile | null> {
  const { member } = await ask<{ member: Profile | null }>(
    viewer,
    `query ($handle: String!) { member(handle: $handle) { ${PROFILE} } }`,
    { handle: at.handle },
  );
  return member;
}

const block = (who: Person, whom: Person) =>
  ask(who, 'mutation ($id: ID!) { blockMember(input: { memberId: $id }) { errors { code } } }', { id: whom.id });

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
  const [ada, alan] = [await join(app, 'Ada Lovelace'), await join(app, 'Alan Turing')];
  const { member, errors } = await update(ada, WHOLE);
  expect(errors).toEqual([]);
  expect(member).toMatchObject(WHOLE);
  expect(await look(alan, ada)).toEqual(member);
});

test('what Grace does not mention stays, what she sets to null goes, and a list is replaced as a whole', async () => {
  const grace = await join(app, 'Grace Hopper');
  await update(grace, WHOLE);
  const { member } = await update(grace, { headline: null, skills: ['COBOL'], positions: [] });
  expect(member).toMatchObject({ ...WHOLE, headline: null, skills: ['COBOL'], positions: [] });
});

test('a skill named twice is kept once', async () => {
  const { member } = await update(await join(app, 'Ken'), { skills: ['Unix', 'UNIX', 'Go'] });
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
  const someone = await join(app, 'Someone');
  const before = await look(someone, someone);
  const { member, errors } = await update(someone, { location: 'Changed', ...input });
  expect(errors).toEqual([{ code: 'INVALID_INPUT', path: ['input', ...path] }]);
  expect(member).toBeNull();
  expect(await look(someone, someone)).toEqual(before);
});

test('a date that does not exist is not taken', async () => {
  const someone = await join(app, 'Someone');
  const { errors } = await app.http.query(
    'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { errors { code } } }',
    { input: { positions: [{ title: 'T', company: 'C', startedOn: '2021-02-30' }] } },
    { token: someone.token },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('Linus chooses who sees his connections, and what he is not told of', async () => {
  const [linus, alan] = [await join(app, 'Linus'), await join(app, 'Alan')];
  const set = (input: object) =>
    ask<{ updateSettings: { settings: object } }>(
      linus,
      `mutation ($input: UpdateSettingsInput!) {
        updateSettings(input: $input) { settings { connectionsVisibleTo mutedNotifications } errors { code } } }`,
      { input },
    );
  const mutedNotifications = ['INVITATION_REMINDER', 'STANDING_CHANGED'];
  await set({ mutedNotifications });
  const { updateSettings } = await set({ connectionsVisibleTo: 'ONLY_ME' });
  expect(updateSettings.settings).toEqual({ connectionsVisibleTo: 'ONLY_ME', mutedNotifications });
  expect((await look(linus, linus))?.connectionCount).toBe(0);
  expect((await look(alan, linus))?.connectionCount).toBeNull();
  await set({ connectionsVisibleTo: 'CONNECTIONS' });
  expect((await look(alan, linus))?.connectionCount).toBeNull();
  await set({ connectionsVisibleTo: 'EVERYONE' });
  expect((await look(alan, linus))?.connectionCount).toBe(0);
});

test('Barbara finds herself and Alan again by their ids, but nobody else finds her as a viewer', async () => {
  const [barbara, alan] = [await join(app, 'Barbara Liskov'), await join(app, 'Alan Kay')];
  const { viewer } = await ask<{ viewer: { id: string; email: string; member: { id: string } } }>(
    barbara,
    '{ viewer { id email member { id } } }',
  );
  expect(viewer).toMatchObject({ email: barbara.email, member: { id: barbara.id } });
  expect(viewer.id).not.toBe(barbara.id);
  const NODES =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Member { name } ... on Viewer { email } } }';
  const { nodes } = await ask<{ nodes: unknown[] }>(barbara, NODES, { ids: [viewer.id, alan.id, 'nonsense'] });
  expect(nodes).toEqual([
    { __typename: 'Viewer', id: viewer.id, email: barbara.email },
    { __typename: 'Member', id: alan.id, name: 'Alan Kay' },
    null,
  ]);
  expect(await ask(alan, NODES, { ids: [viewer.id] })).toEqual({ nodes: [null] });
});

test('to the one she has blocked, Grace is as gone as someone who never was', async () => {
  const [grace, pest] = [await join(app, 'Grace Murray'), await join(app, 'Pest')];
  await block(grace, pest);
  expect(await look(pest, grace)).toBeNull();
  expect(await ask(pest, 'query ($id: ID!) { node(id: $id) { id } }', { id: grace.id })).toEqual({ node: null });
  expect(await look(grace, pest)).toMatchObject({ available: true, name: 'Pest' });
});

test('a page of profiles costs one query for each kind of list, however many people are on it', async () => {
  const crowd = await Promise.all(Array.from({ length: 6 }, (_, i) => join(app, `Crowded Person${i}`)));
  for (const person of crowd) await update(person, WHOLE);
  const [viewer] = crowd;
  if (!viewer) throw new Error('The crowd is empty.');
  const queries = jest.spyOn(app.app.database, 'query');
  const cost = async (ids: readonly string[]) => {
    queries.mockClear();
    const { nodes } = await ask<{ nodes: unknown[] }>(
      viewer,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Member { ${PROFILE} } } }`,
      { ids },
    );
    expect(nodes).toHaveLength(ids.length);
    return queries.mock.calls.length;
  };
  await cost([]);
  const [one, ...others] = crowd.slice(1).map(({ id }) => id);
  // Members, long texts, positions, education, skills, accomplishments, and whom the viewer must not count.
  expect(await cost([one ?? ''])).toBe(7);
  expect(await cost([one ?? '', ...others])).toBe(7);
  queries.mockRestore();
});

test('nobody looks at anybody without signing in', async () => {
  const ada = await join(app, 'Ada');
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
