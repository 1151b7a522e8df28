import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { violations } from '../../src/audit/violations';
import type { ErrorCode } from '../../src/errors';
import { writeSettings } from '../../src/members/settings.queries';
import { DEFAULT_POLICY, type Policy } from '../../src/policy';
import { isRefusal, type Outcome } from '../../src/relationships/command';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { engine } from '../services/engine';
import { networkAsTold, networkInTables } from './compare';
import { type Deed, type Letter, NaiveNetwork } from './naive-network';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** So tight that a few people reach every limit, though not all of them at once. */
const POLICIES: readonly Partial<Policy>[] = [
  {
    ...{ reportersLeast: 1, carefulFrom: 1, restrictedFrom: 2, withdrawCooldown: 0 },
    ...{ firstRestriction: 3 * DAY, nextRestriction: 6 * DAY, invitationLifetime: 4 * DAY },
  },
  { quotaPerDay: 1, quotaPerWeek: 2, invitationLifetime: 30 * DAY },
  { openLimit: 1, invitationLifetime: 30 * DAY },
  { networkLimit: 1, withdrawCooldown: DAY, invitationLifetime: 2 * DAY },
];
/** A naive telling does not throw dice: a report counts from the second midnight. And nobody guesses addresses all day. */
const SURE = { reportDelayLeast: DAY, reportDelayMost: DAY, emailProofsPerDay: 1000 };
const PEOPLE = 4;
const RUNS = engine === 'embedded' ? 120 : 40;

/** One thing somebody does; people and letters are places in lists, since their ids are not known beforehand. */
const stepArbitrary = fc.record({
  kind: fc.constantFrom(
    ...(['invite', 'invite', 'invite', 'invite', 'invite', 'invite', 'accept', 'accept', 'accept'] as const),
    ...(['decline', 'decline', 'undoDecline', 'undoDecline', 'withdraw', 'withdraw', 'withdraw'] as const),
    ...(['disconnect', 'block', 'unblock', 'unblock', 'snooze', 'ask', 'reply', 'allow', 'own'] as const),
    ...(['recount', 'recount', 'appeal'] as const),
  ),
  admission: fc.record({
    whoMayInvite: fc.constantFrom('EVERYONE', 'EVERYONE', 'SECOND_DEGREE', 'KNOWS_EMAIL', 'NOBODY'),
    drops: fc.boolean(),
    asksNote: fc.nat(5).map((n) => n === 0),
  }),
  note: fc.constantFrom('Hello', null),
  knowsEmail: fc.constantFrom(null, null, null, true, false),
  who: fc.nat(PEOPLE - 1),
  whom: fc.nat(PEOPLE - 1),
  /** The same two again, as in the step before. */
  again: fc.boolean(),
  /** Counted from the newest; most are about something recent. */
  letter: fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(20) }),
  /** Whether it is the letter's own recipient or sender who acts, as a client would. */
  fitting: fc.boolean(),
  report: fc.constantFrom('NONE', 'UNKNOWN_SENDER', 'SPAM'),
  key: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(1) }),
  /** Time that passes before; zero: it arrives together with the one before. */
  wait: fc.oneof(
    { weight: 8, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.constantFrom(1, MINUTE, 10 * MINUTE) },
    { weight: 1, arbitrary: fc.constantFrom(DAY, 2 * DAY, 21 * DAY) },
  ),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

type Kind = Step['kind'];

/** What chance alone would take long to bring about. */
const STORIES: readonly (readonly Kind[])[] = [
  ['block', 'unblock', 'block'],
  ['invite', 'accept'],
  ['invite', 'decline', 'invite'],
  ['invite', 'withdraw', 'invite'],
  ['invite', 'ask', 'ask', 'reply'],
  ['invite', 'decline', 'allow', 'undoDecline'],
  ['invite', 'decline', 'recount', 'withdraw', 'invite', 'appeal', 'appeal'],
];
const storyArbitrary = fc.tuple(stepArbitrary, fc.constantFrom(...STORIES)).map(([step, kinds]): Step[] =>
  kinds.map((kind, index) => {
    const [again, wait] = index === 0 ? [step.again, step.wait] : [true, kind === 'recount' ? 2 * DAY : 1];
    return { ...step, kind, letter: 0, fitting: true, again, wait };
  }),
);
const stepsArbitrary = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.tuple(stepArbitrary) }, { weight: 2, arbitrary: storyArbitrary }), {
    minLength: 20,
    maxLength: 60,
    size: 'max',
  })
  .map((parts) => parts.flat());

let store: Store;
let doors: readonly OpenDoor[];
let now = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  store = await createStore();
  doors = await Promise.all(
    POLICIES.map((policy) => openDoor(store.config, { policy: { ...SURE, ...policy }, clock: () => now })),
  );
});

afterAll(async () => {
  await Promise.all(doors.map((door) => door.close()));
  await store.remove();
});

test('Whatever four people do, alone or at once, the tables and streams say what a naive telling says', async () => {
  const answers = new Map<ErrorCode | 'done', number>();
  await fc.assert(
    fc.asyncProperty(fc.nat(POLICIES.length - 1), stepsArbitrary, async (which, steps) => {
      const open = doors[which];
      if (!open) throw new Error('There is no such door.');
      const network = new NaiveNetwork(open.policy);
      const members = await people(open.database, PEOPLE);
      const remembered = new Map<string, { hash: string; outcome: Outcome; at: number }>();
      for (const together of batches(steps)) {
        now += together[0]?.wait ?? 0;
        const letters = [...network.letters.values()];
        const deeds = together.map((step) => deedOf(step, members, letters));
        const outcomes = await open.door.submit(deeds);
        network.beginBatch();
        for (const [index, deed] of deeds.entries()) {
          const outcome = outcomes[index];
          if (!outcome) throw new Error('A command was not answered.');
          expect([deed, answerOf(outcome)]).toEqual([deed, expected(network, remembered, deed, outcome)]);
          const answer = isRefusal(outcome) ? outcome.refused : 'done';
          answers.set(answer, (answers.get(answer) ?? 0) + 1);
        }
      }
      expect(await networkInTables(open.database, members)).toEqual(networkAsTold(network, members));
    }),
    { numRuns: RUNS, endOnFailure: false },
  );
  const [first] = doors;
  expect(first && (await violations(first.database, DEFAULT_POLICY))).toEqual([]);
  // The sequences are worth something: almost every answer there is was given.
  expect(REFUSALS.filter((code) => !answers.has(code)).length).toBeLessThanOrEqual(3);
  expect(answers.get('done')).toBeGreaterThan(RUNS);
}, 120_000);

const REFUSALS: readonly ErrorCode[] = [
  ...(['NOT_FOUND', 'CANNOT_INVITE_SELF', 'ALREADY_CONNECTED', 'NOT_CONNECTED', 'ALREADY_INVITED'] as const),
  ...(['ALREADY_ANSWERED', 'INVITATION_CLOSED', 'UNDO_TOO_LATE', 'WITHDRAWN_RECENTLY', 'QUOTA_EXCEEDED'] as const),
  ...(['NETWORK_FULL', 'PEER_NETWORK_FULL', 'OPEN_LIMIT_REACHED', 'MEMBER_BLOCKED'] as const),
  ...(['ALREADY_ASKED', 'NO_OPEN_QUESTION', 'NOTE_REQUIRED'] as const),
  ...(['STANDING_RESTRICTED', 'NOT_RESTRICTED', 'ALREADY_APPEALED'] as const),
  ...(['NOT_BLOCKED', 'BLOCKED_RECENTLY', 'IDEMPOTENCY_KEY_REUSED'] as const),
];

/** What the naive telling answers; a key that was used before brings back the answer it got then. */
function expected(
  network: NaiveNetwork,
  remembered: Map<string, { hash: string; outcome: Outcome; at: number }>,
  deed: Deed,
  actual: Outcome,
): unknown {
  const { idempotency, actor } = deed;
  const key = `${actor} ${idempotency?.key}`;
  const before = idempotency && remembered.get(key);
  if (before && before.at > now - DEFAULT_POLICY.idempotencyLifetime)
    return before.hash === idempotency.hash ? answerOf(before.outcome) : 'IDEMPOTENCY_KEY_REUSED';
  const refused = network.perform(deed, now, isRefusal(actual) ? 0 : actual.change);
  if (idempotency) remembered.set(key, { hash: idempotency.hash, outcome: actual, at: now });
  return refused ?? (isRefusal(actual) ? 'done' : actual.change);
}

const hashOf = (deed: Deed): string => createHash('sha256').update(JSON.stringify(deed)).digest('hex');

const answerOf = (outcome: Outcome): unknown => (isRefusal(outcome) ? outcome.refused : outcome.change);

/** Steps that arrive together, the first of each after its wait. */
function batches(steps: readonly Step[]): Step[][] {
  const all: Step[][] = [];
  let before: Step | undefined;
  for (const drawn of steps) {
    const step: Step = drawn.again && before ? { ...drawn, who: before.who, whom: before.whom } : drawn;
    before = step;
    const last = all.at(-1);
    if (last && step.wait === 0) last.push(step);
    else all.push([step]);
  }
  return all;
}

function deedOf(step: Step, members: readonly number[], letters: readonly Letter[]): Deed {
  const { kind, report } = step;
  const letter = letters.at(-1 - step.letter);
  const invitation = letter?.id ?? 0;
  const bySender = kind === 'withdraw' || kind === 'reply' || kind === 'recount' || kind === 'appeal';
  const fitting = bySender ? letter?.from : letter?.to;
  const [who = 0, whom = 0] = [members[step.who], members[step.whom]];
  const actor = step.fitting && fitting !== undefined ? fitting : who;
  const about = (): Deed => {
    const { note, knowsEmail, admission } = step;
    switch (kind) {
      case 'invite':
        return {
          ...{ kind, actor: who, peer: whom, reason: 'COLLEAGUE', context: null, note, origin: 'DIRECT' },
          acquaintance: { sharesContext: false, knowsEmail },
        };
      case 'disconnect':
      case 'block':
      case 'unblock':
      case 'allow':
        return { kind, actor: who, peer: whom };
      case 'own':
        return {
          ...{ kind, actor: who, event: 'SETTINGS_UPDATED', admission },
          write: (tx) => writeSettings(tx, who, { admission }),
        };
      case 'recount':
        return { kind, actor };
      case 'accept':
        return { kind, actor, invitation, origin: 'DIRECT' };
      case 'decline':
        return { kind, actor, invitation, report };
      case 'snooze':
        return { kind, actor, invitation, until: now + 3 * DAY };
      case 'ask':
      case 'reply':
        return { kind, actor, invitation, text: 'Where did we meet?' };
      case 'appeal':
        return { kind, actor, text: 'In Lisbon.' };
      case 'withdraw':
      case 'undoDecline':
        return { kind, actor, invitation };
    }
  };
  const deed = about();
  if (step.key === null || deed.kind === 'own' || deed.kind === 'recount') return deed;
  return { ...deed, idempotency: { key: `key ${step.key}`, hash: hashOf(deed) } };
}
