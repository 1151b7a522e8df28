import { HeldLease } from '../../src/database/lease';
import { TIME_LEASE } from '../../src/invitations/scheduler';
import { people } from '../kit/door';
import { PassingTime } from './passing-time';

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

let time: PassingTime;
beforeAll(async () => {
  time = await PassingTime.begin(Date.UTC(2026, 0, 1));
});
afterAll(() => time.end());

const invite = (actor: number, peer: number) =>
  time.does({ kind: 'invite', actor, peer, reason: 'OTHER', context: null, note: null, origin: 'DIRECT' });

/** What a member was told, in order, and what notifications of theirs there are. */
async function heard(member: number): Promise<string[]> {
  const rows = await time.database.query<{ kind: string }>(
    'SELECT kind FROM member_event WHERE member_id = ? ORDER BY seq',
    [member],
  );
  return rows.map(({ kind }) => kind);
}
async function notified(member: number): Promise<string[]> {
  const rows = await time.database.query<{ kind: string }>(
    'SELECT kind FROM notification WHERE member_id = ? ORDER BY id',
    [member],
  );
  return rows.map(({ kind }) => kind);
}
async function two(): Promise<[ada: number, ben: number]> {
  const [ada, ben] = await people(time.database, 2);
  if (!ada || !ben) throw new Error('Nobody came.');
  return [ada, ben];
}

test('Ben is reminded after one and after three weeks, no more, and at the end it is gone with what told of it', async () => {
  const [ada, ben] = await two();
  await invite(ada, ben);
  await time.pass(WEEK - MINUTE);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED']);
  await time.pass(MINUTE);
  await time.pass(MINUTE);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
  await time.pass(2 * WEEK);
  await time.pass(2 * WEEK);
  const reminded = ['INVITATION_RECEIVED', 'INVITATION_REMINDER', 'INVITATION_REMINDER'];
  expect(await heard(ben)).toEqual(reminded);
  // The second reminder stands in the place of the first.
  expect(await notified(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
  expect(await heard(ada)).toEqual(['INVITATION_SENT']);
  await time.pass(180 * DAY);
  expect(await heard(ben)).toEqual([...reminded, 'INVITATION_REMOVED']);
  expect(await heard(ada)).toEqual(['INVITATION_SENT', 'INVITATION_EXPIRED']);
  expect(await notified(ben)).toEqual([]);
});

test('Any answer ends the reminders: yes, no, a question, and a no that was taken back', async () => {
  const answers: ((ben: number, invitation: number) => Promise<unknown>)[] = [
    (actor, invitation) => time.does({ kind: 'accept', actor, invitation, origin: 'DIRECT' }),
    (actor, invitation) => time.does({ kind: 'decline', actor, invitation, report: 'SPAM' }),
    (actor, invitation) => time.does({ kind: 'ask', actor, invitation, text: 'Who are you?' }),
    async (actor, invitation) => {
      await time.does({ kind: 'decline', actor, invitation, report: 'NONE' });
      await time.does({ kind: 'undoDecline', actor, invitation });
    },
  ];
  for (const answer of answers) {
    const [ada, ben] = await two();
    await answer(ben, await invite(ada, ben));
    await time.pass(4 * WEEK);
    await time.pass(4 * WEEK);
    expect(await heard(ben)).not.toContain('INVITATION_REMINDER');
  }
});

test('After weeks in which no process ran, Ben is reminded once, and not of what has expired meanwhile', async () => {
  const [ada, ben] = await two();
  const [tim, eve] = await two();
  await invite(ada, ben);
  time.now += 170 * DAY;
  await invite(tim, eve);
  await time.pass(12 * DAY);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMOVED']);
  expect(await heard(eve)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
  await time.pass(MINUTE);
  expect(await heard(eve)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
});

test('A snooze ends by itself: Ben hears of it, Ada does not, and nobody is reminded', async () => {
  const [ada, ben] = await two();
  const invitation = await invite(ada, ben);
  await time.does({ kind: 'snooze', actor: ben, invitation, until: time.now + 30 * DAY });
  await time.pass(29 * DAY);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_UPDATED']);
  await time.pass(DAY);
  await time.pass(30 * DAY);
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_UPDATED', 'INVITATION_UPDATED']);
  expect(await heard(ada)).toEqual(['INVITATION_SENT']);
});

test('Two processes that sweep at once, with more than a page to do, remind everybody exactly once', async () => {
  const members = await people(time.database, 40);
  const pairs = members.flatMap((ada, index) => members.slice(index + 1).map((ben) => [ada, ben] as const));
  await Promise.all(pairs.map(([ada, ben]) => invite(ada, ben)));
  time.now += WEEK;
  const passed = await Promise.all([time.sweep(), time.sweepElsewhere()]);
  const last = await time.sweep();
  const returned = [...passed, last].reduce((sum, each) => sum + (each?.returned ?? 0), 0);
  expect(returned).toBe(pairs.length);
  const [row] = await time.database.query<{ count: number }>(
    `SELECT COUNT(*) AS count FROM member_event WHERE kind = 'INVITATION_REMINDER' AND member_id >= ?`,
    [members[0] ?? 0],
  );
  expect(row?.count).toBe(pairs.length);
}, 30_000);

test('While one process holds the lease another does nothing; one that stood still has lost it', async () => {
  const [ada, ben] = await two();
  await invite(ada, ben);
  time.now += WEEK;
  const { database } = time;
  const stuck = await HeldLease.take(database, TIME_LEASE, 'a process that stands still');
  expect(await time.sweep()).toBeNull();
  time.now += MINUTE;
  expect(await time.sweepElsewhere()).toMatchObject({ returned: 1 });
  await expect(database.transact(async (tx) => stuck?.hold(tx))).rejects.toThrow();
  // A clock that went back harms nobody either.
  time.now -= 2 * DAY;
  await time.sweep();
  time.now += 2 * DAY;
  expect(await heard(ben)).toEqual(['INVITATION_RECEIVED', 'INVITATION_REMINDER']);
});
