import { DEFAULT_POLICY } from '../../src/policy';
import { type Acquaintance, OPEN_ADMISSION } from '../../src/relationships/admission.rules';
import type { Invite, OfStanding } from '../../src/relationships/command';
import { isRefusal } from '../../src/relationships/command';
import { decide } from '../../src/relationships/relationship.rules';
import { emptyPair, type MemberFacts, type PairState, viewOf } from '../../src/relationships/relationship-state';
import {
  countsFrom,
  type Evidence,
  GOOD_STANDING,
  levelAt,
  recounted,
  restrictedUntil,
  type Standing,
  type StandingReport,
} from '../../src/relationships/standing.rules';
import { decideStanding } from '../../src/relationships/standing-commands.rules';
import { ADA, BEN, COMMANDS, RULES, SMALL_POLICY, steps, TALK } from './pair-worlds';

const DAY = 86_400_000;
const NOW = 20_000 * DAY;
const policy = DEFAULT_POLICY;

const report = (reporter: number, more: Partial<StandingReport> = {}): StandingReport => ({
  ...{ reporter, kind: 'UNKNOWN_SENDER', madeAt: NOW - 3 * DAY, countsAt: NOW, overused: false },
  ...more,
});
const reports = (count: number, more: Partial<StandingReport> = {}): StandingReport[] =>
  Array.from({ length: count }, (_, index) => report(100 + index, more));
const evidence = (...of: readonly StandingReport[]): Evidence => ({ reports: of, answers: 0, unknown: 0 });
const recount = (of: readonly StandingReport[], at = NOW, before = GOOD_STANDING): Standing =>
  recounted(before, evidence(...of), at, policy);

test('Three who do not know Ada make her careful, two do not, and five restrict her for a week', () => {
  expect(recount(reports(2))).toMatchObject({ level: 'GOOD' });
  expect(recount(reports(3))).toMatchObject({ level: 'CAREFUL', restrictedUntil: null });
  expect(recount(reports(4))).toMatchObject({ level: 'CAREFUL' });
  expect(recount(reports(5))).toMatchObject({ level: 'RESTRICTED', restrictedUntil: NOW + 7 * DAY, restrictions: 1 });
});

test('Spam weighs twice, but two members are never heard, whatever they say', () => {
  expect(recount(reports(2, { kind: 'SPAM' }))).toMatchObject({ level: 'GOOD' });
  expect(recount([...reports(2, { kind: 'SPAM' }), report(1)])).toMatchObject({ level: 'RESTRICTED' });
  expect(recount([report(1), report(1), report(2, { kind: 'SPAM' }), report(2)])).toMatchObject({ level: 'GOOD' });
});

test('A report weighs half after 90 days, and a quarter after 180', () => {
  const after = (days: number, count: number) => recount(reports(count), NOW + days * DAY).level;
  expect([after(89, 3), after(90, 3), after(90, 5), after(90, 6)]).toEqual(['CAREFUL', 'GOOD', 'GOOD', 'CAREFUL']);
  expect([after(179, 6), after(180, 6), after(180, 12)]).toEqual(['CAREFUL', 'GOOD', 'CAREFUL']);
});

test('A report counts from a midnight two to four days after it was made, and chance says which', () => {
  for (const hour of [0, 1, 11.5, 23.999]) {
    const madeAt = NOW + hour * 3_600_000;
    const nights = [0, 0.2, 0.4, 0.6, 0.8, 0.999].map((chance) => countsFrom(madeAt, chance, policy));
    expect(new Set(nights).size).toBeGreaterThan(1);
    for (const night of nights) {
      expect(night % DAY).toBe(0);
      expect(night - madeAt).toBeGreaterThanOrEqual(2 * DAY);
      expect(night - madeAt).toBeLessThanOrEqual(4 * DAY);
    }
  }
});

test('What does not count yet is not looked at, and the next recount is when the first of it does', () => {
  const [one, two] = [NOW + 2 * DAY, NOW + DAY];
  const before = recount([...reports(2), report(1, { countsAt: one }), report(2, { countsAt: two })]);
  expect(before).toMatchObject({ level: 'GOOD', recountAt: two });
  expect(recount(reports(3))).toMatchObject({ recountAt: NOW + 90 * DAY });
  expect(recount([])).toMatchObject({ level: 'GOOD', recountAt: null });
});

test('A restriction ends by itself at its time; a new one takes a new report, and lasts a month', () => {
  const first = recount(reports(6));
  const end = NOW + 7 * DAY;
  expect(first.recountAt).toBe(end);
  expect([restrictedUntil(first, end - 1), levelAt(first, end - 1)]).toEqual([end, 'RESTRICTED']);
  expect([restrictedUntil(first, end), levelAt(first, end)]).toEqual([null, 'CAREFUL']);
  const during = [...reports(6), report(1, { countsAt: end - DAY })];
  expect(recount(during, end - DAY, first)).toMatchObject({ level: 'RESTRICTED', restrictedUntil: end });
  const ended = recount(during, end, first);
  expect(ended).toMatchObject({ level: 'CAREFUL', restrictions: 1 });
  const again = recount([...during, report(2, { countsAt: end + DAY })], end + DAY, ended);
  expect(again).toMatchObject({ level: 'RESTRICTED', restrictedUntil: end + 31 * DAY, restrictions: 2 });
});

test('After weeks without a recount what counts is now: one restriction, that lasts from when it is told', () => {
  const late = NOW + 25 * DAY;
  expect(recount(reports(5), late)).toMatchObject({ restrictedUntil: late + 7 * DAY, restrictions: 1 });
  expect(recount(reports(5), NOW + 95 * DAY)).toMatchObject({ level: 'GOOD', restrictions: 0 });
});

test('Reports of somebody who overuses them weigh a tenth', () => {
  expect(recount([...reports(4), report(1, { overused: true })])).toMatchObject({ level: 'CAREFUL' });
  expect(recount(reports(20, { overused: true, kind: 'SPAM' }))).toMatchObject({ level: 'GOOD' });
});

test.each([
  [20, 25, true],
  [20, 26, false],
  [19, 19, false],
  [40, 40, true],
])('%d times "I don\'t know this person" among %d answers: overuse is %s', (unknown, answers, overuses) => {
  const after = recounted(GOOD_STANDING, { reports: [], answers, unknown }, NOW, policy);
  expect(after).toMatchObject({ overuses, level: 'GOOD', recountAt: overuses ? NOW + DAY : null });
});

describe('An operator', () => {
  const pardon: OfStanding = { kind: 'pardon', actor: ADA, text: 'a fair' };
  const revoke: OfStanding = { kind: 'revokePardon', actor: ADA, text: '' };
  const all = evidence(...reports(5));
  const does = (command: OfStanding, before: Standing, at: number, of = all): Standing => {
    const after = decideStanding(before, command, of, at, policy);
    if (isRefusal(after)) throw new Error(after.refused);
    return after;
  };
  const first = recount(reports(5));

  test('pardons: nothing that was reported until then counts, and the restriction was none', () => {
    const pardoned = does(pardon, first, NOW + DAY);
    expect(pardoned).toMatchObject({ level: 'GOOD', restrictions: 0, recountAt: null });
    const later = [...reports(5), ...reports(5, { madeAt: NOW + 2 * DAY, countsAt: NOW + 5 * DAY })];
    const renamed = later.map((one, index) => ({ ...one, reporter: index }));
    expect(recount(renamed, NOW + 5 * DAY, pardoned)).toMatchObject({
      ...{ level: 'RESTRICTED', restrictions: 1, restrictedUntil: NOW + 12 * DAY },
    });
  });

  test('revokes a pardon: the restriction goes on until its time, or is over if that has come', () => {
    const pardoned = does(pardon, first, NOW + DAY);
    expect(does(revoke, pardoned, NOW + 2 * DAY)).toEqual(first);
    expect(does(revoke, pardoned, NOW + 8 * DAY)).toMatchObject({ level: 'CAREFUL', restrictions: 1 });
    expect(decideStanding(first, revoke, all, NOW, policy)).toEqual({ refused: 'NOT_FOUND' });
  });
});

test('Ada appeals once against each restriction, and against nothing else', () => {
  const appeal: OfStanding = { kind: 'appeal', actor: ADA, text: 'Please' };
  const says = (before: Standing, at: number) => decideStanding(before, appeal, evidence(), at, policy);
  const first = recount(reports(5));
  expect(says(GOOD_STANDING, NOW)).toEqual({ refused: 'NOT_RESTRICTED' });
  expect(says(first, NOW + 7 * DAY)).toEqual({ refused: 'NOT_RESTRICTED' });
  expect(says(first, NOW + 1)).toEqual({ ...first, appealedAt: NOW + 1 });
  expect(says({ ...first, appealedAt: NOW + 1 }, NOW + 2)).toEqual({ refused: 'ALREADY_APPEALED' });
  expect(says({ ...first, appealedAt: NOW - 1 }, NOW + 2)).toMatchObject({ appealedAt: NOW + 2 });
});

const member = (id: number, more: Partial<MemberFacts> = {}): MemberFacts => ({
  ...{ id, createdAt: 0, erased: false, mutedKinds: 0, lastSeq: 0, lastTag: 0, connectionCount: 0, openSentCount: 0 },
  ...{ day: { count: 0, oldest: null }, week: { count: 0, oldest: null }, admission: OPEN_ADMISSION },
  ...{ intake: { since: null, count: 0 }, proofs: { since: null, count: 0 }, answers: { since: null, count: 0 } },
  standing: GOOD_STANDING,
  ...more,
});
const invite = (acquaintance: Partial<Acquaintance> = {}): Invite => ({
  ...{ kind: 'invite', actor: ADA, peer: BEN, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' },
  acquaintance: { sharesContext: true, knowsEmail: null, ...acquaintance },
});

test('Restricted, Ada invites only whom she knows the address of; a wrong one looks the same and is dropped', () => {
  const standing = recount(reports(5));
  const asks = (command: Invite, at: number) =>
    decide(viewOf(emptyPair(ADA, BEN), member(ADA, { standing }), member(BEN)), command, at, policy);
  const refused = { refused: 'STANDING_RESTRICTED', retryAt: NOW + 7 * DAY };
  expect(asks(invite(), NOW)).toEqual(refused);
  expect(asks(invite({ knowsEmail: true }), NOW)).toMatchObject({ kind: 'invited', placed: 'PENDING' });
  expect(asks(invite({ knowsEmail: false }), NOW)).toMatchObject({ kind: 'invited', placed: 'DROPPED' });
  expect(asks(invite(), NOW + 7 * DAY)).toMatchObject({ kind: 'invited', placed: 'PENDING' });
});

test('Restricted, Ada still answers, and connects with whoever has invited her', () => {
  const standing = recount(reports(5));
  const invited = emptyPair(ADA, BEN);
  const [ada, ben] = [member(ADA, { standing }), member(BEN)];
  const sent = decide(viewOf(invited, ben, ada), { ...invite(), actor: BEN, peer: ADA }, NOW, policy);
  if (isRefusal(sent)) throw new Error(sent.refused);
  RULES.evolve(viewOf(invited, ben, ada), sent, 50, NOW, policy);
  expect(decide(viewOf(invited, ada, ben), invite(), NOW, policy)).toMatchObject({ kind: 'connected' });
});

/** Every situation between Ada and Ben. */
const situations = new Set<PairState>();
beforeAll(() => {
  for (const { before } of steps(RULES)) situations.add(before);
});

test('To the blocked, the blocker answers like one who has left, whatever is tried: also when they would block in turn', () => {
  const commands = [...COMMANDS, ...TALK].filter(({ actor }) => actor === ADA);
  const ways = new Set<string>();
  for (const pair of situations) {
    if (pair.highSide.blockedAt === null) continue;
    const left = { ...pair, highSide: { ...pair.highSide, blockedAt: null } };
    for (const command of commands) {
      const answers = [
        decide(viewOf(pair, member(ADA), member(BEN)), command, 1_000_000, SMALL_POLICY),
        decide(viewOf(left, member(ADA), member(BEN, { erased: true })), command, 1_000_000, SMALL_POLICY),
      ];
      ways.add(`${command.kind} ${answers.map((answer) => JSON.stringify(answer)).join(' ')}`);
    }
  }
  const same = commands.map(({ kind }) => `${kind} {"refused":"NOT_FOUND"} {"refused":"NOT_FOUND"}`);
  expect(ways).toEqual(new Set(same));
  expect(same.join()).toContain('block');
});

test('An import does not overrule a no: whoever it names first, it is no invitation of the one who declined', () => {
  const imports: Invite = { ...invite(), actor: BEN, peer: ADA, origin: 'IMPORT' };
  const ways = new Set<string>();
  for (const pair of situations) {
    const { open, lowSide, highSide, connectedAt } = pair;
    if (connectedAt !== null || highSide.blockedAt !== null || lowSide.blockedAt !== null) continue;
    const saidNo = lowSide.unknown || (open?.sender === ADA && open.state === 'DECLINED');
    const answer = decide(viewOf(pair, member(BEN), member(ADA)), imports, 1_000_000, SMALL_POLICY);
    const said = saidNo && open?.sender !== BEN ? 'Ben said no' : 'Ben said nothing';
    ways.add(`${said}: ${isRefusal(answer) ? answer.refused : answer.kind}`);
  }
  expect([...ways].toSorted()).toEqual([
    'Ben said no: ALREADY_ANSWERED',
    ...['ALREADY_INVITED', 'WITHDRAWN_RECENTLY', 'connected', 'invited'].map((way) => `Ben said nothing: ${way}`),
  ]);
});
