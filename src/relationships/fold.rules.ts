import type { EventKind } from '../events/event-kinds';
import { Changes } from './changes';
import {
  type Command,
  type Done,
  type Erase,
  isRefusal,
  type Outcome,
  type OwnChange,
  type PairCommand,
  refuse,
} from './command';
import { evolve } from './evolve.rules';
import type { Fact } from './facts';
import { type About, number, type Surroundings } from './numbering.rules';
import { record } from './record.rules';
import { decide, isDue } from './relationship.rules';
import { emptyPair, type MemberFacts, type PairState, pairKey, type View, viewOf } from './relationship-state';
import { reportOrTakeBack } from './reporting.rules';
import { type Evidence } from './standing.rules';
import { applyStanding } from './standing-commands.rules';
import { told } from './told.rules';

/** A command whose two people are known. `peer` is null for a change that concerns only its actor. */
export interface Located {
  readonly command: Command;
  readonly actor: number;
  readonly peer: number | null;
}

/** An outcome remembered under an idempotency key. */
export interface Remembered {
  readonly hash: string;
  readonly outcome: Outcome;
}

/** What was read after the locks were taken. The fold changes it in place, command by command. */
export interface States {
  readonly members: ReadonlyMap<number, MemberFacts>;
  readonly pairs: Map<string, PairState>;
  readonly remembered: Map<string, Remembered>;
  /** Pairs, of those who invite, that share a connection. */
  readonly mutual: ReadonlySet<string>;
  /** Of members whose standing is looked at. */
  readonly evidence: Map<number, Evidence>;
}

export const rememberedKey = (member: number, key: string): string => `${member}:${key}`;

/** Applies commands in order of arrival to states in memory. Pure but for the states given. */
export function fold(
  states: States,
  commands: readonly Located[],
  s: Surroundings,
): { outcomes: Outcome[]; changes: Changes } {
  const changes = new Changes();
  const outcomes = commands.map((located) => once(states, located, changes, s));
  return { outcomes, changes };
}

function once(states: States, located: Located, changes: Changes, s: Surroundings): Outcome {
  const { idempotency } = located.command;
  if (!idempotency) return apply(states, located, changes, s);
  const key = rememberedKey(located.actor, idempotency.key);
  const before = states.remembered.get(key);
  if (before) return before.hash === idempotency.hash ? before.outcome : refuse('IDEMPOTENCY_KEY_REUSED');
  const outcome = apply(states, located, changes, s);
  if (states.members.get(located.actor)?.erased === false) {
    states.remembered.set(key, { hash: idempotency.hash, outcome });
    changes.keys.push({ member: located.actor, idempotency, outcome, at: s.at });
  }
  return outcome;
}

function apply(
  states: States,
  { command, actor: actorId, peer: peerId }: Located,
  changes: Changes,
  s: Surroundings,
): Outcome {
  const actor = states.members.get(actorId);
  if (!actor) return refuse('NOT_FOUND');
  switch (command.kind) {
    case 'recount':
    case 'appeal':
    case 'pardon':
    case 'revokePardon':
      return applyStanding(actor, command, states.evidence.get(actor.id), changes, s);
  }
  const peer = peerId === null ? undefined : states.members.get(peerId);
  if (command.kind === 'erase') return applyErase(actor, command, changes, s);
  if (command.kind === 'own')
    return peerId !== null && peer?.erased !== false ? refuse('NOT_FOUND') : applyOwn(actor, command, changes, s);
  if (!peer) return refuse('NOT_FOUND');
  const key = pairKey(actor.id, peer.id);
  const pair = states.pairs.get(key) ?? emptyPair(actor.id, peer.id);
  states.pairs.set(key, pair);
  const view = viewOf(pair, actor, peer, states.mutual.has(key));
  if (command.kind !== 'expire') expireFirst(view, changes, s);
  const decision = decide(view, command, s.at, s.policy);
  if (isRefusal(decision)) return decision;
  const wasUnknown = view.theirs.unknown;
  const done = happen(view, decision, command, changes, s);
  if (view.theirs.unknown !== wasUnknown) reportOrTakeBack(view, decision, states.evidence, changes, s);
  return done;
}

/** An invitation past its time is not open, whether or not the clock's own command has come by. */
function expireFirst(view: View, changes: Changes, s: Surroundings): void {
  const { open } = view.pair;
  if (!open || !isDue(open, s.at)) return;
  const [sender, recipient] = open.sender === view.actor.id ? [view.actor, view.peer] : [view.peer, view.actor];
  happen(viewOf(view.pair, sender, recipient), { kind: 'expired', open }, null, changes, s);
}

function happen(view: View, fact: Fact, command: PairCommand | null, changes: Changes, s: Surroundings): Done {
  const id = s.nextId();
  evolve(view, fact, id, s.at, s.policy);
  changes.pairs.add(view.pair);
  changes.members.add(view.actor).add(view.peer);
  record(changes, view, fact, command, id, s);
  tell(view, fact, id, changes, s);
  if (fact.kind === 'invited') return { change: id, invitation: id };
  if (fact.kind === 'connected') return { change: id, invitation: fact.crossing ? id : fact.open.id, connected: true };
  return 'open' in fact && fact.open ? { change: id, invitation: fact.open.id } : { change: id };
}

/** What time does, and what nobody may be named for any more. */
const BY_NOBODY: ReadonlySet<Fact['kind']> = new Set(['expired', 'reminded', 'woken', 'left']);

function tell(view: View, fact: Fact, id: number, changes: Changes, s: Surroundings): void {
  const { actor, peer } = view;
  const hear = told(fact, actor.id);
  const by = BY_NOBODY.has(fact.kind) ? null : actor.id;
  for (const [reader, other, side, kind] of [
    [actor, peer, view.mine, hear.actor] as const,
    [peer, actor, view.theirs, hear.peer] as const,
  ]) {
    if (kind === null) continue;
    side.seq = number(reader, kind, { id, by, ...subject(kind, fact, id, other.id) }, changes, s);
  }
}

function applyOwn(actor: MemberFacts, command: OwnChange, changes: Changes, s: Surroundings): Outcome {
  if (actor.erased) return refuse('NOT_FOUND');
  const id = s.nextId();
  const payload = command.payload ? JSON.stringify(command.payload) : null;
  if (command.admission) actor.admission = { ...actor.admission, ...command.admission };
  changes.members.add(actor);
  changes.writes.push((tx) => command.write(tx, s.at));
  number(actor, command.event, { id, by: actor.id, subject: null, payload }, changes, s);
  return { change: id };
}

function applyErase(actor: MemberFacts, command: Erase, changes: Changes, s: Surroundings): Outcome {
  if (actor.erased) return refuse('NOT_FOUND');
  actor.erased = true;
  changes.members.add(actor);
  changes.erased.push(actor.id);
  changes.writes.push((tx) => command.write(tx, s.at));
  return { change: s.nextId() };
}

function subject(kind: EventKind, fact: Fact, id: number, other: number): Pick<About, 'subject' | 'payload'> {
  const invitation = fact.kind === 'invited' ? id : 'open' in fact && fact.open ? fact.open.id : null;
  if (kind.startsWith('INVITATION_')) return { subject: invitation, payload: null };
  const payload = kind === 'CONNECTION_CREATED' ? JSON.stringify({ invitation }) : null;
  return { subject: other, payload };
}
