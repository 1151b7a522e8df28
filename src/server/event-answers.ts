/** What the answer to an event can make happen. */
export interface Answering<Event> {
  /** Puts an event before those that the source has still to give. */
  later(event: Event): void;
  /** Whether nobody waits for the answer any longer. */
  over(): boolean;
}

/**
 * Maps what a source gives, one at a time. Unlike a generator that awaits the source, it can be ended while the source is
 * waiting for its next event: that is when most subscriptions end.
 */
export class EventAnswers<Event, Answer> implements AsyncGenerator<Answer, void, void>, Answering<Event> {
  private readonly events: AsyncIterator<Event>;
  private waiting: readonly Event[] = NONE;
  private ended = false;

  constructor(
    source: AsyncIterable<Event>,
    private readonly answer: (event: Event, answering: Answering<Event>) => Promise<Answer>,
    private readonly onEnd: () => void,
  ) {
    this.events = source[Symbol.asyncIterator]();
  }

  later(event: Event): void {
    this.waiting = [event, ...this.waiting];
  }

  over(): boolean {
    return this.ended;
  }

  async next(): Promise<IteratorResult<Answer, void>> {
    if (this.ended) return DONE;
    try {
      const [first, ...others] = this.waiting;
      const event = this.waiting.length > 0 ? { value: first as Event } : await this.events.next();
      this.waiting = others;
      if (!('done' in event && event.done) && !this.ended)
        return { done: false, value: await this.answer(event.value, this) };
    } catch (error) {
      // What could not be answered is the end of it, and nobody else will tell the source.
      await this.return();
      throw error;
    }
    this.end();
    return DONE;
  }

  async return(): Promise<IteratorReturnResult<void>> {
    this.end();
    // The listener has gone: whatever goes wrong in cleaning up is none of its socket's business.
    await this.events.return?.().catch(() => {});
    return DONE;
  }

  async throw(error: unknown): Promise<IteratorReturnResult<void>> {
    await this.return();
    throw error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private end(): void {
    if (!this.ended) this.onEnd();
    this.ended = true;
  }
}

const NONE: readonly never[] = [];
const DONE = { done: true, value: undefined } as const;
