import { createHmac, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { type JWTHeaderParameters, SignJWT } from 'jose';
import { ConfigError, loadConfig } from '../../src/config';
import type { GraphQLAnswer } from '../kit/http-client';
import type { Person } from '../kit/person';
import { startApp, TEST_SECRET, type TestApp } from '../kit/start-app';

type Passwords = typeof import('../../src/members/passwords');

/** How often a password was compared, which takes the server far longer than anything else. */
let looks = 0;

jest.mock('../../src/members/passwords', (): Passwords => {
  const real = jest.requireActual<Passwords>('../../src/members/passwords');
  return {
    ...real,
    passwordMatches: (...given) => {
      looks += 1;
      return real.passwordMatches(...given);
    },
  };
});

let app: TestApp;
let grace: Person;

beforeAll(async () => {
  app = await startApp();
  grace = await app.people.signUp('Grace Hopper');
});

afterAll(() => app.stop());

type Claims = Readonly<Record<string, unknown>>;

const viewer = (token: string): Promise<GraphQLAnswer<{ viewer: { email: string } }>> =>
  app.http.query('{ viewer { email } }', {}, { token });

/** What Grace's own token says. */
function claims(): Claims {
  return JSON.parse(Buffer.from(grace.token.split('.')[1] ?? '', 'base64url').toString());
}

/** A token signed with the server's own secret, as only a mistake elsewhere could produce it. */
function signed(changed: Claims, header: Partial<JWTHeaderParameters> = {}, secret = TEST_SECRET): Promise<string> {
  const key = createSecretKey(Buffer.from(secret));
  return new SignJWT({ ...claims(), ...changed })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
    .sign(key);
}

function unsigned(header: object, signature = ''): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims())}.${signature}`;
}

const seconds = (fromNow: number): number => Math.floor(app.clock.now / 1000) + fromNow;

test('a token made with the secret, and nothing wrong with it, is the only kind that counts', async () => {
  expect((await viewer(await signed({}))).data.viewer.email).toBe(grace.email);
});

const FORGERIES: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['no signature', () => unsigned({ alg: 'none', typ: 'at+jwt' })],
  ['no signature, in capitals', () => unsigned({ alg: 'NONE', typ: 'at+jwt' })],
  ['the empty secret', () => unsigned({ alg: 'HS256', typ: 'at+jwt' }, createHmac('sha256', '').digest('base64url'))],
  ['another secret', () => signed({}, {}, 'quite another secret, 9876543210-xyz')],
  ['another algorithm', () => signed({}, { alg: 'HS512' })],
  ['a public key for a secret', () => signed({}, {}, publicKey())],
  ['an unknown key id', () => signed({}, { kid: 'unknown' }, 'quite another secret, 9876543210-xyz')],
  ['a path for a key id', () => signed({}, { kid: '../../../../dev/null' }, '\0')],
  [
    'an address for keys',
    () => signed({}, { jku: 'https://example.org/keys' }, 'quite another secret, 9876543210-xyz'),
  ],
  ['an end in the past', () => signed({ exp: seconds(-1) })],
  ['no end', () => signed({ exp: undefined })],
  ['a beginning in the future', () => signed({ nbf: seconds(60) })],
  ['another audience', () => signed({ aud: 'somebody-else' })],
  ['another issuer', () => signed({ iss: 'somebody-else' })],
  ['another purpose', () => signed({}, { typ: 'JWT' })],
  ['no session', () => signed({ sid: undefined })],
  ['a session that never was', () => signed({ sid: '1' })],
  ['no member', () => signed({ sub: undefined })],
  ['SQL for a member', () => signed({ sub: '1 OR 1=1' })],
  ['a refresh token', () => grace.refreshToken],
  ['nonsense', () => 'nonsense'],
  ['three times nothing', () => '..'],
];

test('every token that does not count is refused in the same words', async () => {
  const answers = new Set<string>();
  for (const [why, forge] of FORGERIES) {
    const { status, errors } = await viewer(await forge());
    expect([why, status]).toEqual([why, 401]);
    answers.add(JSON.stringify(errors));
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toContain('UNAUTHENTICATED');
});

test('another kind of authorization is no better', async () => {
  for (const authorization of ['Basic YTpi', 'Bearer', `Bearer ${grace.token} ${grace.token}`, '']) {
    const { status } = await app.http.query('{ __typename }', {}, { headers: { authorization } });
    expect([authorization, status]).toEqual([authorization, 401]);
  }
});

test('a token stops counting when it expires, though its session goes on', async () => {
  const alan = await app.people.signUp('Alan Turing');
  expect((await viewer(alan.token)).status).toBe(200);
  app.clock.advance(15 * 60_000);
  expect((await viewer(alan.token)).status).toBe(401);
  const { session } = await refresh(alan.refreshToken);
  expect((await viewer(session?.accessToken ?? '')).status).toBe(200);
});

interface Refreshed {
  readonly session: { readonly accessToken: string; readonly refreshToken: string } | null;
  readonly errors: readonly { readonly code: string }[];
}

async function refresh(refreshToken: string): Promise<Refreshed> {
  const { data } = await app.http.query<{ refreshSession: Refreshed }>(
    'mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) { session { accessToken refreshToken } errors { code } } }',
    { t: refreshToken },
  );
  return data.refreshSession;
}

const ENDED: Refreshed = { session: null, errors: [{ code: 'SESSION_ENDED' }] };

test('what is no refresh token ends nothing', async () => {
  const ada = await app.people.signUp('Ada Lovelace');
  const bytes = Buffer.from(ada.refreshToken, 'base64url');
  const changed = (place: number) => Buffer.from(bytes.map((b, i) => (i === place ? b ^ 1 : b))).toString('base64url');
  for (const token of ['', 'nonsense', ada.token, `${ada.refreshToken}A`, ...[0, 7, 8, 39, 40, 55].map(changed)])
    expect(await refresh(token)).toEqual(ENDED);
  expect((await viewer(ada.token)).status).toBe(200);
  expect((await refresh(ada.refreshToken)).errors).toEqual([]);
});

test('two honest refreshes at the same moment both succeed, and either answer leads on', async () => {
  const ken = await app.people.signUp('Ken Thompson');
  const both = await Promise.all([refresh(ken.refreshToken), refresh(ken.refreshToken), refresh(ken.refreshToken)]);
  for (const { session, errors } of both) {
    expect(errors).toEqual([]);
    expect((await viewer(session?.accessToken ?? '')).status).toBe(200);
  }
  app.clock.advance(60_000);
  for (const { session } of both) expect((await refresh(session?.refreshToken ?? '')).errors).toEqual([]);
});

test('a refresh token used again after the grace ends the session for both who hold it', async () => {
  const barbara = await app.people.signUp('Barbara Liskov');
  const { session: thief } = await refresh(barbara.refreshToken);
  app.clock.advance(10_001);
  expect(await refresh(barbara.refreshToken)).toEqual(ENDED);
  expect(await refresh(thief?.refreshToken ?? '')).toEqual(ENDED);
  expect((await viewer(thief?.accessToken ?? '')).status).toBe(401);
});

test('a thief who refreshes many times is still found out by the first honest refresh', async () => {
  const donald = await app.people.signUp('Donald Knuth');
  let stolen = donald.refreshToken;
  for (let i = 0; i < 5; i++) stolen = (await refresh(stolen)).session?.refreshToken ?? '';
  expect(await refresh(donald.refreshToken)).toEqual(ENDED);
  expect(await refresh(stolen)).toEqual(ENDED);
});

test('of refresh tokens only hashes are stored, of passwords only argon2id', async () => {
  const { database } = app.app;
  const { session } = await refresh((await app.people.signUp('Linus')).refreshToken);
  const rows = await database.query<Record<string, unknown>>('SELECT * FROM session');
  expect(JSON.stringify(rows)).not.toContain(session?.refreshToken);
  for (const { token_hash } of rows) expect(token_hash).toMatch(/^[0-9a-f]{64}$/);
  const accounts = await database.query<{ password_hash: string }>('SELECT password_hash FROM account');
  for (const { password_hash } of accounts) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

const signIn = (person: { email: string; password: string }, to = app) =>
  to.http.query<{ signIn: { session: object | null; errors: { code: string; retryAt: string | null }[] } }>(
    'mutation ($e: String!, $p: String!) { signIn(input: { email: $e, password: $p }) { session { expiresAt } errors { code message path retryAt } } }',
    { e: person.email, p: person.password },
  );

test('an unknown account and a wrong password get the same answer', async () => {
  const wrong = await signIn({ email: grace.email, password: 'not her password' });
  const unknown = await signIn({ email: 'nobody@example.org', password: 'not her password' });
  const nonsense = await signIn({ email: 'no address', password: '' });
  expect(wrong.data.signIn.errors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
  expect(unknown.data).toEqual(wrong.data);
  expect(nonsense.data).toEqual(wrong.data);
});

test('after ten failures there is no more guessing, however many guesses one request holds', async () => {
  const other = await startApp();
  try {
    const ada = await other.people.signUp('Ada Lovelace');
    const guesses = Array.from(
      { length: 14 },
      (_, i) => `g${i}: signIn(input: { email: "${ada.email}", password: "guess number ${i}" }) { errors { code } }`,
    );
    const { data } = await other.http.query<Record<string, { errors: { code: string }[] }>>(
      `mutation { ${guesses.join('\n')} }`,
    );
    const codes = Object.values(data).flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(codes).toEqual([...Array(10).fill('WRONG_CREDENTIALS'), ...Array(4).fill('TOO_MANY_ATTEMPTS')]);
    const right = await signIn(ada, other);
    expect(right.data.signIn).toMatchObject({ session: null, errors: [{ code: 'TOO_MANY_ATTEMPTS' }] });
    const retryAt = Date.parse(right.data.signIn.errors[0]?.retryAt ?? '');
    expect(retryAt).toBeGreaterThan(other.clock.now);
    expect(retryAt).toBeLessThanOrEqual(other.clock.now + 15 * 60_000);
  } finally {
    await other.stop();
  }
});

test('of a hundred guesses at the same moment exactly ten are looked at', async () => {
  const other = await startApp();
  try {
    const before = looks;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        signIn({ email: `person${i}@example.org`, password: 'a common guess' }, other),
      ),
    );
    const codes = answers.flatMap(({ data }) => data.signIn.errors.map(({ code }) => code));
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(90);
    expect(looks - before).toBe(10);
  } finally {
    await other.stop();
  }
});

test('someone who mistypes now and then is never locked out', async () => {
  const other = await startApp();
  try {
    const margaret = await other.people.signUp('Margaret Hamilton');
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 3; i++) await signIn({ ...margaret, password: 'mistyped' }, other);
      expect((await signIn(margaret, other)).data.signIn.errors).toEqual([]);
    }
  } finally {
    await other.stop();
  }
});

test('no log line tells a password or a token', async () => {
  const { session } = await refresh(grace.refreshToken);
  const secrets = [grace.password, grace.token, grace.refreshToken, session?.accessToken ?? '', TEST_SECRET];
  expect(app.log.length).toBeGreaterThan(0);
  for (const line of app.log) for (const secret of secrets) expect(line).not.toContain(secret);
});

test.each([
  ['missing', undefined],
  ['short', 'abc123'],
  ['one letter, many times', 'a'.repeat(64)],
])('a server whose secret is %s does not start in production', (_, AUTH_SECRET) => {
  expect(() => loadConfig({ NODE_ENV: 'production', AUTH_SECRET })).toThrow(ConfigError);
});

function publicKey(): string {
  return generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
}
