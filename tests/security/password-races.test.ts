import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { engine } from '../services/engine';

type Passwords = typeof import('../../src/members/passwords');

/** Where those wait whose password was found right while this is open; null: nobody waits. */
let hold: { arrived(): void; readonly opened: Promise<void> } | null = null;

/** Told when a new password is about to be written. */
let hashed: (() => void) | null = null;

jest.mock('../../src/members/passwords', (): Passwords => {
  const real = jest.requireActual<Passwords>('../../src/members/passwords');
  return {
    hashPassword: async (password) => {
      const hash = await real.hashPassword(password);
      hashed?.();
      return hash;
    },
    passwordMatches: async (...given) => {
      const waiting = hold;
      const matches = await real.passwordMatches(...given);
      waiting?.arrived();
      await waiting?.opened;
      return matches;
    },
  };
});

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

function newGate(): { open(): void; readonly opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** Starts `count` attempts and returns when all have found the password right; `finish` lets them go on. */
async function heldAfterTheCheck<T>(count: number, attempt: () => Promise<T>): Promise<{ finish(): Promise<T[]> }> {
  const [all, gate] = [newGate(), newGate()];
  let missing = count;
  hold = { arrived: () => --missing === 0 && all.open(), opened: gate.opened };
  const attempts = Array.from({ length: count }, attempt);
  await all.opened;
  hold = null;
  return {
    finish: () => {
      gate.open();
      return Promise.all(attempts);
    },
  };
}

async function signIn({ email }: Person, password: string) {
  const { data } = await app.http.query<{
    signIn: { session: { accessToken: string } | null; errors: { code: string }[] };
  }>('mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } errors { code } } }', {
    input: { email, password },
  });
  return data.signIn;
}

const change = (person: Person, currentPassword: string, newPassword: string) =>
  person.does('changePassword', { currentPassword, newPassword });

const statusWith = async (token: string): Promise<number> =>
  (await app.http.query('{ viewer { email } }', {}, { token })).status;

test('whoever signs in with the old password while Donald changes it is not in afterwards', async () => {
  const donald = await app.people.signUp('Donald Knuth');
  const thieves = await heldAfterTheCheck(5, () => signIn(donald, donald.password));
  expect((await change(donald, donald.password, 'the art of passwords')).errors).toEqual([]);
  const answers = await thieves.finish();
  const refused = { session: null, errors: [{ code: 'WRONG_CREDENTIALS' }] };
  expect(answers).toEqual(Array.from({ length: 5 }, () => refused));
  expect((await signIn(donald, 'the art of passwords')).errors).toEqual([]);
});

// An embedded database takes one transaction at a time: what a test can tell there is in the one above.
if (engine === 'mariadb')
  test('no session made with the old password is alive, however sign-ins and the change meet', async () => {
    // They meet otherwise each time: without the lock on the account two of three times a thief is in.
    for (let round = 0; round < 5; round++) {
      const ada = await app.people.signUp('Ada Lovelace');
      const thieves = await heldAfterTheCheck(6, () => signIn(ada, ada.password));
      const { open, opened } = newGate();
      hashed = open;
      const [answers, changed] = await Promise.all([
        opened.then(() => thieves.finish()),
        change(ada, ada.password, 'analytical engine no. 1'),
      ]);
      hashed = null;
      expect(changed.errors).toEqual([]);
      for (const { session } of answers) if (session) expect(await statusWith(session.accessToken)).toBe(401);
      expect(await statusWith(ada.token)).toBe(200);
    }
  });

test('a thief who changes the password at the same moment as its owner does not have the last word', async () => {
  const grace = await app.people.signUp('Grace Hopper');
  const thief = await heldAfterTheCheck(1, () => change(grace, grace.password, 'a password of the thief'));
  expect((await change(grace, grace.password, 'nanoseconds of wire')).errors).toEqual([]);
  const [answer] = await thief.finish();
  expect(answer?.errors).toMatchObject([{ code: 'WRONG_CREDENTIALS', path: ['input', 'currentPassword'] }]);
  expect((await signIn(grace, 'nanoseconds of wire')).errors).toEqual([]);
});
