import type { NewEvent } from './event';
import type { StoredEvent, StreamReading } from './stream.queries';
import type { Position } from './stream-cursor';

/** Why a client must start again from a snapshot. */
export const RESET_REASONS = {
  RETENTION: 'The events after your cursor have been deleted; you were away for longer than they are kept.',
  EPOCH: 'The operator has restored a backup or reset the streams.',
  FORK: 'The database has lost the event your cursor points at, and another has taken its number.',
  FUTURE: 'The database has lost the event your cursor points at.',
} as const;

export type ResetReason = keyof typeof RESET_REASONS;

/** What comes after a position: events that follow it without a gap, or the reason why that cannot be known. */
export type Continuation =
  | { readonly reset: ResetReason }
  | {
      readonly reset: null;
      readonly events: readonly StoredEvent[];
      readonly position: Position;
      readonly head: boolean;
    };

/** Judges a reading that began at the position's own event: is the reader's past ours, and what follows it? */
export function continueFrom(position: Position, reading: StreamReading, most: number): Continuation {
  if (reading.epoch !== position.epoch) return { reset: 'EPOCH' };
  if (position.seq > reading.lastSeq) return { reset: 'FUTURE' };
  if (position.seq < reading.floorSeq) return { reset: 'RETENTION' };
  if (tagAt(position.seq, reading) !== position.tag) return { reset: 'FORK' };
  const events = reading.events.filter(({ seq }) => seq > position.seq).slice(0, most);
  // A page with a hole in it is never delivered.
  if (events.some(({ seq }, index) => seq !== position.seq + 1 + index)) return { reset: 'RETENTION' };
  const last = events.at(-1);
  const end = last ? { epoch: position.epoch, seq: last.seq, tag: last.tag } : position;
  const head = end.seq >= reading.lastSeq;
  // Nor one that ends too early: asked again, it would never get any further.
  if (!head && events.length < most) return { reset: 'RETENTION' };
  return { reset: null, events, position: end, head };
}

/**
 * What comes after a position by events that were just committed, without a reading: only if they are exactly the next, and
 * the first names our last event's tag as the one before it. Null: read.
 */
export function continueWith(
  position: Position,
  events: readonly NewEvent[] | null,
  most: number,
): Extract<Continuation, { reset: null }> | null {
  const last = events?.at(-1);
  if (!events || !last || events.length > most || events[0]?.previousTag !== position.tag) return null;
  if (events.some(({ seq }, index) => seq !== position.seq + 1 + index)) return null;
  return { reset: null, events, position: { epoch: position.epoch, seq: last.seq, tag: last.tag }, head: true };
}

function tagAt(seq: number, reading: StreamReading): number | undefined {
  if (seq === reading.floorSeq) return reading.floorTag;
  const [first] = reading.events;
  return first?.seq === seq ? first.tag : undefined;
}
