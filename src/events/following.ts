import type { Turns } from '../database/turns';
import type { Divisible } from '../graphql/schema';
import type { FewATurn } from './few-a-turn';
import type { StoredEvent } from './stream.queries';
import type { ResetReason } from './stream.rules';
import type { Position } from './stream-cursor';
import type { Waiter } from './waiters';

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
export interface Messages extends AsyncIterableIterator<Message>, Divisible {}

/** One page as two. Each has a position of its own, so that a client may stop between them. */
function halves(message: Message): readonly [Message, Message] | null {
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

/** A turn at one of the long pages; it lasts until the page has been answered, and not until a slow reader has it. */
export class Turn {
  private release: (() => void) | undefined;

  constructor(
    private readonly turns: Turns,
    private readonly pages: FewATurn,
  ) {}

  async begin(): Promise<void> {
    this.end();
    this.release = await this.turns.lock();
    await this.pages.next();
  }

  end(): void {
    this.release?.();
    this.release = undefined;
  }
}

/** A stream that somebody follows. */
export class Following implements Messages {
  readonly halves = halves;

  constructor(
    private readonly messages: AsyncGenerator<Message, undefined>,
    private readonly waiter: Waiter,
    private readonly turn: Turn,
  ) {}

  answered(): void {
    this.turn.end();
  }

  next(): Promise<IteratorResult<Message>> {
    return this.messages.next();
  }

  /** Ends the wait first; a generator asked to return while it waits would only do so at the next event. */
  return(): Promise<IteratorResult<Message>> {
    this.waiter.close();
    return this.messages.return(undefined);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
