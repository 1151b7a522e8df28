import type { EventKind } from '../events/event-kinds';
import type { Policy } from '../policy';
import type { Changes } from './changes';
import type { MemberFacts } from './relationship-state';

export interface Surroundings {
  /** The database's time, epoch milliseconds. */
  readonly at: number;
  readonly policy: Policy;
  readonly nextId: () => number;
  /** A random number for each event, by which forgotten history is noticed. */
  readonly nextTag: () => number;
  /** A random number from 0 to below 1. */
  readonly chance: () => number;
}

/** Which change an event tells of, by whom (null: time, or an operator), and about what. */
export interface About {
  readonly id: number;
  readonly by: number | null;
  readonly subject: number | null;
  readonly payload: string | null;
}

/** Gives the event its number in the reader's stream. */
export function number(reader: MemberFacts, kind: EventKind, about: About, changes: Changes, s: Surroundings): number {
  const previousTag = reader.lastTag;
  reader.lastSeq += 1;
  reader.lastTag = s.nextTag();
  const { id: changeId, by: actor, subject, payload } = about;
  const { id: memberId, lastSeq: seq, lastTag: tag } = reader;
  changes.events.push({ memberId, seq, tag, previousTag, changeId, kind, subject, actor, payload, at: s.at });
  return seq;
}
