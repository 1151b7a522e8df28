import { HeldLease, LeaseLost } from '../../src/database/lease';
import { createLogger } from '../../src/logger';
import { Pruner, RETENTION_LEASE } from '../../src/retention/pruner';
import type { Person } from '../kit/person';
import { SocketClient } from '../kit/socket-client';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { EVENTS, StreamListener } from './stream-listener';

const DAY = 86_400_000;
const KEPT = 10;

interface Page {
  readonly events: readonly { readonly seq: string }[];
  readonly cursor: string;
  readonly head: boolean;
  readonly reset: { readonly reason: string } | null;
}

const cursorOf = async (person: Person): Promise<string> =>
  (await person.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }')).snapshot.cursor;

const pageAfter = async (person: Person, after: string, first = 100): Promise<Page> =>
  (
    await person.asks<{ eventPage: Page }>(
      'query ($after: Cursor!, $first: Int) { eventPage(after: $after, first: $first) { events { seq } cursor head reset { reason } } }',
      { after, first },
    )
  ).eventPage;

const changes = (person: Person, count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => person.does('updateProfile', { headline: `Version ${n}` })));

describe('events that have been kept for long enough', () => {
  let town: TestApp;
  let pruner: Pruner;
  const count = async (table: string): Promise<number> =>
    (await town.app.database.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n ?? 0;

  beforeEach(async () => {
    town = await startApp(STEADY);
    pruner = prunerOf(town, 'test');
  });
  afterEach(() => town.stop());

  test('Grace finds what is younger than 30 days, and is told to start again when she asks for more', async () => {
    const [grace] = await town.people.trio();
    const before = await cursorOf(grace);
    await changes(grace, 20);
    const middle = await cursorOf(grace);
    town.clock.advance(20 * DAY);
    await changes(grace, 30);
    town.clock.advance(11 * DAY);
    expect(await pruner.prune()).toMatchObject({ events: 20 });
    expect(await pageAfter(grace, before)).toMatchObject({ reset: { reason: 'RETENTION' } });
    const page = await pageAfter(grace, middle);
    expect([page.events.length, page.reset]).toEqual([30, null]);
    const device = await StreamListener.start(town.app.url, grace, middle);
    expect(device.untaken).toHaveLength(30);
    await device.socket.close();
  });

  test('the last events of a member stay however old they are, and numbers go on', async () => {
    const [grace] = await town.people.trio();
    await changes(grace, 25);
    const head = await cursorOf(grace);
    town.clock.advance(400 * DAY);
    expect(await pruner.prune()).toMatchObject({ events: 15 });
    expect(await pruner.prune()).toMatchObject({ events: 0 });
    expect(await count('member_event')).toBe(KEPT);
    await changes(grace, 1);
    expect((await pageAfter(grace, head)).events).toEqual([{ seq: '26' }]);
  });

  test('a stream of which nothing but its end is kept goes on from that end', async () => {
    const [grace] = await town.people.trio();
    await changes(grace, 3);
    const head = await cursorOf(grace);
    town.clock.advance(31 * DAY);
    await prunerOf(town, 'thorough', 0).prune();
    expect(await count('member_event')).toBe(0);
    expect(await pageAfter(grace, head)).toMatchObject({ events: [], head: true, reset: null });
    await changes(grace, 1);
    expect((await pageAfter(grace, head)).events).toEqual([{ seq: '4' }]);
  });

  test('what goes while Grace is catching up is a reset, never a gap', async () => {
    const [grace] = await town.people.trio();
    const before = await cursorOf(grace);
    await changes(grace, 250);
    town.clock.advance(31 * DAY);
    const read = town.app.database.query.bind(town.app.database);
    let pages = 0;
    const query = jest.spyOn(town.app.database, 'query').mockImplementation(async (text, parameters) => {
      if (text.includes('LEFT JOIN member_event') && ++pages === 2) await pruner.prune();
      return read(text, parameters);
    });
    const socket = await SocketClient.connect(town.app.url, grace.token);
    try {
      socket.subscribe('events', EVENTS, { after: before });
      expect(await socket.hears('next')).toMatchObject({ payload: { data: { events: { __typename: 'EventBatch' } } } });
      let reset = await socket.hears('next');
      // The first page may have come in two parts.
      if (JSON.stringify(reset).includes('EventBatch')) reset = await socket.hears('next');
      expect(reset).toMatchObject({ payload: { data: { events: { reason: 'RETENTION' } } } });
      await socket.hears('complete', 'events');
    } finally {
      query.mockRestore();
      await socket.close();
    }
  });

  test('Grace hears what happens while her old events are pruned', async () => {
    const [grace] = await town.people.trio();
    await changes(grace, 30);
    town.clock.advance(31 * DAY);
    const device = await StreamListener.start(town.app.url, grace);
    const [pruned] = await Promise.all([pruner.prune(), changes(grace, 50)]);
    expect(pruned?.events).toBeGreaterThanOrEqual(20);
    for (let n = 0; n < 50; n++) await device.hears('PROFILE_UPDATED');
    await device.socket.close();
  });

  test('batches of lanes go after a day, lanes of processes that ended after a week, and one that was only quiet goes on', async () => {
    const [grace] = await town.people.trio();
    await changes(grace, 3);
    const { database } = town.app;
    await database.run("INSERT INTO lane (id, process, seq, tag) VALUES (4000000000, 'ended', 0, 0)");
    town.clock.advance(2 * DAY);
    await changes(grace, 1);
    expect((await pruner.prune())?.batches).toBeGreaterThan(0);
    const device = await StreamListener.start(town.app.url, grace);
    town.clock.advance(8 * DAY);
    expect(await pruner.prune()).toMatchObject({ lanes: 1 });
    expect([await count('lane'), await count('lane_batch')]).toEqual([0, 0]);
    await changes(grace, 1);
    await device.hears('PROFILE_UPDATED');
    expect([await count('lane'), await count('lane_batch')]).toEqual([1, 1]);
    await device.socket.close();
  });

  test('idempotency keys and sessions go when nobody can use them any longer', async () => {
    const [grace, alan, ada] = await town.people.trio();
    await grace.sends(alan, { idempotencyKey: 'once' });
    await ada.does('signOut', {});
    expect(await pruner.prune()).toMatchObject({ keys: 0, sessions: 0 });
    town.clock.advance(3 * DAY);
    await grace.sends(ada, { idempotencyKey: 'now' });
    expect(await pruner.prune()).toMatchObject({ keys: 1, sessions: 1 });
    expect([await count('idempotency_key'), await count('session')]).toEqual([1, 2]);
  });

  test('a process whose clock is days ahead deletes nothing before its time', async () => {
    const [grace, alan, ada] = await town.people.trio();
    await grace.sends(alan, { idempotencyKey: 'once' });
    await ada.does('signOut', {});
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 40 * DAY);
    expect(await pruner.prune()).toMatchObject({ events: 0, batches: 0, keys: 0, sessions: 0 });
    now.mockRestore();
  });

  test('of two processes that begin together one prunes', async () => {
    const [grace] = await town.people.trio();
    await changes(grace, 25);
    town.clock.advance(31 * DAY);
    const both = await Promise.all([pruner.prune(), prunerOf(town, 'the other').prune()]);
    expect(both.filter((pruned) => pruned !== null).map(({ events }) => events)).toContain(15);
    expect(await count('member_event')).toBe(KEPT);
  });

  test('a process that slept through its lease does nothing more when it wakes', async () => {
    const { database } = town.app;
    const mine = await HeldLease.take(database, 'job', 'sleeper');
    expect(await HeldLease.take(database, 'job', 'waiting')).toBeNull();
    town.clock.advance(31_000);
    const theirs = await HeldLease.take(database, 'job', 'waiting');
    await expect(database.transact(async (tx) => mine?.hold(tx))).rejects.toThrow(LeaseLost);
    await mine?.release();
    await database.transact(async (tx) => theirs?.hold(tx));
    expect(await HeldLease.take(database, 'job', 'sleeper')).toBeNull();
    await theirs?.release();
    expect(await HeldLease.take(database, 'job', 'sleeper')).not.toBeNull();
  });

  test('a process that falls asleep between two of its transactions finds another at work, and deletes nothing more', async () => {
    const people = await town.people.trio();
    for (const person of people) await changes(person, 25);
    town.clock.advance(31 * DAY);
    const { database } = town.app;
    const transact = database.transact.bind(database);
    let transactions = 0;
    const sleep = jest.spyOn(database, 'transact').mockImplementation(async (work) => {
      // The first takes the lease, the second asks what time it is, the third prunes the first of three.
      if (++transactions === 4) {
        town.clock.advance(31_000);
        sleep.mockRestore();
        await HeldLease.take(database, RETENTION_LEASE, 'another');
      }
      return transact(work);
    });
    expect(await pruner.prune()).toBeNull();
    expect(await count('member_event')).toBe(25 + 25 + KEPT);
  });
});

function prunerOf({ app }: TestApp, holder: string, eventsOfMember = KEPT): Pruner {
  return new Pruner({
    ...{ database: app.database, logger: createLogger({ level: 'silent' }), holder, keys: DAY },
    keeping: { events: 30 * DAY, eventsOfMember },
  });
}
