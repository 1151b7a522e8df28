import { DEFAULT_POLICY, type Policy } from '../../src/policy';
import { OPEN_ADMISSION } from '../../src/relationships/admission.rules';
import type { PairCommand, Refusal, Report } from '../../src/relationships/command';
import { isRefusal } from '../../src/relationships/command';
import { evolve } from '../../src/relationships/evolve.rules';
import { type Fact } from '../../src/relationships/facts';
import { decide, isDue } from '../../src/relationships/relationship.rules';
import {
  emptyPair,
  type MemberFacts,
  type PairState,
  type Side,
  viewOf,
} from '../../src/relationships/relationship-state';
import { GOOD_STANDING } from '../../src/relationships/standing.rules';
import { type Told, told } from '../../src/relationships/told.rules';

/** Every state is seen at this moment; waiting makes its past older instead. */
export const NOW = 1_000_000;
export const ADA = 1;
export const BEN = 2;
/** The open invitation's id in every state, and that of one which is over. */
export const OPEN = 50;
export const OVER = 49;
const MADE = 51;
const VERSION = 10;
/** Ages from here on are all alike: longer than any span of the small policy. */
const OLD = 2;

/** Spans so short that a few steps of time pass them all. */
export const SMALL_POLICY: Policy = {
  ...DEFAULT_POLICY,
  undoWindow: 1,
  withdrawCooldown: 1,
  blockCooldown: 1,
  invitationLifetime: 3,
  firstReminder: 1,
  lastReminder: 2,
};

/** What is enumerated; tests put mutants here. */
export interface Rules {
  readonly decide: typeof decide;
  readonly evolve: typeof evolve;
  readonly told: typeof told;
}

export const RULES: Rules = { decide, evolve, told };

/** One fact of a step, by whom, and who heard what. */
export interface Happening {
  readonly fact: Fact;
  readonly actor: number;
  readonly before: PairState;
  readonly heard: Told;
}

export interface Step {
  readonly before: PairState;
  readonly command: PairCommand;
  readonly after: PairState;
  readonly members: ReadonlyMap<number, MemberFacts>;
  readonly answer: Fact | Refusal;
  readonly happened: readonly Happening[];
}

const REPORTS: readonly Report[] = ['NONE', 'UNKNOWN_SENDER', 'SPAM'];

/** Everything one of the two can ask for, about the open invitation or another one. */
export function commandsOf(actor: number, invitation = OPEN): PairCommand[] {
  const peer = actor === ADA ? BEN : ADA;
  const said = { reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' } as const;
  return [
    { kind: 'invite', actor, peer, ...said },
    { kind: 'invite', actor, peer, ...said, acquaintance: { sharesContext: false, knowsEmail: true } },
    { kind: 'accept', actor, invitation, origin: 'DIRECT' },
    ...REPORTS.map((report) => ({ kind: 'decline', actor, invitation, report }) as const),
    { kind: 'undoDecline', actor, invitation },
    { kind: 'withdraw', actor, invitation },
    ...(['disconnect', 'block', 'unblock'] as const).map((kind) => ({ kind, actor, peer })),
  ];
}

/** What the two can say about an invitation besides yes and no. */
export function talkOf(actor: number, invitation = OPEN): PairCommand[] {
  const peer = actor === ADA ? BEN : ADA;
  return [
    { kind: 'snooze', actor, invitation, until: NOW + 1 },
    { kind: 'ask', actor, invitation, text: 'Where did we meet?' },
    { kind: 'reply', actor, invitation, text: 'In Lisbon.' },
    { kind: 'allow', actor, peer },
  ];
}

/** With talk there are many more situations; blocks and removals, which end it all, are left out of them. */
export const TALK: readonly PairCommand[] = [
  ...[ADA, BEN].flatMap((actor) => [
    ...commandsOf(actor).filter(({ kind }) => !['disconnect', 'block', 'unblock'].includes(kind)),
    ...talkOf(actor),
  ]),
  { kind: 'return', actor: null, invitation: OPEN, sender: ADA, recipient: BEN },
];

export const expiry = (invitation: number): PairCommand => ({
  ...{ kind: 'expire', actor: null, invitation, sender: ADA, recipient: BEN },
});
export const COMMANDS: readonly PairCommand[] = [...commandsOf(ADA), ...commandsOf(BEN), expiry(OPEN)];

/** What the door does with one command, without the database: an invitation past its time ends first. */
export function step(rules: Rules, before: PairState, command: PairCommand): Step {
  const pair = copy(before);
  const members = new Map([ADA, BEN].map((id) => [id, memberOf(before, id)]));
  const happened: Happening[] = [];
  const view = (actor: number) => {
    const [mine, theirs] = [members.get(actor), members.get(actor === ADA ? BEN : ADA)];
    if (!mine || !theirs) throw new Error('There are only two people here.');
    return viewOf(pair, mine, theirs);
  };
  const happen = (actor: number, fact: Fact) => {
    const heard = rules.told(fact, actor);
    happened.push({ fact, actor, before: copy(pair), heard });
    rules.evolve(view(actor), fact, MADE, NOW, SMALL_POLICY);
  };
  if (command.kind !== 'expire' && pair.open && isDue(pair.open, NOW))
    happen(pair.open.sender, { kind: 'expired', open: pair.open });
  const actor = command.actor ?? pair.open?.sender ?? ADA;
  const leaver = command.kind === 'leave' ? members.get(actor) : undefined;
  if (leaver) leaver.erased = true;
  const answer = rules.decide(view(actor), command, NOW, SMALL_POLICY);
  if (!isRefusal(answer)) happen(actor, answer);
  return { before, command, after: pair, members, answer, happened };
}

/** The same pair one moment later, in the form in which equal situations are equal. */
export const older = (pair: PairState): PairState => settle(pair, 1);

/** Forgets what no rule may depend on: the numbers of versions and events, and how long ago what is long ago was. */
export function settle(pair: PairState, passed = 0): PairState {
  const age = (at: number | null) => (at === null ? null : NOW - Math.min(NOW - at + passed, OLD));
  const side = (s: Side): Side => ({
    ...{ seq: 0, unknown: s.unknown, blockedAt: s.blockedAt === null ? null : NOW },
    ...{ withdrewAt: age(s.withdrewAt), unblockedAt: age(s.unblockedAt) },
  });
  const { open } = pair;
  return {
    ...{ low: pair.low, high: pair.high, version: VERSION, connectedAt: pair.connectedAt === null ? null : NOW },
    lowSide: side(pair.lowSide),
    highSide: side(pair.highSide),
    open: open && {
      ...{ id: OPEN, sender: open.sender, state: open.state },
      expiresAt: Math.max(open.expiresAt - passed, NOW),
      answeredAt: age(open.answeredAt),
      answeredVersion: open.answeredVersion && VERSION - (open.answeredVersion === pair.version ? 0 : 1),
      question: open.question && OPEN,
      reply: open.reply && OPEN,
      next: open.next && { by: open.next.by, at: Math.max(open.next.at - passed, NOW) },
      reminder: open.reminder && OPEN,
    },
  };
}

/** Every step from every situation that two people can bring about. */
export function* steps(rules: Rules, commands = COMMANDS): Generator<Step> {
  const first = settle(emptyPair(ADA, BEN));
  const known = new Map([[keyOf(first), first]]);
  const discover = (pair: PairState) => {
    const key = keyOf(pair);
    if (!known.has(key)) known.set(key, pair);
  };
  // A map is walked in the order of insertion, also over what is inserted on the way.
  for (const pair of known.values()) {
    discover(older(pair));
    for (const command of commands) {
      const taken = step(rules, pair, command);
      if (taken.happened.length > 0) discover(settle(taken.after));
      yield taken;
    }
  }
}

export const keyOf = (pair: PairState): string => JSON.stringify(pair);

const copy = (pair: PairState): PairState => ({
  ...pair,
  lowSide: { ...pair.lowSide },
  highSide: { ...pair.highSide },
});

/** Both admit only those who know their address. What Ada does not admit is dropped, what Ben does not is filed. */
const ADMISSION = {
  ada: { ...OPEN_ADMISSION, whoMayInvite: 'KNOWS_EMAIL', drops: true },
  ben: { ...OPEN_ADMISSION, whoMayInvite: 'KNOWS_EMAIL', drops: false },
} as const;

function memberOf(pair: PairState, id: number): MemberFacts {
  return {
    ...{ id, createdAt: 0, erased: false, mutedKinds: 0, lastSeq: 0, lastTag: 0 },
    ...{ connectionCount: pair.connectedAt === null ? 0 : 1, openSentCount: pair.open?.sender === id ? 1 : 0 },
    ...{
      admission: ADMISSION[id === ADA ? 'ada' : 'ben'],
      intake: { since: null, count: 0 },
      proofs: { since: null, count: 0 },
    },
    answers: { since: null, count: 0 },
    standing: GOOD_STANDING,
    ...{ day: { count: 0, oldest: null }, week: { count: 0, oldest: null } },
  };
}
