import { TryAgain } from '../errors';

/** Lets a few in at once, and the others in the order in which they came. */
export class Turns {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    /** How many may wait; whoever comes then is told to try again. */
    private readonly waiting = Infinity,
  ) {}

  /** Resolves to the function that lets the next one in, to be called once. Throws TRY_AGAIN when too many wait. */
  async lock(): Promise<() => void> {
    if (this.inside < this.atOnce) this.inside++;
    else if (this.queue.length < this.waiting) await new Promise<void>((resolve) => this.queue.push(resolve));
    else throw new TryAgain();
    return () => {
      const next = this.queue.shift();
      if (next) next();
      else this.inside--;
    };
  }

  /** Does work that costs much memory or time. Throws TRY_AGAIN like `lock`. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.lock();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
