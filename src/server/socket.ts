import type { WebSocket } from 'ws';
import type { Viewer } from '../graphql/context';

/** Why we end a socket. Clients come again after 1012, 1013 and 4403 (with a new token), and never after the others. */
export const CLOSE = {
  flood: [1008, 'Too many messages'],
  restart: [1012, 'Service restart'],
  overload: [1013, 'Try again later'],
  invalidMessage: [4400, 'Invalid message'],
  neverValid: [4401, 'Unauthorized'],
  tokenExpired: [4403, 'Token expired'],
  sessionEnded: [4403, 'Session ended'],
} as const;

export type CloseReason = keyof typeof CLOSE;

/** Messages a client may send within ten seconds. */
const MOST_MESSAGES = 1000;
const WINDOW = 10_000;

/** One open WebSocket: who it belongs to, and what it may still do. */
export class Socket {
  /** Null until the client has introduced itself, and for one that did without a token. */
  viewer: Viewer | null = null;
  /** Ids of the subscriptions running. */
  readonly subscriptions = new Set<string>();
  /** Cleared by each ping, set by its pong. */
  alive = true;
  private operations = 0;
  private windowStart = 0;
  private messages = 0;

  constructor(
    private readonly ws: WebSocket,
    readonly address: string,
    private readonly id: string,
    private readonly time: () => number,
  ) {
    ws.on('pong', () => {
      this.alive = true;
    });
    // A broken connection or a frame too large ends the socket by itself; that is all there is to do.
    ws.on('error', () => {});
  }

  nextRequestId(): string {
    return `${this.id}-${this.operations++}`;
  }

  get open(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Whether the token has run out. From then on nothing goes in or out, even before the next round of closing. */
  get expired(): boolean {
    return this.viewer !== null && this.viewer.expiresAt <= this.time();
  }

  /** Counts a message; false when there were too many of late. */
  admitMessage(): boolean {
    const now = performance.now();
    if (now - this.windowStart > WINDOW) {
      this.windowStart = now;
      this.messages = 0;
    }
    return ++this.messages <= MOST_MESSAGES;
  }

  /** Resolves when the message has left, or at once when the socket is closing: what nobody hears is dropped. */
  send(message: string): Promise<void> {
    if (this.expired) this.close('tokenExpired');
    if (!this.open) return Promise.resolve();
    return new Promise((resolve) => this.ws.send(message, () => resolve()));
  }

  close(reason: CloseReason): void {
    const [code, words] = CLOSE[reason];
    this.closeWith(code, words);
  }

  closeWith(code = 1000, reason = ''): void {
    if (this.open) this.ws.close(code, reason);
  }

  ping(): void {
    if (this.alive) this.ws.ping();
    else this.ws.terminate();
    this.alive = false;
  }

  terminate(): void {
    this.ws.terminate();
  }
}
