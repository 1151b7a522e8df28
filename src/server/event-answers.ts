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
export function mapEvents<Event, Answer>(
  source: AsyncIterable<Event>,
  answer: (event: Event, answering: Answering<Event>) => Promise<Answer>,
  ended: () => void,
): AsyncGenerator<Answer, void, void> {
  const events = source[Symbol.asyncIterator]();
  const waiting: Event[] = [];
  let over = false;
  const answering: Answering<Event> = { later: (event) => waiting.unshift(event), over: () => over };
  const end = () => {
    if (!over) ended();
    over = true;
  };
  return {
    async next() {
      if (over) return DONE;
      try {
        const event = waiting.length > 0 ? { value: waiting.splice(0, 1)[0] as Event } : await events.next();
        if (!('done' in event && event.done) && !over)
          return { done: false, value: await answer(event.value, answering) };
      } catch (error) {
        end();
        throw error;
      }
      end();
      return DONE;
    },
    async return() {
      end();
      // The listener has gone: whatever goes wrong in cleaning up is none of its socket's business.
      await events.return?.().catch(() => {});
      return DONE;
    },
    async throw(error) {
      await this.return();
      throw error;
    },
    async [Symbol.asyncDispose]() {
      await this.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const DONE = { done: true, value: undefined } as const;
