/** From so many characters on, a message is long. */
export const LONG = 4096;
/** How many long messages may be on their way to a client that takes them. */
const MOST = 8;

/**
 * What a client has yet to take. That a message has left says only that the kernels have it, and they keep a hundred
 * kilobytes for a client that reads nothing. So a ping goes behind each long message, and its pong says that the client
 * has it: one may be on its way at first, and twice as many after each answer, as TCP does it (slow start, RFC 5681).
 */
export class Intake {
  private sent = 0;
  private taken = 0;
  private most = 1;
  private waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly ping: (number: string) => void,
    /** Milliseconds in which a client that is waited for must take something. */
    private readonly patience: number,
    private readonly tooSlow: () => void,
  ) {}

  /** What any ping must carry: a client may answer only the last of several. */
  get last(): string {
    return String(this.sent);
  }

  /** A long message has left. Resolves when the client may be sent another. */
  room(): Promise<void> {
    this.sent++;
    this.ping(this.last);
    if (this.sent - this.taken < this.most) return Promise.resolve();
    this.timer ??= this.patiently();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The client has answered a ping, and with it all before it. One from before the first long message has no number. */
  answered(ping: string): void {
    const number = Number(ping);
    if (!Number.isInteger(number) || number <= this.taken || number > this.sent) return;
    this.taken = number;
    this.most = Math.min(2 * this.most, MOST);
    this.release();
  }

  /** Lets everybody go on: the client has answered, or there is another reason. */
  release(): void {
    this.end();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Nobody is waited for any more. */
  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private patiently(): NodeJS.Timeout {
    // A process that was stopped itself hears first what has come meanwhile.
    const timer = setTimeout(() => setImmediate(() => this.timer === timer && this.tooSlow()), this.patience);
    return timer;
  }
}
