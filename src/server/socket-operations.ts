import type { Answer } from './executor';

/** One operation under way, until everything that runs for it has come to its end. */
export class Operation {
  source: AsyncGenerator<Answer, void, void> | undefined;
  /** Its client wants to hear no more of it. */
  completed = false;

  constructor(
    readonly id: string,
    readonly subscription: boolean,
  ) {}
}

/**
 * The operations of one socket. A client may complete one and be done with it at once, while what runs for it may go on for
 * a while: this counts what runs.
 */
export class SocketOperations {
  private readonly running = new Map<string, Operation>();
  private closed = false;

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

  begin(id: string, subscription: boolean): Operation {
    const operation = new Operation(id, subscription);
    this.running.set(id, operation);
    return operation;
  }

  /** Takes charge of what a subscription gives: it is ended with the socket at the latest. */
  follow(operation: Operation, source: AsyncGenerator<Answer, void, void>): void {
    operation.source = source;
    // A socket may close, or a client complete, while the source is still being opened.
    if (this.closed || operation.completed) void source.return();
  }

  /** The client asks for no more. */
  complete(id: string): void {
    const operation = this.running.get(id);
    if (!operation) return;
    operation.completed = true;
    void operation.source?.return();
  }

  /** Nothing runs for it any longer. */
  end({ id }: Operation): void {
    this.running.delete(id);
  }

  /** Ends everything, whatever its client has called it. */
  close(): void {
    this.closed = true;
    for (const { source } of this.running.values()) void source?.return();
    this.running.clear();
  }
}
