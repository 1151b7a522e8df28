import type { Answer } from './answer';
import type { EventAnswers } from './event-answers';

/** One operation under way, until everything that runs for it has come to its end. */
export class Operation {
  source: EventAnswers<unknown, Answer> | undefined;
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
  /** A list, since a socket has one or two as a rule, and a map for each socket would weigh more than they do. */
  private running: readonly Operation[] = NONE;
  private closed = false;
  /** Whether anything was ever asked for. */
  used = false;

  get size(): number {
    return this.running.length;
  }

  get subscriptions(): number {
    return this.running.filter(({ subscription }) => subscription).length;
  }

  has(id: string): boolean {
    return this.running.some((operation) => operation.id === id);
  }

  begin(id: string, subscription: boolean): Operation {
    this.used = true;
    const operation = new Operation(id, subscription);
    this.running = [...this.running, operation];
    return operation;
  }

  /** Takes charge of what a subscription gives: it is ended with the socket at the latest. */
  follow(operation: Operation, source: EventAnswers<unknown, Answer>): void {
    operation.source = source;
    // A socket may close, or a client complete, while the source is still being opened.
    if (this.closed || operation.completed) void source.return();
  }

  /** The client asks for no more. */
  complete(id: string): void {
    for (const operation of this.running) if (operation.id === id) end(operation);
  }

  /** Nothing runs for it any longer. */
  forget(operation: Operation): void {
    this.running = this.running.filter((other) => other !== operation);
  }

  /** Ends everything, whatever its client has called it. */
  close(): void {
    this.closed = true;
    for (const operation of this.running) end(operation);
    this.running = NONE;
  }
}

const NONE: readonly never[] = [];

function end(operation: Operation): void {
  operation.completed = true;
  void operation.source?.return();
}
