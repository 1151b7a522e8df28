import type { WebSocket } from 'ws';
import type { Viewer } from '../graphql/context';
import { Departure } from '../graphql/departure';
import { CLOSE, type CloseReason, type Listener, type ListenerOptions } from './audience';
import { Intake, LONG } from './intake';
import { LAST_WORDS, never, onItsWay } from './pace';
import { SocketOperations } from './socket-operations';

/** Messages a client may send within ten seconds. */
const MOST_MESSAGES = 1000;
const WINDOW = 10_000;
/** Pings after which a socket of nobody's that has asked for nothing is ended: a minute. */
const IDLE_ROUNDS = 5;

const ENDS_BY_ITSELF = () => {};

/** One open WebSocket: who it belongs to, and what it may still do. */
export class Socket implements Listener {
  /** Null until the client has introduced itself, and for one that did without a token. */
  viewer: Viewer | null = null;
  /** What it has asked for, until it has ended. */
  readonly operations = new SocketOperations();
  /** Who does not answer is ended. */
  readonly doubtful = false;
  /** What is under way here, and is told before the socket ends. */
  readonly departure = new Departure();
  /** The code by which we have ended it; the client of a connection that is stuck never confirms it. */
  endedBy: number | undefined;
  /** Cleared by each ping, set by its pong. */
  alive = true;
  private idle = 0;
  /** Of one that has been sent something long. */
  private intake: Intake | undefined;
  /** Whether the client has been let in. Until then it may only introduce itself. */
  acknowledged = false;
  private introduction: NodeJS.Timeout | undefined;
  private introduced = false;
  private requests = 0;
  private windowStart = 0;
  private messages = 0;

  constructor(
    private readonly ws: WebSocket,
    readonly address: string,
    private readonly id: string,
    private readonly options: ListenerOptions,
  ) {
    ws.on('pong', (ping) => {
      this.alive = true;
      this.intake?.answered(ping.toString());
    });
    // A broken connection or a frame too large ends the socket by itself; that is all there is to do.
    ws.on('error', ENDS_BY_ITSELF);
  }

  /** The client has so many milliseconds to introduce itself; after that, `late` is called. */
  awaitIntroduction(milliseconds: number, late: () => void): void {
    this.introduction = setTimeout(late, milliseconds);
  }

  /** The client introduces itself; false when it has done so before. */
  introduce(): boolean {
    clearTimeout(this.introduction);
    this.introduction = undefined;
    if (this.introduced) return false;
    this.introduced = true;
    return true;
  }

  /** The connection is no more: nothing goes on for it. */
  ended(): void {
    clearTimeout(this.introduction);
    this.intake?.end();
    this.operations.close();
  }

  /** The client asks for no more of an operation, which then waits for nothing. */
  complete(id: string): void {
    this.operations.complete(id);
    this.intake?.release();
  }

  nextRequestId(): string {
    return `${this.id}-${this.requests++}`;
  }

  get open(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Whether the token has run out. From then on nothing goes in or out, even before the next round of closing. */
  get expired(): boolean {
    return this.viewer !== null && this.viewer.expiresAt <= this.options.time();
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

  /**
   * Resolves when the message has left, and never when the socket is closing: who waits for that to read the next page
   * reads no more. A client that does not take what it is sent loses the socket, and can come again with its cursor.
   */
  send(message: string): Promise<void> {
    if (this.expired) this.close('tokenExpired');
    else if (this.ws.bufferedAmount > this.options.pace.unsent) this.close('slow');
    if (!this.open) return never();
    const { left, gone } = onItsWay(this.options.pace, () => this.close('slow'));
    this.ws.send(message, left);
    return gone;
  }

  /** The same for one message of many: resolves when the client may be sent the next. */
  sendOne(message: string): Promise<void> {
    const gone = this.send(message);
    return message.length < LONG ? gone : gone.then(() => this.room());
  }

  private room(): Promise<void> {
    if (!this.open) return never();
    const tooSlow = () => this.close('slow');
    this.intake ??= new Intake((number) => this.ws.ping(number), this.options.pace.patience, tooSlow);
    return this.intake.room();
  }

  close(reason: CloseReason): void {
    if (!this.open) return;
    this.options.ended(reason);
    const [code, words] = CLOSE[reason];
    this.closeWith(code, words);
  }

  closeWith(code = 1000, reason = ''): void {
    if (!this.open) return;
    this.endedBy = code;
    this.ws.close(code, reason);
  }

  leave(): Promise<void> {
    this.intake?.release();
    return this.departure.announce(LAST_WORDS);
  }

  ping(): void {
    if (this.viewer === null && !this.operations.used && ++this.idle > IDLE_ROUNDS) this.close('idle');
    if (this.alive) this.ws.ping(this.intake?.last);
    else this.giveUp();
    this.alive = false;
  }

  terminate(): void {
    this.ws.terminate();
  }

  /** Nobody is there any more; or somebody who takes nothing of what is sent, the ping least of all. */
  private giveUp(): void {
    if (this.ws.bufferedAmount > 0) this.close('slow');
    this.terminate();
  }
}
