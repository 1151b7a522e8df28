import type { Telling } from '../graphql/schema';
import type { StoredEvent } from './stream.queries';
import type { ResetReason } from './stream.rules';
import type { Position } from './stream-cursor';

/** What a subscription is sent, before it is dressed for the reader. */
export type Message =
  | {
      readonly kind: 'events';
      readonly events: readonly StoredEvent[];
      readonly position: Position;
      readonly replay: boolean;
    }
  | { readonly kind: 'checkpoint'; readonly position: Position; readonly head: boolean }
  | { readonly kind: 'reset'; readonly reason: ResetReason };

/** Messages of a stream, to be read one at a time: the next page is read when the next message is asked for. */
export interface Messages extends AsyncIterableIterator<Message>, Telling {
  /** Reads what a message is about until the database answers: an outage is no reason to end. Null when nobody waits any longer. */
  patiently<T>(read: () => Promise<T>): Promise<T | null>;
}

/** One page as two. Each has a position of its own, so that a client may stop between them. */
export function halves(message: Message): readonly [Message, Message] | null {
  if (message.kind !== 'events' || message.events.length < 2) return null;
  const middle = Math.ceil(message.events.length / 2);
  const [first, second] = [message.events.slice(0, middle), message.events.slice(middle)];
  const last = first.at(-1);
  if (!last) return null;
  const position = { epoch: message.position.epoch, seq: last.seq, tag: last.tag };
  return [
    { ...message, events: first, position },
    { ...message, events: second },
  ];
}
