/** How many intervals one may be late and catch up; after a longer rest there is nothing to make up for. */
const CATCHING_UP = 8;
/** How long people go first at most, since they may want what we have locked. Milliseconds. */
const MOST = 10;

export interface PaceOptions {
  /** Milliseconds from one transaction to the next. */
  readonly interval: number;
  readonly begin: (work: () => void) => void;
  /** Those who go first. */
  readonly people?: { drained(): Promise<void> } | undefined;
}

/**
 * When what nobody waits for has its turn: once in each interval, however quickly the last transaction was done. A machine that is fast
 * enough lets people go first in the time that is left, and is idle for the rest of it; one that is late does neither.
 */
export class Pace {
  private next = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: PaceOptions) {}

  begin(work: () => void): void {
    const { interval, begin } = this.options;
    const now = performance.now();
    const early = this.next - now;
    this.next = (early < -CATCHING_UP * interval ? now : this.next) + interval;
    const start = () => void this.giveWay().then(() => begin(work));
    if (early > 0) setTimeout(start, early);
    else start();
  }

  /** Resolves when people have no transaction under way, or the time for our next one has come. */
  async giveWay(): Promise<void> {
    const { people } = this.options;
    const spare = Math.min(this.next - performance.now(), MOST);
    if (!people || spare <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, spare);
      void people.drained().then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** Whoever came while the last transaction occupied the process is heard, and begins, first. */
export function afterOthers(work: () => void): void {
  setImmediate(() => setImmediate(work));
}
