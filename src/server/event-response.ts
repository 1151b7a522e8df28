import type { ServerResponse } from 'node:http';
import type { RequestContext, Viewer } from '../graphql/context';
import { type CloseReason, DEAD_WITHIN, type Listener, type ListenerOptions } from './audience';
import { LAST_WORDS, never, onItsWay } from './pace';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Proxies that gather what they pass on would hold events back.
  'x-accel-buffering': 'no',
  connection: 'keep-alive',
} as const;

/** A response that goes on for as long as its operation: what `graphql-sse` calls a distinct connection. */
export class EventResponse implements Listener {
  readonly viewer: Viewer | null;
  private ended = false;
  private readonly begun = performance.now();

  constructor(
    private readonly response: ServerResponse,
    private readonly context: RequestContext,
    private readonly options: ListenerOptions,
  ) {
    this.viewer = context.viewer;
  }

  get open(): boolean {
    return !this.ended && !this.response.destroyed;
  }

  get expired(): boolean {
    return this.viewer !== null && this.viewer.expiresAt <= this.options.time();
  }

  /** Nothing is ever heard over a response. */
  get doubtful(): boolean {
    return performance.now() - this.begun > DEAD_WITHIN;
  }

  begin(headers: Readonly<Record<string, string>>): void {
    this.response.writeHead(200, { ...headers, ...HEADERS });
    this.response.flushHeaders();
  }

  /** Resolves when the event has left, and never when the response is over. */
  send(event: 'next' | 'complete', data = ''): Promise<void> {
    if (this.expired) this.close('tokenExpired');
    else if (this.response.writableLength > this.options.pace.unsent) this.close('slow');
    return this.open ? this.write(`event: ${event}\ndata: ${data}\n\n`) : never();
  }

  /**
   * Ends the response without `complete`, which tells a client to come again with its cursor. There are no close codes: a
   * client whose token does not count any longer learns it from the 401 then.
   */
  close(reason: CloseReason): void {
    if (!this.open) return;
    this.options.ended(reason);
    this.end();
    // What a slow client has not taken it will not take now.
    if (reason === 'slow') this.response.destroy();
  }

  /** Nothing more is to be said. What is still on its way may take as long as any message. */
  end(): void {
    this.ended = true;
    if (this.response.destroyed) return;
    const { left } = onItsWay(this.options.pace, () => this.response.destroy());
    this.response.once('close', left).end();
  }

  leave(): Promise<void> {
    return this.context.departure.announce(LAST_WORDS);
  }

  /**
   * A comment, which clients pass over; it keeps proxies from closing what looks idle. A connection that has broken is found
   * dead by it; that of somebody who vanished takes comments until the kernel gives it up, a quarter of an hour later.
   */
  ping(): void {
    if (this.open) void this.write(':\n\n');
  }

  terminate(): void {
    this.response.destroy();
  }

  private write(text: string): Promise<void> {
    const { left, gone } = onItsWay(this.options.pace, () => this.close('slow'));
    this.response.write(text, left);
    return gone;
  }
}
