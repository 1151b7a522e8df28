import { isRefusal, type PairCommand } from '../../src/relationships/command';
import type { PairState } from '../../src/relationships/relationship-state';
import { sideOf } from './pair-promises';
import { COMMANDS, keyOf, NOW, older, type Rules, type Step, settle, step } from './pair-worlds';

/** A situation as the walk knows it: what the sender sees, and what each command and time make of it. */
interface Situation {
  readonly id: number;
  readonly shown: string;
  readonly due: boolean;
  readonly later: () => Situation;
  readonly on: (command: PairCommand) => {
    readonly next: Situation;
    readonly noticed: string;
    readonly accepts: boolean;
  };
}

/**
 * Two worlds in which the sender has done the same; what the recipient did in silence may differ. Walks all of them side by
 * side through everything that can follow, and returns the first difference that the sender could notice, in words; null when
 * there is none. Commands that the recipient gives aloud, and time, happen in both worlds; what the recipient does in silence
 * happens in either. An acceptance is no secret, so nobody accepts here.
 */
export function leak(
  rules: Rules,
  sender: number,
  starts: readonly (readonly PairState[])[],
  commands = COMMANDS,
): string | null {
  const situation = situations(rules, sender);
  const known = new Map<string, readonly [one: Situation, other: Situation]>();
  const discover = (one: Situation, other: Situation) => {
    known.set(`${one.id} ${other.id}`, [one, other]);
  };
  for (const [one, other] of starts) if (one && other) discover(situation(one), situation(other));
  for (const [one, other] of known.values()) {
    if (one.shown !== other.shown) return `${one.shown} or ${other.shown}`;
    discover(one.later(), other.later());
    for (const command of commands) {
      // A question is no secret either: it is asked before these worlds begin.
      if (command.kind === 'ask' && command.actor !== sender) continue;
      const [here, there] = [one.on(command), other.on(command)];
      if (here.accepts || there.accepts) continue;
      if (!isSilent(command, sender)) {
        if (here.noticed !== there.noticed)
          return `${command.kind} by ${command.actor}: ${here.noticed} or ${there.noticed}`;
        discover(here.next, there.next);
      } else if (!one.due) {
        // Past its time it is too late for a no: whatever touches the invitation ends it, and that is no secret.
        if (here.noticed !== NOTHING || there.noticed !== NOTHING) return `${command.kind} in silence: ${here.noticed}`;
        discover(here.next, other);
        discover(one, there.next);
      }
    }
  }
  return null;
}

const NOTHING = '[]';
const SILENT: ReadonlySet<PairCommand['kind']> = new Set(['decline', 'undoDecline', 'snooze', 'allow']);
const isSilent = ({ kind, actor }: PairCommand, sender: number): boolean => actor !== sender && SILENT.has(kind);

/** Makes each situation once, and works out each step from it once. */
function situations(rules: Rules, sender: number): (pair: PairState) => Situation {
  const known = new Map<string, Situation>();
  const situation = (pair: PairState): Situation => {
    const settled = settle(pair);
    const key = keyOf(settled);
    const made = known.get(key) ?? {
      id: known.size,
      shown: shown(settled, sender),
      due: settled.open !== null && settled.open.expiresAt <= NOW,
      later: () => situation(older(settled)),
      on: once((command: PairCommand) => {
        const taken = step(rules, settled, command);
        return { next: situation(taken.after), noticed: noticed(taken, sender), accepts: isAcceptance(taken) };
      }),
    };
    known.set(key, made);
    return made;
  };
  return situation;
}

function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

const isAcceptance = ({ answer }: Step): boolean =>
  !isRefusal(answer) && answer.kind === 'connected' && !answer.crossing;

/** What the sender's devices are told, and the answer if it was the sender who asked. */
function noticed(s: Step, sender: number): string {
  const heard = s.happened.map(({ actor, heard: told }) => (actor === sender ? told.actor : told.peer));
  if (s.command.actor !== sender) return JSON.stringify(heard.filter((kind) => kind !== null));
  return JSON.stringify([heard, isRefusal(s.answer) ? s.answer : s.answer.kind, s.members.get(sender)]);
}

/** The pair as the sender may see it. An invitation of the other side shows unless it is hidden from the sender. */
function shown(pair: PairState, sender: number): string {
  const { open, connectedAt } = pair;
  const visible = open && (open.sender === sender || open.state !== 'DROPPED');
  const state = open?.sender === sender ? 'PENDING' : open?.state;
  const { blockedAt, unblockedAt, withdrewAt } = sideOf(pair, sender);
  const talk = { question: open?.question, reply: open?.reply };
  const invitation = visible ? { id: open.id, by: open.sender, state, expiresAt: open.expiresAt, ...talk } : null;
  return JSON.stringify({ connectedAt, invitation, blockedAt, unblockedAt, withdrewAt });
}
