import type { Telling } from '../graphql/schema';

/** What the answer to an event can make happen. */
export interface Answering<Event> {
  /** Puts an event before those that the source has still to give. */
  later(event: Event): void;
  /** Whether nobody waits for the answer any longer. */
  over(): boolean;
}

/**
 * Answers what a source gives, one at a time. Unlike a generator that awaits the source, it can be ended while the source is
 * waiting for its next event: that is when most subscriptions end.
 */
export class EventAnswers<Event, Answer> implements Answering<Event> {
  private waiting: readonly Event[] = NONE;
  private ended = false;

  constructor(
    private readonly events: AsyncIterator<Event> & Partial<Telling>,
    private readonly answer: (event: Event, answering: Answering<Event>) => Promise<Answer>,
    private readonly onEnd: () => void,
  ) {}

  later(event: Event): void {
    this.waiting = [event, ...this.waiting];
  }

  over(): boolean {
    return this.ended;
  }

  /** Tells everything, one answer at a time: the next event is asked for when the answer before it has left. Ends the source, whatever happens. */
  async each(tell: (answer: Answer) => Promise<void>): Promise<void> {
    try {
      do await this.ready();
      while (await this.tellNext(tell));
    } finally {
      await this.return();
    }
  }

  async return(): Promise<void> {
    this.end();
    // The listener has gone: whatever goes wrong in cleaning up is none of its socket's business.
    await this.events.return?.().catch(() => {});
  }

  private ready(): Promise<void> {
    const waits = !this.ended && this.waiting.length === 0;
    return (waits ? this.events.ready?.() : undefined) ?? Promise.resolve();
  }

  /** Whether there was anything to tell. Not awaited here: what waits to leave is kept as bytes alone, and not as an answer too. */
  private tellNext(tell: (answer: Answer) => Promise<void>): Promise<boolean> {
    return this.next().then((told) => told !== null && tell(told.answer).then(() => true));
  }

  private async next(): Promise<{ readonly answer: Answer } | null> {
    if (this.ended) return null;
    const [first, ...others] = this.waiting;
    const event = this.waiting.length > 0 ? { value: first as Event } : await this.events.next();
    this.waiting = others.length > 0 ? others : NONE;
    if (('done' in event && event.done) || this.ended) return null;
    return { answer: await this.answer(event.value, this) };
  }

  private end(): void {
    if (!this.ended) this.onEnd();
    this.ended = true;
  }
}

const NONE: readonly never[] = [];
