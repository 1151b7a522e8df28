import { readFileSync } from 'node:fs';
import { Book, type Snapshot } from '../../examples/web-client/book';
import { People, Person } from '../kit/person';
import { waitFor } from '../kit/wait-for';
import { type Device, devices } from './devices';
import { Compiled } from './relay/compiled';
import { Town } from './town';

const SNAPSHOT = readFileSync('schema/operations/snapshot.graphql', 'utf8');
const PAGE = 'query ($after: Cursor!) { eventPage(after: $after) { events { seq } head } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }';

describe('Grace listens on five devices, each with another library', () => {
  let town: Town;
  let compiled: Compiled;
  let grace: Person;
  let friends: Person[];
  let begun: string;
  let all: ReadonlyMap<string, Device> = new Map();

  const here = (person: Person) => person.at(town.url);
  const read = async () => (await here(grace).asks<{ snapshot: Snapshot }>(SNAPSHOT, { first: 100 })).snapshot;
  const freshly = async () => {
    const book = new Book(read);
    await book.begin();
    return known(book);
  };
  /** What a device has been told, and knows now, when it is up to date. */
  const upToDate = async () => {
    const { eventPage } = await here(grace).asks<{ eventPage: Page }>(PAGE, { after: begun });
    const seqs = eventPage.events.map(({ seq }) => Number(seq));
    await waitFor('everybody to be up to date', () => [...all.values()].every((it) => it.seqs.at(-1) === seqs.at(-1)));
    return { seqs, known: await freshly(), head: eventPage.head };
  };

  beforeAll(async () => {
    compiled = new Compiled();
    town = await Town.found({ CHECKPOINT_SECONDS: '1' });
    grace = await new People(town.url).signUp('Grace');
    friends = await signUpMany(town.url, 2 * BREAKS.length + CUTS * AT_ONCE);
    begun = (await read()).cursor;
    all = devices({ url: town.line.url, token: async () => grace.token, read, compiled });
    // What happens before a device has its snapshot is in it, and not told.
    await waitFor('everybody to have begun', () => [...all.values()].every(({ cursor }) => cursor !== undefined));
  });
  afterAll(async () => {
    await Promise.all([...all.values()].map((device) => device.stop()));
    await town.close();
    compiled.remove();
  });

  const BREAKS = [
    ['the line is cut', async () => town.line.cut()],
    [
      'her session ends, and she signs in again',
      async () => {
        const { data } = await grace
          .at(town.url)
          .answer<SignedIn>(SIGN_IN, { input: { email: grace.email, password: grace.password } });
        const before = here(grace);
        grace = new Person(town.url, { ...grace, token: data.signIn.session.accessToken });
        await before.does('signOut', {});
      },
    ],
    ['the process stops, and another begins', () => town.restart('stop')],
    ['the process is killed, and another begins', () => town.restart('kill')],
    ['the line is cut once more', async () => town.line.cut()],
    ['the line falls silent', async () => town.line.hush()],
  ] as const;

  test.each(BREAKS)(
    '%s: each device hears everything once, and knows what a fresh reading shows',
    async (_, breakOff) => {
      const [ada, bob] = friends.splice(0, 2);
      if (!ada || !bob) throw new Error('She has too few friends.');
      const first = await here(ada).sends(grace);
      await upToDate();
      const visits = new Map([...all].map(([name, device]) => [name, device.visits]));
      await breakOff();
      const second = await here(bob).sends(grace);
      await here(grace).accepts(first);
      await here(bob).withdraws(second);
      await waitFor('everybody to be back', () =>
        [...all].every(([name, device]) => device.visits > (visits.get(name) ?? 0)),
      );
      const { seqs, known: fresh, head } = await upToDate();
      expect(head).toBe(true);
      for (const [name, device] of all)
        expect({ name, seqs: device.seqs, known: known(device) }).toEqual({ name, seqs, known: fresh });
    },
  );

  test('the line is cut whenever the first device is being told of something: each hears everything once all the same', async () => {
    const told = () => [...all.values()].reduce((sum, { seqs }) => sum + seqs.length, 0);
    const visits = new Map([...all].map(([name, device]) => [name, device.visits]));
    for (let cut = 0; cut < CUTS; cut++) {
      const before = told();
      const crowd = friends.splice(0, AT_ONCE).map(async (friend, n) => {
        const invitation = await here(friend).sends(grace);
        if (n % 2 === 0) await here(grace).accepts(invitation);
      });
      await waitFor('somebody to be told', () => told() > before);
      town.line.cut();
      await Promise.all(crowd);
    }
    const { seqs, known: fresh } = await upToDate();
    for (const [name, device] of all) {
      expect({ name, seqs: device.seqs, known: known(device) }).toEqual({ name, seqs, known: fresh });
      expect(device.visits).toBeGreaterThan(visits.get(name) ?? 0);
    }
  });
});

/** How often the line is cut in the middle, and how many invite her each time. */
const CUTS = 8;
const AT_ONCE = 4;

interface Page {
  readonly events: readonly { readonly seq: string }[];
  readonly head: boolean;
}

interface SignedIn {
  readonly signIn: { readonly session: { readonly accessToken: string } };
}

function known({ invitations, connections }: Book) {
  return { invitations: Object.fromEntries(invitations), connections: Object.fromEntries(connections) };
}

function signUpMany(url: string, count: number): Promise<Person[]> {
  return new People(url).signUpAll(...Array.from({ length: count }, (_, n) => `Person ${n}`));
}
