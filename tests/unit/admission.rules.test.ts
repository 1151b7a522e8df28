import { DEFAULT_POLICY } from '../../src/policy';
import {
  type Acquaintance,
  type Admission,
  OPEN_ADMISSION,
  type Placement,
  type WhoMayInvite,
} from '../../src/relationships/admission.rules';
import { type Invite, isRefusal } from '../../src/relationships/command';
import { evolve } from '../../src/relationships/evolve.rules';
import { type Fact } from '../../src/relationships/facts';
import { decide } from '../../src/relationships/relationship.rules';
import { emptyPair, type MemberFacts, viewOf } from '../../src/relationships/relationship-state';
import { GOOD_STANDING } from '../../src/relationships/standing.rules';

const NOW = 1_000_000_000;
const DAY = 86_400_000;
const WHOS: readonly WhoMayInvite[] = ['EVERYONE', 'SECOND_DEGREE', 'SHARED_CONTEXT', 'KNOWS_EMAIL', 'NOBODY'];
const ACQUAINTANCES: readonly (Acquaintance | undefined)[] = [
  undefined,
  ...[true, false].flatMap((sharesContext) =>
    [null, false, true].map((knowsEmail) => ({ sharesContext, knowsEmail }) as const),
  ),
];

const member = (id: number, admission: Partial<Admission> = {}): MemberFacts => ({
  ...{ id, createdAt: 0, erased: false, mutedKinds: 0, lastSeq: 0, lastTag: 0, connectionCount: 0, openSentCount: 0 },
  ...{ day: { count: 0, oldest: null }, week: { count: 0, oldest: null } },
  admission: { ...OPEN_ADMISSION, ...admission },
  ...{ intake: { since: null, count: 0 }, proofs: { since: null, count: 0 } },
  answers: { since: null, count: 0 },
  standing: GOOD_STANDING,
});
const invite = (said: Partial<Invite> = {}): Invite => ({
  ...{ kind: 'invite', actor: 1, peer: 2, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' },
  ...said,
});

/** Ada, new to Ben, invites him; or another Ada each time. */
function asks(ada: MemberFacts, ben: MemberFacts, said: Partial<Invite>, at = NOW) {
  const view = viewOf(emptyPair(ada.id, ben.id), ada, ben);
  const answer = decide(view, invite({ actor: ada.id, peer: ben.id, ...said }), at, DEFAULT_POLICY);
  if (!isRefusal(answer)) evolve(view, answer, 7, at, DEFAULT_POLICY);
  return answer;
}
const placed = (answer: ReturnType<typeof asks>): Placement | null =>
  !isRefusal(answer) && answer.kind === 'invited' ? answer.placed : null;

test('Whatever Ben has chosen, and whoever Ada is to him, she is not refused and he sees what he wants to see', () => {
  for (const whoMayInvite of WHOS)
    for (const drops of [true, false])
      for (const pausedUntil of [null, NOW, NOW + 1])
        for (const dailyIntake of [null, 1])
          for (const acquaintance of ACQUAINTANCES)
            for (const had of [0, 1]) {
              const ben = { ...member(2, { whoMayInvite, drops, pausedUntil, dailyIntake }) };
              Object.assign(ben.intake, had === 0 ? {} : { since: NOW - 1, count: had });
              const knows = acquaintance?.knowsEmail === true;
              const friend =
                whoMayInvite === 'EVERYONE' ||
                (whoMayInvite !== 'NOBODY' && knows) ||
                (whoMayInvite === 'SHARED_CONTEXT' && acquaintance?.sharesContext === true);
              const admitted = friend && (dailyIntake === null || had === 0);
              const expected = pausedUntil === NOW + 1 ? 'FILED' : admitted ? 'PENDING' : drops ? 'DROPPED' : 'FILED';
              expect(placed(asks(member(1), ben, { acquaintance }))).toBe(expected);
            }
});

test('"I don\'t know this person" goes before everything Ben admits', () => {
  const pair = emptyPair(1, 2);
  pair.lowSide.unknown = true;
  for (const whoMayInvite of WHOS)
    for (const pausedUntil of [null, NOW + 1]) {
      const view = viewOf(pair, member(1), member(2, { whoMayInvite, pausedUntil }));
      expect(placed(decide(view, invite(), NOW, DEFAULT_POLICY))).toBe('DROPPED');
    }
});

test('A demand is open: without a note, or with no real reason, Ada is told what is missing', () => {
  const demanding = () => member(2, { asksNote: true, asksReason: true });
  expect(asks(member(1), demanding(), {})).toEqual({ refused: 'NOTE_REQUIRED' });
  expect(asks(member(1), demanding(), { note: 'Hello', reason: 'OTHER' })).toEqual({ refused: 'REASON_REQUIRED' });
  expect(placed(asks(member(1), demanding(), { note: 'Hello' }))).toBe('PENDING');
  // An import was agreed upon elsewhere.
  expect(placed(asks(member(1), demanding(), { origin: 'IMPORT' }))).toBe('PENDING');
});

test('Ben takes in two a day; the day begins with the first, and what was filed does not count', () => {
  const ben = member(2, { dailyIntake: 2 });
  const sees = (at: number, who = 10): Placement | null => placed(asks(member(who), ben, {}, at));
  expect([sees(NOW), sees(NOW + 5), sees(NOW + 6), sees(NOW + DAY - 1)]).toEqual([
    ...['PENDING', 'PENDING', 'FILED', 'FILED'],
  ]);
  expect([sees(NOW + DAY), sees(NOW + DAY), sees(NOW + DAY)]).toEqual(['PENDING', 'PENDING', 'FILED']);
});

test('Ada may try to prove that she knows people ten times a day, right or wrong', () => {
  const ada = member(1);
  const tries = (knowsEmail: boolean | null, at: number): Fact | object =>
    asks(ada, member(2), { acquaintance: { sharesContext: false, knowsEmail } }, at);
  for (let n = 0; n < 10; n++) expect(tries(n % 2 === 0, NOW + n)).toMatchObject({ kind: 'invited' });
  const refusal = { refused: 'TOO_MANY_ATTEMPTS', retryAt: NOW + DAY };
  expect([tries(true, NOW + 20), tries(false, NOW + 20)]).toEqual([refusal, refusal]);
  expect(tries(null, NOW + 20)).toMatchObject({ kind: 'invited' });
  expect(tries(true, NOW + DAY)).toMatchObject({ kind: 'invited' });
});
