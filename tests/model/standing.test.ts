import { attendToStanding } from '../../src/invitations/standing/standing-office';
import { readStanding } from '../../src/invitations/standing/standings.queries';
import type { Command, Report } from '../../src/relationships/command';
import { levelAt } from '../../src/relationships/standing.rules';
import { people } from '../kit/door';
import { PassingTime } from './passing-time';

const DAY = 86_400_000;
let time: PassingTime;
beforeAll(async () => {
  time = await PassingTime.begin(Date.UTC(2026, 0, 1, 12));
});
afterAll(() => time.end());

const inviting = (actor: number, peer: number, knowsEmail: boolean | null = null): Command => ({
  ...{ kind: 'invite', actor, peer, reason: 'OTHER', context: null, note: null, origin: 'DIRECT' },
  acquaintance: { sharesContext: false, knowsEmail },
});
const reporting = (actor: number, invitation: number, report: Report): Command => ({
  ...{ kind: 'decline', actor, invitation, report },
});

const level = async (id: number) => levelAt(await readStanding(time.database, id), time.now);

/** Ada, and somebody new for each report of hers. */
async function reported(...reports: readonly Report[]): Promise<[ada: number, reporters: readonly number[]]> {
  const [ada = 0, ...reporters] = await people(time.database, reports.length + 1);
  for (const [index, report] of reports.entries()) {
    const ben = reporters[index] ?? 0;
    await time.does(reporting(ben, await time.does(inviting(ada, ben)), report));
  }
  return [ada, reporters];
}
const IDK = 'UNKNOWN_SENDER';
const FIVE = [IDK, IDK, IDK, IDK, IDK] as const;

async function told(member: number): Promise<string[]> {
  const { database } = time;
  const about = "WHERE member_id = ? AND kind = 'STANDING_CHANGED'";
  const events = await database.query<{ kind: string }>(`SELECT kind FROM member_event ${about}`, [member]);
  const notified = await database.query<{ kind: string }>(`SELECT kind FROM notification ${about}`, [member]);
  return [...events.map(() => 'event'), ...notified.map(() => 'notification')];
}

test('Five days after five members did not know Ada she is restricted, is told once, and a week later it is over', async () => {
  const [ada, reporters] = await reported(...FIVE);
  const [stranger = 0, friend = 0] = await people(time.database, 2);
  await time.pass(1.9 * DAY);
  expect([await level(ada), await told(ada)]).toEqual(['GOOD', []]);
  await time.pass(2.2 * DAY);
  const { restrictedUntil } = await readStanding(time.database, ada);
  expect([await level(ada), restrictedUntil]).toEqual(['RESTRICTED', time.now + 7 * DAY]);
  expect(await time.submit(inviting(ada, stranger))).toEqual({
    refused: 'STANDING_RESTRICTED',
    retryAt: restrictedUntil,
  });
  await time.does(inviting(ada, friend, true));
  await time.pass(DAY);
  const soFar = (await told(ada)).length;
  for (const reporter of reporters) expect(await told(reporter)).toEqual([]);
  time.now = restrictedUntil ?? 0;
  await time.does(inviting(ada, stranger));
  await time.pass(0);
  await time.pass(DAY);
  expect(await level(ada)).toBe('CAREFUL');
  expect((await told(ada)).length).toBe(soFar + 2);
});

test('A report that is taken back does not count: by undoing it, by allowing the member, by inviting them', async () => {
  const peace: ((ben: number, ada: number, invitation: number) => Command)[] = [
    (actor, _ada, invitation) => ({ kind: 'undoDecline', actor, invitation }),
    (actor, peer) => ({ kind: 'allow', actor, peer }),
    (actor, peer) => inviting(actor, peer),
  ];
  for (const make of peace) {
    const [ada] = await reported(IDK, IDK);
    const [ben = 0] = await people(time.database, 1);
    const invitation = await time.does(inviting(ada, ben));
    await time.does(reporting(ben, invitation, 'SPAM'));
    await time.does(make(ben, ada, invitation));
    await time.pass(5 * DAY);
    expect(await level(ada)).toBe('GOOD');
  }
  // Whoever blocks, and whom Ada blocks, has not taken anything back.
  const [ada, [ben = 0, cyd = 0]] = await reported(IDK, IDK, IDK);
  await time.does({ kind: 'block', actor: ben, peer: ada });
  await time.does({ kind: 'block', actor: ada, peer: cyd });
  await time.pass(5 * DAY);
  expect(await level(ada)).toBe('CAREFUL');
});

test('A report of one who has left counts no more', async () => {
  const [ada, [ben = 0]] = await reported(IDK, IDK, IDK);
  await time.database.run('UPDATE member_state SET erased_at = ? WHERE member_id = ?', [time.now, ben]);
  await time.pass(5 * DAY);
  expect(await level(ada)).toBe('GOOD');
  await time.database.run('UPDATE member_state SET erased_at = NULL WHERE member_id = ?', [ben]);
});

test('Reports of one evening do not all show on the same morning', async () => {
  const { database } = time;
  const [ada] = await reported(...FIVE, ...FIVE, ...FIVE, ...FIVE);
  const rows = await database.query<{ days: number }>(
    'SELECT DISTINCT counts_at - made_at AS days FROM report WHERE member_id = ?',
    [ada],
  );
  expect(rows.length).toBeGreaterThan(1);
  await time.pass(5 * DAY);
});

test('After weeks without any process, two that wake at once restrict each of eight members once', async () => {
  const members: number[] = [];
  for (let n = 0; n < 8; n++) members.push((await reported(...FIVE))[0]);
  time.now += 21 * DAY;
  await Promise.all([time.sweep(), time.sweepElsewhere()]);
  await time.sweep();
  for (const ada of members) {
    expect(await readStanding(time.database, ada)).toMatchObject({ level: 'RESTRICTED', restrictions: 1 });
    expect(await told(ada)).toEqual(['event', 'notification']);
  }
}, 30_000);

test('Grace, who knows nobody, is told so in private; after that her word weighs a tenth, until she answers otherwise', async () => {
  const [grace = 0, ...senders] = await people(time.database, 21);
  for (const sender of senders) await time.does(reporting(grace, await time.does(inviting(sender, grace)), IDK));
  expect((await readStanding(time.database, grace)).overuses).toBe(false);
  await time.pass(DAY);
  expect(await readStanding(time.database, grace)).toMatchObject({ level: 'GOOD', overuses: true });
  expect(await told(grace)).toEqual(['event', 'notification']);
  const [ada, [ben = 0]] = await reported(IDK, IDK);
  await time.does(reporting(grace, await time.does(inviting(ada, grace)), 'SPAM'));
  await time.pass(5 * DAY);
  expect(await level(ada)).toBe('GOOD');
  await time.pass(30 * DAY);
  expect((await readStanding(time.database, grace)).overuses).toBe(false);
  expect((await told(grace)).length).toBe(4);
  for (const other of [ada, ben, ...senders]) expect(await told(other)).toEqual([]);
});

describe('An operator', () => {
  const attend = (...args: string[]) => attendToStanding(time.open, args);

  test('reads the evidence and the appeal, pardons, and takes the pardon back; the member hears of each', async () => {
    const [ada, [ben]] = await reported(...FIVE);
    await time.pass(5 * DAY);
    await time.does({ kind: 'appeal', actor: ada, text: 'They met me in Lisbon.' });
    expect(await time.submit({ kind: 'appeal', actor: ada, text: 'Again.' })).toEqual({ refused: 'ALREADY_APPEALED' });
    expect(await attend()).toMatch(new RegExp(`^@member-${ada}: appealed .*, restricted until .*$`));
    const text = await attend(`member-${ada}`);
    expect(text).toMatch(/RESTRICTED until 2026[\s\S]*Weight of reports: 5\.00/);
    expect(text).toContain(`UNKNOWN_SENDER by @member-${ben}`);
    expect(text).toContain('APPEALED: They met me in Lisbon.');

    const before = (await told(ada)).length;
    expect(await attend(`member-${ada}`, '--pardon', 'A fair.')).toMatch(/: GOOD[\s\S]*PARDONED: A fair\./);
    expect(await level(ada)).toBe('GOOD');
    expect(await attend()).toBe('Nobody who is restricted has appealed.');
    expect(await attend(`member-${ada}`, '--revoke-pardon')).toMatch(/: RESTRICTED until[\s\S]*PARDON_REVOKED/);
    expect(await level(ada)).toBe('RESTRICTED');
    expect((await told(ada)).length).toBe(before + 4);
  });

  test.each([
    [['nobody-here'], /There is no member @nobody-here/],
    [['--pardon', 'x'], /Say whose/],
    [['one', '--pardon', 'x', '--revoke-pardon'], /Say whose/],
  ])('who says %j is told what is wrong', async (args, words) => {
    await expect(attend(...args)).rejects.toThrow(words);
  });

  test('cannot revoke what was not pardoned', async () => {
    const [ada] = await people(time.database, 1);
    await expect(attend(`member-${ada}`, '--revoke-pardon')).rejects.toThrow(/no pardon/);
  });
});
