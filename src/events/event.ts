import type { EventKind } from './event-kinds';

/** An event about to be written: the `seq`th of its member. Ids only; names and notes are joined at delivery. */
export interface NewEvent {
  readonly memberId: number;
  readonly seq: number;
  readonly tag: number;
  /** The tag of the event before it in the same stream. */
  readonly previousTag: number;
  readonly changeId: number;
  readonly kind: EventKind;
  /** What it is about: an invitation's id, or for connections and blocks the other member's. */
  readonly subject: number | null;
  readonly actor: number | null;
  readonly payload: string | null;
  readonly at: number;
}
