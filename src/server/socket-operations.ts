/** One operation under way. It has ended when both its protocol and its source, if it has one, have come to their end. */
interface Running {
  readonly subscription: boolean;
  /** What to call when the answer to a query or a mutation has been sent. */
  readonly answered: (() => void) | undefined;
  source: AsyncGenerator<unknown, void, void> | undefined;
  completed: boolean;
}

/**
 * The operations of one socket. The protocol's library forgets an id as soon as its client completes it, while what runs
 * under it may go on for a while: this counts what runs.
 */
export class SocketOperations {
  private readonly running = new Map<string, Running>();
  private closed = false;
  /** Whether anything was ever asked for. */
  used = false;

  get size(): number {
    return this.running.size;
  }

  get subscriptions(): number {
    let count = 0;
    for (const { subscription } of this.running.values()) if (subscription) count++;
    return count;
  }

  has(id: string): boolean {
    return this.running.has(id);
  }

  beginSubscription(id: string): void {
    this.used = true;
    this.running.set(id, { subscription: true, answered: undefined, source: undefined, completed: false });
  }

  beginAnswer(id: string, answered: () => void): void {
    this.used = true;
    this.running.set(id, { subscription: false, answered, source: undefined, completed: false });
  }

  /** Takes charge of what a subscription gives: it is ended with the socket at the latest. */
  follow<Given>(id: string, source: AsyncGenerator<Given, void, void>): AsyncGenerator<Given, void, void> {
    const operation = this.running.get(id);
    if (operation) operation.source = source;
    // A socket may close, or a client complete, while its source is still being opened.
    if (this.closed) void source.return();
    return watched(source, () => {
      if (!operation) return;
      operation.source = undefined;
      if (operation.completed) this.release(id, operation);
    });
  }

  /** The protocol has nothing more to say of this operation. */
  complete(id: string): void {
    const operation = this.running.get(id);
    if (!operation) return;
    operation.completed = true;
    operation.answered?.();
    if (!operation.source) this.release(id, operation);
  }

  /** Ends everything, whatever its client has called it. */
  close(): void {
    this.closed = true;
    for (const { source } of this.running.values()) void source?.return();
    this.running.clear();
  }

  private release(id: string, operation: Running): void {
    if (this.running.get(id) === operation) this.running.delete(id);
  }
}

/** Tells when a source has come to its end: by itself, by an error, or because it was asked to and has cleaned up. */
function watched<Given>(
  source: AsyncGenerator<Given, void, void>,
  ended: () => void,
): AsyncGenerator<Given, void, void> {
  return {
    async next() {
      try {
        const given = await source.next();
        if (given.done) ended();
        return given;
      } catch (error) {
        ended();
        throw error;
      }
    },
    return: () => source.return().finally(ended),
    throw: (error: unknown) => source.throw(error).finally(ended),
    [Symbol.asyncDispose]: async () => {
      await source.return().finally(ended);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
