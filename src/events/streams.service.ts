import { randomInt } from 'node:crypto';
import type { Database } from '../database/database';
import { Turns } from '../database/turns';
import type { Departure } from '../graphql/departure';
import type { NewEvent } from './event';
import { FewATurn } from './few-a-turn';
import type { Cause } from './follower';
import { Following, type Message, type Messages, Turn } from './following';
import { readHead, readStream } from './stream.queries';
import { type Continuation, continueFrom, continueWith } from './stream.rules';
import type { Position, StreamCursors } from './stream-cursor';
import type { Waiter, Waiters, Woken } from './waiters';

export type DeliveryCause = Cause | 'replay';

export interface StreamsOptions {
  readonly database: Database;
  readonly cursors: StreamCursors;
  readonly waiters: Waiters;
  /** Milliseconds between checkpoints; each is up to a fifth shorter or longer, so that they do not come all at once. */
  readonly checkpoint: number;
  readonly delivered: (cause: DeliveryCause, events: number) => void;
  /** How many long pages of those who come from afar may be under way. */
  readonly catchingUp: number;
}

/** Most events in a batch. */
const MOST = 100;
/** Most in the first one of those who come back: nearly all have missed no more, and need not wait for those who have. */
const FEW = 10;
/** Most in those that follow. Of a hundred the server would think for ten milliseconds, in which nobody else is heard; a device that stalls keeps one. */
const SOME = 25;
/** Between two attempts to read while the database is out of reach. Milliseconds. */
const AGAIN = 500;

/** Reads and follows members' streams. The database is the truth; a wake-up only says that reading is worth while. */
export class StreamsService {
  private readonly turns: Turns;
  private readonly pages = new FewATurn();

  constructor(private readonly options: StreamsOptions) {
    this.turns = new Turns(options.catchingUp);
  }

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
   * registered before the first reading, so that nothing can happen unnoticed between the two. Before its connection ends
   * the page under way is told, and then where that leaves the reader.
   */
  follow(member: number, from: Position | null, departure: Departure): Messages {
    const waiter = this.options.waiters.register(member);
    const turn = new Turn(this.turns, this.pages);
    return new Following(this.messages(member, from, { waiter, turn }, departure), waiter, turn);
  }

  private async *messages(
    member: number,
    from: Position | null,
    { waiter, turn }: { readonly waiter: Waiter; readonly turn: Turn },
    departure: Departure,
  ): AsyncGenerator<Message, undefined> {
    const done = departure.join(() => waiter.wake('leaving'));
    try {
      let position = from ?? (await this.patiently(waiter, () => this.head(member)));
      let cause: DeliveryCause | 'timeout' | 'leaving' = 'replay';
      let news: readonly NewEvent[] | null = null;
      let most = from ? FEW : MOST;
      if (from) await this.pages.next();
      while (position) {
        const reached: Position = position;
        const many = most;
        const page =
          continueWith(reached, news, MOST) ?? (await this.patiently(waiter, () => this.page(member, reached, many)));
        news = null;
        if (!page) return;
        if (page.reset !== null) {
          yield { kind: 'reset', reason: page.reset };
          return;
        }
        position = page.position;
        most = page.head ? MOST : SOME;
        if (page.events.length > 0) {
          this.options.delivered(cause === 'timeout' || cause === 'leaving' ? 'poll' : cause, page.events.length);
          yield { kind: 'events', events: page.events, position, replay: cause === 'replay' };
        }
        if (departure.announced) {
          yield { kind: 'checkpoint', position, head: page.head };
          // Asked for more, so the last word has left. To end here would tell the client that the subscription is over.
          done();
          while ((await waiter.wait(this.options.checkpoint)).cause !== 'closed');
          return;
        }
        if (!page.head) {
          await turn.begin();
          continue;
        }
        turn.end();
        // Only after a reading: a checkpoint says that nothing is missing.
        if (cause === 'replay' || cause === 'timeout') yield { kind: 'checkpoint', position, head: true };
        const woken = await this.quiet(waiter);
        if (woken.cause === 'closed') return;
        cause = woken.cause;
        news = woken.events;
      }
    } finally {
      done();
      turn.end();
      waiter.close();
    }
  }

  /** Reads until the database answers: an outage is no reason to end a subscription. Null when nobody waits any longer. */
  private async patiently<T>(waiter: Waiter, read: () => Promise<T>): Promise<T | null> {
    while (!waiter.closed) {
      try {
        return await read();
      } catch (error) {
        if (!this.options.database.passing(error)) throw error;
        // Not by the waiter, whose wake-ups are for later.
        await new Promise((resolve) => setTimeout(resolve, AGAIN));
      }
    }
    return null;
  }

  private quiet(waiter: Waiter): Promise<Woken> {
    const spread = this.options.checkpoint / 5;
    return waiter.wait(this.options.checkpoint + randomInt(-Math.floor(spread) - 1, Math.floor(spread) + 1));
  }
}
