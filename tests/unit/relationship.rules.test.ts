import { isRefusal, type PairCommand, type Report } from '../../src/relationships/command';
import { emptyPair, type PairState } from '../../src/relationships/relationship-state';
import { brokenBy } from './pair-promises';
import {
  ADA,
  BEN,
  COMMANDS,
  commandsOf,
  expiry,
  OPEN,
  OVER,
  RULES,
  type Rules,
  settle,
  step,
  steps,
  TALK,
  talkOf,
} from './pair-worlds';
import { leak } from './two-worlds';

/** Whether some command breaks this promise in some situation. */
function breaks(rules: Rules, promise: string): boolean {
  for (const taken of steps(rules)) if (brokenBy(taken).includes(promise)) return true;
  return false;
}

test('Two people come into thousands of situations, and no command breaks a promise in any of them', () => {
  const broken = new Set<string>();
  const effective = new Set<unknown>();
  const refused = new Set<unknown>();
  const situations = new Set<PairState>();
  for (const taken of steps(RULES)) {
    for (const promise of brokenBy(taken)) broken.add(promise);
    (isRefusal(taken.answer) ? refused : effective).add(taken.command);
    if (situations.has(taken.before)) continue;
    situations.add(taken.before);
    // What is over cannot be answered, withdrawn or ended again.
    for (const command of [...commandsOf(ADA, OVER), ...commandsOf(BEN, OVER), expiry(OVER)])
      if ('invitation' in command && !isRefusal(step(RULES, taken.before, command).answer)) broken.add('over is over');
  }
  expect([...broken]).toEqual([]);
  expect(situations.size).toBeGreaterThan(2000);
  // None of them is idle: each takes effect in some situation and is refused in another.
  expect([effective.size, refused.size]).toEqual([COMMANDS.length, COMMANDS.length]);
});

test('Whoever is erased leaves nothing between the two in any of them, and the other hears what the blocked hear', () => {
  const broken = new Set<string>();
  const heard = new Set<unknown>();
  const situations = new Set([...steps(RULES)].map(({ before }) => before));
  for (const before of situations)
    for (const [actor, peer] of [
      [ADA, BEN],
      [BEN, ADA],
    ] as const) {
      const taken = step(RULES, before, { kind: 'leave', actor, peer });
      for (const promise of brokenBy(taken)) broken.add(promise);
      heard.add(taken.happened.at(-1)?.heard.peer);
    }
  expect([...broken]).toEqual([]);
  expect(heard).toEqual(new Set([null, 'CONNECTION_REMOVED', 'INVITATION_REMOVED', 'INVITATION_EXPIRED']));
});

test('Nor does what they ask, answer, put off or allow each other', () => {
  const broken = new Set<string>();
  const effective = new Set<unknown>();
  for (const taken of steps(RULES, TALK)) {
    for (const promise of brokenBy(taken)) broken.add(promise);
    if (!isRefusal(taken.answer)) effective.add(taken.command);
    for (const command of [...talkOf(ADA, OVER), ...talkOf(BEN, OVER)])
      if ('invitation' in command && !isRefusal(step(RULES, taken.before, command).answer)) broken.add('over is over');
  }
  expect([...broken]).toEqual([]);
  expect(effective.size).toBe(TALK.length);
});

describe('A sender cannot tell a silent no from no answer', () => {
  test.each([
    ['Ada', ADA, BEN],
    ['Ben', BEN, ADA],
  ])(
    'when %s has invited: declined, reported, filed or dropped unseen, it is all the same',
    (_name, sender, recipient) => {
      const pending = invitedBy(sender);
      const worlds = [
        ...(['NONE', 'UNKNOWN_SENDER', 'SPAM'] as const).map((report) => declinedBy(recipient, report, pending)),
        ...(['FILED', 'DROPPED'] as const).map((state) => ({
          ...pending,
          open: pending.open && { ...pending.open, state },
        })),
      ];
      expect(
        leak(
          RULES,
          sender,
          worlds.map((world) => [pending, world]),
        ),
      ).toBeNull();
    },
  );

  test('a rule that lets only the declined invite again is caught', () => {
    expect(
      leakOf((rules) => (view, command, at, policy) => {
        const again = command.kind === 'invite' && view.pair.open?.sender === view.actor.id;
        return again && view.pair.open?.state === 'DECLINED'
          ? { kind: 'invited', placed: 'PENDING', counted: true, proved: false }
          : rules.decide(view, command, at, policy);
      }),
    ).toMatch(/^invite by 1/);
  });

  test('a rule that ends an invitation when it is declined is caught', () => {
    expect(
      leakOf((rules) => (view, command, at, policy) => {
        const over = command.kind === 'withdraw' && view.pair.open?.state === 'DECLINED';
        return over ? { refused: 'INVITATION_CLOSED' } : rules.decide(view, command, at, policy);
      }),
    ).toMatch(/^withdraw by 1/);
  });

  test('when Ben has asked before he declined, Ada can answer him all the same, and cannot tell', () => {
    const pending = after(invitedBy(ADA), { kind: 'ask', actor: BEN, invitation: OPEN, text: 'Where did we meet?' });
    const worlds = (['NONE', 'UNKNOWN_SENDER'] as const).map((report) => declinedBy(BEN, report, pending));
    const starts = worlds.map((world) => [pending, world]);
    const commands = [...TALK, ...COMMANDS.filter(({ kind }) => kind === 'expire')];
    expect(leak(RULES, ADA, starts, commands)).toBeNull();
    const decide: Rules['decide'] = (view, command, at, policy) =>
      command.kind === 'reply' && view.pair.open?.state === 'DECLINED'
        ? { refused: 'INVITATION_CLOSED' }
        : RULES.decide(view, command, at, policy);
    expect(leak({ ...RULES, decide }, ADA, starts, commands)).toMatch(/^reply by 1/);
    const told: Rules['told'] = (fact, actor) => {
      const heard = RULES.told(fact, actor);
      return fact.kind === 'snoozed' ? { ...heard, peer: 'INVITATION_UPDATED' } : heard;
    };
    expect(leak({ ...RULES, told }, ADA, starts, commands)).toMatch(/^snooze in silence/);
  });

  const leakOf = (mutation: (rules: Rules) => Rules['decide']) => {
    const pending = invitedBy(ADA);
    return leak({ ...RULES, decide: mutation(RULES) }, ADA, [[pending, declinedBy(BEN, 'NONE', pending)]]);
  };
});

describe('The checker of promises catches', () => {
  test('an acceptance of an invitation that was dropped', () => {
    const decide: Rules['decide'] = (view, command, at, policy) =>
      command.kind === 'accept' && view.pair.open?.state === 'DROPPED'
        ? { kind: 'connected', open: view.pair.open, crossing: false, silent: false }
        : RULES.decide(view, command, at, policy);
    expect(breaks({ ...RULES, decide }, 'this accept is not for this member')).toBe(true);
  });

  test('a sender who is told of a decline', () => {
    const told: Rules['told'] = (fact, actor) => ({
      ...RULES.told(fact, actor),
      ...(fact.kind === 'declined' ? { peer: 'INVITATION_UPDATED' as const } : {}),
    });
    expect(breaks({ ...RULES, told }, 'a decline tells INVITATION_UPDATED and null')).toBe(true);
  });

  test('a block that leaves the invitation open', () => {
    const decide: Rules['decide'] = (view, command, at, policy) => {
      const fact = RULES.decide(view, command, at, policy);
      return !isRefusal(fact) && fact.kind === 'blocked' ? { ...fact, open: null } : fact;
    };
    expect(breaks({ ...RULES, decide }, 'who is blocked has nothing pending')).toBe(true);
  });

  test('a change that forgets to count', () => {
    const evolve: Rules['evolve'] = (view, fact, id, at, policy) => {
      RULES.evolve(view, fact, id, at, policy);
      if (fact.kind === 'disconnected') view.peer.connectionCount += 1;
    };
    expect(breaks({ ...RULES, evolve }, 'connections are counted')).toBe(true);
  });
});

function invitedBy(actor: number): PairState {
  const command = commandsOf(actor).find((c) => c.kind === 'invite' && c.acquaintance);
  if (!command) throw new Error('There is no invitation among the commands.');
  return settle(step(RULES, settle(emptyPair(ADA, BEN)), command).after);
}

const declinedBy = (actor: number, report: Report, pair: PairState): PairState =>
  after(pair, { kind: 'decline', actor, invitation: OPEN, report });

function after(pair: PairState, command: PairCommand): PairState {
  return settle(step(RULES, pair, command).after);
}
