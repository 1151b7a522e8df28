export interface CanaryOptions {
  /** Where canaries are sent, each of which must come back. */
  readonly channels: readonly string[];
  readonly send: (channel: string) => void;
  readonly deaf: (deaf: boolean) => void;
  /** Makes the connection that hears nothing anew. */
  readonly revive: () => void;
}

/** How often a canary is sent, and how long without one means that we are deaf. Together they stay below two seconds. */
const ROUND = 500;
const SILENCE = 1400;
/** How often a connection that hears nothing is made anew. */
const REVIVAL = 5000;

/**
 * Finds out whether bells arrive at all: a connection can look well and hear nothing, after a failed re-subscription or
 * behind a firewall that forgot it. So we send ourselves a message through Redis, again and again.
 */
export class Canary {
  private readonly last = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private deaf = false;
  private revived = performance.now();
  private round = performance.now();

  constructor(private readonly options: CanaryOptions) {}

  start(): void {
    const now = performance.now();
    for (const channel of this.options.channels) this.last.set(channel, now);
    this.timer = setInterval(() => this.look(performance.now()), ROUND);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  heard(channel: string): void {
    this.last.set(channel, performance.now());
    if (this.deaf) this.judge(performance.now());
  }

  private look(now: number): void {
    // When this process itself was asleep, silence proves nothing.
    const slept = now - this.round > SILENCE;
    this.round = now;
    if (slept) for (const channel of this.options.channels) this.last.set(channel, now);
    for (const channel of this.options.channels) this.options.send(channel);
    this.judge(now);
    if (!this.deaf || now - this.revived < REVIVAL) return;
    this.revived = now;
    this.options.revive();
  }

  private judge(now: number): void {
    const deaf = [...this.last.values()].some((heard) => now - heard > SILENCE);
    if (deaf === this.deaf) return;
    this.deaf = deaf;
    // The first revival comes a little later: most silences end by themselves.
    if (deaf) this.revived = now - REVIVAL / 2;
    this.options.deaf(deaf);
  }
}
