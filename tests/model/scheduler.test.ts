import { pino } from 'pino';
import { violations } from '../../src/audit/violations';
import { HeldLease } from '../../src/database/lease';
import { Scheduler, TIME_LEASE } from '../../src/invitations/scheduler';
import { DEFAULT_POLICY } from '../../src/policy';
import { isRefusal, type PairCommand } from '../../src/relationships/command';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { engine } from '../services/engine';

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

let store: Store;
let doors: readonly OpenDoor[];
let now = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  store = await createStore();
  // The embedded engine has one process, so there two schedulers share a door.
  doors = await Promise.all(
    (engine === 'mariadb' ? [0, 1] : [0]).map(() =>
      openDoor(store.config, { policy: { quotaPerDay: 1000, quotaPerWeek: 1000 }, clock: () => now }),
    ),
  );
});
afterAll(async () => {
  const [first] = doors;
  expect(
    first && (await violations(first.database, { ...DEFAULT_POLICY, quotaPerDay: 1000, quotaPerWeek: 1000 })),
  ).toEqual([]);
  await Promise.all(doors.map((door) => door.close()));
  await store.remove();
});

function one(): OpenDoor {
  const [first] = doors;
  if (!first) throw new Error('There is no door.');
  return first;
}
const scheduler = ({ database, door }: OpenDoor = one()) => new Scheduler(database, door, pino({ level: 'silent' }));

async function does(command: PairCommand): Promise<number> {
  const [outcome] = await one().door.submit([command]);
  if (!outcome || isRefusal(outcome)) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
  return outcome.invitation ?? 0;
}
const invite = (actor: number, peer: number) =>
  does({ kind: 'invite', actor, peer, reason: 'OTHER', context: null, note: null, origin: 'DIRECT' });

/** What a member was told, in order, and what notifications of theirs there are. */
async function heard(member: number): Promise<string[]> {
  const rows = await one().database.query<{ kind: string }>(
    'SELECT kind FROM member_event WHERE member_id = ? ORDER BY seq',
    [member],
  );
  return rows.map(({ kind }) => kind);
}
async function notified(member: number): Promise<string[]> {
  const rows = await one().database.query<{ kind: string }>(
    'SELECT kind FROM notification WHERE member_id = ? ORDER BY id',
    [member],
  );
  return rows.map(({ kind }) => kind);
}
async function pass(time: number): Promise<void> {
  now += time;
  await scheduler().sweep();
}

async function two(): Promise<[ada: number, ben: number]> {
  const [ada, ben] = await people(one().database, 2);
  if (!ada || !ben) throw new Error('Nobody came.');
  return [ada, ben];
}

test('Ben is reminded after one and after three weeks, no more, and at the end it is gone with what told of it', async () => {
  const [ada, ben] = await two();
  await invite(ada, ben);
  await pass(WEEK - MINUTE);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED']);
  await pass(MINUTE);
  await pass(MINUTE);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
  await pass(2 * WEEK);
  await pass(2 * WEEK);
  const reminded = ['INVITATION_RECEIVED', 'INVITATION_REMINDER', 'INVITATION_REMINDER'];
  expect(await heard(ben)).toEqual(reminded);
  // The second reminder stands in the place of the first.
  expect(await notified(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
  expect(await heard(ada)).toEqual(['INVITATION_SENT']);
  await pass(180 * DAY);
  expect(await heard(ben)).toEqual([...reminded, 'INVITATION_REMOVED']);
  expect(await heard(ada)).toEqual(['INVITATION_SENT', 'INVITATION_EXPIRED']);
  expect(await notified(ben)).toEqual([]);
});

test('Any answer ends the reminders: yes, no, a question, and a no that was taken back', async () => {
  const answers: ((ben: number, invitation: number) => Promise<unknown>)[] = [
    (actor, invitation) => does({ kind: 'accept', actor, invitation, origin: 'DIRECT' }),
    (actor, invitation) => does({ kind: 'decline', actor, invitation, report: 'SPAM' }),
    (actor, invitation) => does({ kind: 'ask', actor, invitation, text: 'Who are you?' }),
    async (actor, invitation) => {
      await does({ kind: 'decline', actor, invitation, report: 'NONE' });
      await does({ kind: 'undoDecline', actor, invitation });
    },
  ];
  for (const answer of answers) {
    const [ada, ben] = await two();
    await answer(ben, await invite(ada, ben));
    await pass(4 * WEEK);
    await pass(4 * WEEK);
    expect(await heard(ben)).not.toContain('INVITATION_REMINDER');
  }
});

test('After weeks in which no process ran, Ben is reminded once, and not of what has expired meanwhile', async () => {
  const [ada, ben] = await two();
  const [tim, eve] = await two();
  await invite(ada, ben);
  now += 170 * DAY;
  await invite(tim, eve);
  await pass(12 * DAY);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMOVED']);
  expect(await heard(eve)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
  await pass(MINUTE);
  expect(await heard(eve)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
});

test('A snooze ends by itself: Ben hears of it, Ada does not, and nobody is reminded', async () => {
  const [ada, ben] = await two();
  const invitation = await invite(ada, ben);
  await does({ kind: 'snooze', actor: ben, invitation, until: now + 30 * DAY });
  await pass(29 * DAY);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_UPDATED']);
  await pass(DAY);
  await pass(30 * DAY);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_UPDATED', 'INVITATION_UPDATED']);
  expect(await heard(ada)).toEqual(['INVITATION_SENT']);
});

test('Two processes that sweep at once, with more than a page to do, remind everybody exactly once', async () => {
  const members = await people(one().database, 40);
  const pairs = members.flatMap((ada, index) => members.slice(index + 1).map((ben) => [ada, ben] as const));
  await Promise.all(pairs.map(([ada, ben]) => invite(ada, ben)));
  now += WEEK;
  const passed = await Promise.all([scheduler().sweep(), scheduler(doors.at(-1)).sweep()]);
  const last = await scheduler().sweep();
  const returned = [...passed, last].reduce((sum, each) => sum + (each?.returned ?? 0), 0);
  expect(returned).toBe(pairs.length);
  const [row] = await one().database.query<{ count: number }>(
    `SELECT COUNT(*) AS count FROM member_event WHERE kind = 'INVITATION_REMINDER' AND member_id >= ?`,
    [members[0] ?? 0],
  );
  expect(row?.count).toBe(pairs.length);
}, 30_000);

test('While one process holds the lease another does nothing; one that stood still has lost it', async () => {
  const [ada, ben] = await two();
  await invite(ada, ben);
  now += WEEK;
  const { database } = one();
  const stuck = await HeldLease.take(database, TIME_LEASE, 'a process that stands still');
  expect(await scheduler().sweep()).toBeNull();
  now += MINUTE;
  expect(await scheduler(doors.at(-1)).sweep()).toMatchObject({ returned: 1 });
  await expect(database.transact(async (tx) => stuck?.hold(tx))).rejects.toThrow();
  // A clock that went back harms nobody either.
  now -= 2 * DAY;
  await scheduler().sweep();
  now += 2 * DAY;
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
});
