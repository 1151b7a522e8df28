import { randomInt } from 'node:crypto';
import type { Database } from '../database/database';
import type { Cause } from './follower';
import { readHead, readStream, type StoredEvent } from './stream.queries';
import { type Continuation, continueFrom, type ResetReason } from './stream.rules';
import type { Position, StreamCursors } from './stream-cursor';
import type { Waiter, Waiters, Wake } from './waiters';

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

export type DeliveryCause = Cause | 'replay';

export interface StreamsOptions {
  readonly database: Database;
  readonly cursors: StreamCursors;
  readonly waiters: Waiters;
  /** Milliseconds between checkpoints; each is up to a fifth shorter or longer, so that they do not come all at once. */
  readonly checkpoint: number;
  readonly delivered: (cause: DeliveryCause, events: number) => void;
}

/** Most events in a batch. */
const MOST = 100;

/** Reads and follows members' streams. The database is the truth; a wake-up only says that reading is worth while. */
export class StreamsService {
  constructor(private readonly options: StreamsOptions) {}

  get cursors(): StreamCursors {
    return this.options.cursors;
  }

  /** Where the member's stream ends now. Throws when there is no such member. */
  async head(member: number): Promise<Position> {
    const position = await readHead(this.options.database, member);
    if (!position) throw new Error('A signed-in member has no stream.');
    return position;
  }

  async page(member: number, position: Position, most: number): Promise<Continuation> {
    const reading = await readStream(this.options.database.together, member, position.seq, most);
    return reading ? continueFrom(position, reading, most) : { reset: 'FUTURE' };
  }

  /**
   * Everything after `from` (null: from now on), without gap or repetition, for as long as it is read. The waiter is
   * registered before the first reading, so that nothing can happen unnoticed between the two.
   */
  follow(member: number, from: Position | null): AsyncIterableIterator<Message> {
    const waiter = this.options.waiters.register(member);
    const messages = this.messages(member, from, waiter);
    return {
      next: () => messages.next(),
      return: () => {
        // Ends the wait first; a generator asked to return while it waits would only do so at the next event.
        waiter.close();
        return messages.return(undefined);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  private async *messages(member: number, from: Position | null, waiter: Waiter): AsyncGenerator<Message, undefined> {
    try {
      let position = from ?? (await this.head(member));
      let cause: DeliveryCause | 'timeout' = 'replay';
      for (;;) {
        const page = await this.page(member, position, MOST);
        if (page.reset !== null) {
          yield { kind: 'reset', reason: page.reset };
          return;
        }
        position = page.position;
        if (page.events.length > 0) {
          this.options.delivered(cause === 'timeout' ? 'poll' : cause, page.events.length);
          yield { kind: 'events', events: page.events, position, replay: cause === 'replay' };
        }
        if (!page.head) continue;
        // Only after a reading: a checkpoint says that nothing is missing.
        if (cause === 'replay' || cause === 'timeout') yield { kind: 'checkpoint', position, head: true };
        const wake = await this.quiet(waiter);
        if (wake === 'closed') return;
        cause = wake;
      }
    } finally {
      waiter.close();
    }
  }

  private quiet(waiter: Waiter): Promise<Wake> {
    const spread = this.options.checkpoint / 5;
    return waiter.wait(this.options.checkpoint + randomInt(-Math.floor(spread) - 1, Math.floor(spread) + 1));
  }
}
