import { randomInt } from 'node:crypto';
import type { Departure } from '../graphql/departure';
import type { DeliveryCause } from '../metrics';
import type { NewEvent } from './event';
import { halves, type Message, type Messages } from './message';
import { type Continuation, continueWith } from './stream.rules';
import type { Position } from './stream-cursor';
import type { Turn } from './turn';
import type { Waiter } from './waiters';

/** What those who follow streams have in common. */
export interface Streams {
  /** Where the member's stream ends now. */
  readonly head: (member: number) => Promise<Position>;
  readonly page: (member: number, position: Position, most: number) => Promise<Continuation>;
  /** Whether an error of a reading will soon be over. */
  readonly passing: (error: unknown) => boolean;
  /** Milliseconds between checkpoints; each is up to a fifth shorter or longer, so that they do not come all at once. */
  readonly checkpoint: number;
  readonly delivered: (cause: DeliveryCause, events: number) => void;
}

/** Most events in a batch. */
const MOST = 100;
/** Most in the first one of those who come back: nearly all have missed no more, and need not wait for those who have. */
const FEW = 10;
/** Most in those that follow. Of a hundred the server would think for ten milliseconds, in which nobody else is heard; a device that stalls keeps one. */
const SOME = 25;
/** Between two attempts to read while the database is out of reach. Milliseconds. */
const AGAIN = 500;

const DONE = { done: true, value: undefined } as const;

/**
 * Everything after a position, without gap or repetition, for as long as it is asked for. Between two events it holds its
 * position and nothing else, neither a promise nor what was told last: ten thousand of these wait at a time, and each of
 * their events would drag the one before it into the part of the heap that is expensive to clean.
 */
export class Following implements Messages {
  private stage: 'coming' | 'behind' | 'caught up' | 'leaving' | 'over' = 'coming';
  private cause: DeliveryCause | 'timeout' | 'leaving' = 'replay';
  /** What a wake-up brought along. */
  private news: readonly NewEvent[] | null = null;
  /** To be told before anything else is read. */
  private due: Message | null = null;
  private most = MOST;
  private readonly done: () => void;

  constructor(
    private readonly streams: Streams,
    private readonly member: number,
    /** Null: from now on. */
    private position: Position | null,
    private readonly waiter: Waiter,
    private readonly turn: Turn,
    private readonly departure: Departure,
  ) {
    this.done = departure.join(() => waiter.wake('leaving'));
  }

  halves(message: Message): readonly [Message, Message] | null {
    return halves(message);
  }

  answered(): void {
    this.turn.end();
  }

  ready(): Promise<void> {
    if (this.stage !== 'caught up' || this.due) return Promise.resolve();
    const spread = Math.floor(this.streams.checkpoint / 5) + 1;
    return this.waiter.ready(this.streams.checkpoint + randomInt(-spread, spread));
  }

  async next(): Promise<IteratorResult<Message>> {
    let message: Message | null = null;
    try {
      message = await this.message();
    } finally {
      if (!message || this.waiter.closed) this.end();
    }
    return message && !this.waiter.closed ? { done: false, value: message } : DONE;
  }

  async return(): Promise<IteratorResult<Message>> {
    this.end();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private end(): void {
    this.done();
    this.turn.end();
    this.waiter.close();
  }

  /** Null: there is none, and there will be none. */
  private async message(): Promise<Message | null> {
    const { due } = this;
    this.due = null;
    if (due) return due;
    if (this.stage === 'behind' && this.departure.announced && this.position) {
      this.stage = 'leaving';
      return checkpointAt(this.position, false);
    }
    while (await this.hasReason()) {
      const page = await this.read();
      if (!page) break;
      const message = this.tell(page);
      if (message) return message;
    }
    return null;
  }

  /** Waits until there is a reason to read; false: nobody waits any longer. */
  private async hasReason(): Promise<boolean> {
    const { stage, waiter } = this;
    if (stage === 'coming' && this.position) {
      this.most = FEW;
      await this.turn.short();
    } else if (stage === 'coming') this.position = await this.patiently(() => this.streams.head(this.member));
    else if (stage === 'behind') {
      this.most = SOME;
      await this.turn.begin();
    } else if (stage === 'caught up') {
      this.turn.end();
      await this.ready();
      const { cause, events } = waiter.take();
      if (cause === 'closed') return false;
      this.most = MOST;
      this.cause = cause;
      this.news = events;
    } else if (stage === 'leaving') {
      // Asked for more, so the last word has left. To end here would tell the client that the subscription is over.
      this.done();
      for (; !waiter.closed; waiter.take()) await waiter.ready(this.streams.checkpoint);
    }
    return !waiter.closed && stage !== 'over';
  }

  private async read(): Promise<Continuation | null> {
    const { position, news, member, most } = this;
    this.news = null;
    if (!position) return null;
    return (
      continueWith(position, news, MOST) ?? (await this.patiently(() => this.streams.page(member, position, most)))
    );
  }

  private tell(page: Continuation): Message | null {
    if (page.reset !== null) {
      this.stage = 'over';
      return { kind: 'reset', reason: page.reset };
    }
    const { cause, departure, streams } = this;
    const { events, position, head } = page;
    this.position = position;
    this.stage = departure.announced ? 'leaving' : head ? 'caught up' : 'behind';
    if (events.length === 0) this.turn.end();
    // Only after a reading: a checkpoint says that nothing is missing.
    const isDue = this.stage === 'leaving' || (head && (cause === 'replay' || cause === 'timeout'));
    const checkpoint = isDue ? checkpointAt(position, head) : null;
    if (events.length === 0) return checkpoint;
    this.due = checkpoint;
    streams.delivered(cause === 'timeout' || cause === 'leaving' ? 'poll' : cause, events.length);
    return { kind: 'events', events, position, replay: cause === 'replay' };
  }

  async patiently<T>(read: () => Promise<T>): Promise<T | null> {
    while (!this.waiter.closed) {
      try {
        return await read();
      } catch (error) {
        if (!this.streams.passing(error)) throw error;
        // Not by the waiter, whose wake-ups are for later.
        await new Promise((resolve) => setTimeout(resolve, AGAIN));
      }
    }
    return null;
  }
}

const checkpointAt = (position: Position, head: boolean): Message => ({ kind: 'checkpoint', position, head });
