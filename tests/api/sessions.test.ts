import { type GraphQLAnswer, HttpClient } from '../kit/http-client';
import { startApp, type TestApp } from '../kit/start-app';

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: string[] | null;
  readonly retryAt: string | null;
}

interface SessionAnswer {
  readonly session: { accessToken: string; refreshToken: string; expiresAt: string } | null;
  readonly viewer: {
    id: string;
    email: string;
    member: { id: string; handle: string; name: string; headline: string | null };
  } | null;
  readonly errors: readonly Refusal[];
}

const SESSION = `session { accessToken refreshToken expiresAt } viewer { id email member { id handle name headline } }
  errors { code message path retryAt }`;

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

async function signUp(input: Record<string, unknown>): Promise<SessionAnswer> {
  const { data } = await app.http.query<{ signUp: SessionAnswer }>(
    `mutation ($input: SignUpInput!) { signUp(input: $input) { ${SESSION} } }`,
    { input },
  );
  return data.signUp;
}

async function signIn(email: string, password: string): Promise<SessionAnswer> {
  const { data } = await app.http.query<{ signIn: SessionAnswer }>(
    `mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`,
    { input: { email, password } },
  );
  return data.signIn;
}

async function refresh(refreshToken: string): Promise<SessionAnswer> {
  const { data } = await app.http.query<{ refreshSession: SessionAnswer }>(
    `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${SESSION} } }`,
    { input: { refreshToken } },
  );
  return data.refreshSession;
}

const viewer = (token: string): Promise<GraphQLAnswer<{ viewer: { email: string } }>> =>
  app.http.query('{ viewer { email } }', {}, { token });

test('Ada signs up, and is signed in at once as herself', async () => {
  const {
    session,
    viewer: ada,
    errors,
  } = await signUp({
    email: '  Ada@Example.ORG ',
    password: 'analytical engine no. 1',
    name: ' Ada  Lovelace',
    headline: 'Mathematician',
  });
  expect(errors).toEqual([]);
  expect(ada).toMatchObject({
    email: 'ada@example.org',
    member: { handle: 'ada-lovelace', headline: 'Mathematician' },
  });
  const { data } = await viewer(session?.accessToken ?? '');
  expect(data.viewer.email).toBe('ada@example.org');
});

test('two people of the same name get handles of their own', async () => {
  const [one, other] = [await app.people.signUp('Grace Hopper'), await app.people.signUp('Grace Hopper')];
  expect(one.handle).toBe('grace-hopper');
  expect(other.handle).toMatch(/^grace-hopper-\d+$/);
});

test('someone whose name has no letter of a–z has a handle all the same', async () => {
  expect((await app.people.signUp('王伟')).handle).toMatch(/^member/);
});

test('a handle or an e-mail address that is taken is refused, whatever its capitals', async () => {
  const ken = await app.people.signUp('Ken Thompson');
  const input = { email: 'other-ken@example.org', password: 'a password of Ken', name: 'Ken' };
  const [handle, email] = [
    await signUp({ ...input, handle: ken.handle.toUpperCase() }),
    await signUp({ ...input, email: ken.email.toUpperCase() }),
  ];
  expect(handle.errors).toMatchObject([{ code: 'HANDLE_TAKEN', path: ['input', 'handle'] }]);
  expect(email.errors).toMatchObject([{ code: 'EMAIL_TAKEN', path: ['input', 'email'] }]);
});

test('of two who want the same e-mail address at the same moment, one gets it', async () => {
  const input = { email: 'twins@example.org', password: 'a password of twins', name: 'Twin' };
  const answers = await Promise.all([signUp(input), signUp(input)]);
  expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['EMAIL_TAKEN']);
});

test.each([
  ['no e-mail address', { email: 'ada at example' }, 'email'],
  ['an e-mail address of two lines', { email: 'ada@example.org\nbcc: all@example.org' }, 'email'],
  ['a short password', { password: 'too short' }, 'password'],
  ['an endless password', { password: 'x1'.repeat(101) }, 'password'],
  ['a password that is the e-mail address', { password: 'NEW@example.org' }, 'password'],
  ['a password that everybody tries first', { password: 'Password123' }, 'password'],
  ['an empty name', { name: ' \t ' }, 'name'],
  ['a name with a zero-width space', { name: 'Ada\u200bLovelace' }, 'name'],
  ['a name that turns the text around', { name: 'Ada \u202eecalevoL' }, 'name'],
  ['a name that is too long', { name: 'a'.repeat(121) }, 'name'],
  ['a handle with a blank', { handle: 'ada lovelace' }, 'handle'],
  ['a handle that is too short', { handle: 'ad' }, 'handle'],
  ['a headline that is too long', { headline: 'é'.repeat(221) }, 'headline'],
])('whoever signs up with %s is told which field it is', async (_, wrong, field) => {
  const right = { email: 'new@example.org', password: 'a good long password', name: 'New' };
  const { session, errors } = await signUp({ ...right, ...wrong });
  expect(session).toBeNull();
  expect(errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', field] }]);
});

test('Alan signs in on a second device, and signing out there leaves the first one alone', async () => {
  const alan = await app.people.signUp('Alan Turing');
  const { session } = await signIn(alan.email.toUpperCase(), alan.password);
  const second = session?.accessToken ?? '';
  expect((await viewer(second)).status).toBe(200);
  await app.http.query('mutation { signOut { errors { code } } }', {}, { token: second });
  expect((await viewer(second)).status).toBe(401);
  expect((await refresh(session?.refreshToken ?? '')).errors).toMatchObject([{ code: 'SESSION_ENDED' }]);
  expect((await viewer(alan.token)).status).toBe(200);
});

test('Barbara signs out everywhere', async () => {
  const barbara = await app.people.signUp('Barbara Liskov');
  const { session } = await signIn(barbara.email, barbara.password);
  await app.http.query(
    'mutation { signOut(input: { everywhere: true }) { errors { code } } }',
    {},
    { token: barbara.token },
  );
  for (const token of [barbara.token, session?.accessToken ?? '']) expect((await viewer(token)).status).toBe(401);
});

test('whoever knew the old password is out when Donald changes it', async () => {
  const donald = await app.people.signUp('Donald Knuth');
  const { session: thief } = await signIn(donald.email, donald.password);
  const changed = await app.http.query<{ changePassword: { errors: Refusal[] } }>(
    'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { errors { code path } } }',
    { input: { currentPassword: donald.password, newPassword: 'the art of passwords' } },
    { token: donald.token },
  );
  expect(changed.data.changePassword.errors).toEqual([]);
  expect((await viewer(thief?.accessToken ?? '')).status).toBe(401);
  expect((await viewer(donald.token)).status).toBe(200);
  expect((await signIn(donald.email, donald.password)).errors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
  expect((await signIn(donald.email, 'the art of passwords')).errors).toEqual([]);
});

test('a password is only changed by someone who knows it', async () => {
  const edsger = await app.people.signUp('Edsger Dijkstra');
  const change = (input: object) =>
    app.http.query<{ changePassword: { errors: Refusal[] } }>(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { errors { code path } } }',
      { input },
      { token: edsger.token },
    );
  const guessed = await change({ currentPassword: 'a wrong guess', newPassword: 'considered harmful' });
  expect(guessed.data.changePassword.errors).toEqual([
    { code: 'WRONG_CREDENTIALS', path: ['input', 'currentPassword'] },
  ]);
  const weak = await change({ currentPassword: edsger.password, newPassword: '1234567890' });
  expect(weak.data.changePassword.errors).toEqual([{ code: 'INVALID_INPUT', path: ['input', 'newPassword'] }]);
});

test('a client that refreshes again and again stays signed in for months', async () => {
  const linus = await app.people.signUp('Linus Torvalds');
  let { refreshToken } = linus;
  for (let week = 0; week < 10; week++) {
    app.clock.advance(7 * 86_400_000);
    const { session } = await refresh(refreshToken);
    refreshToken = session?.refreshToken ?? '';
    expect((await viewer(session?.accessToken ?? '')).status).toBe(200);
  }
});

test('a session that nobody refreshes ends after thirty days', async () => {
  const margaret = await app.people.signUp('Margaret Hamilton');
  app.clock.advance(31 * 86_400_000);
  expect((await refresh(margaret.refreshToken)).errors).toMatchObject([{ code: 'SESSION_ENDED' }]);
});

test('a token of one deployment means nothing to another', async () => {
  const other = await startApp({ AUTH_SECRET: 'quite another secret, 9876543210-xyz' });
  try {
    const here = await app.people.signUp('Tim');
    const { status } = await new HttpClient(other.app.url).query('{ viewer { email } }', {}, { token: here.token });
    expect(status).toBe(401);
  } finally {
    await other.stop();
  }
});
