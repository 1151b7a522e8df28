/** How long those who are let go on may occupy one turn of the event loop, and how many may at the most. Milliseconds. */
const SLICE = 5;
const MOST = 8;

/**
 * Lets a few go on in each turn of the event loop, in the order in which they came. With a synchronous driver whole pages are read
 * and answered without ever coming back to the loop, and news would wait until all who came at the same moment have theirs.
 */
export class FewATurn {
  private readonly waiting: (() => void)[] = [];
  private running = false;

  next(): Promise<void> {
    if (!this.running) {
      this.running = true;
      this.begin();
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** All but the last are called in the same turn, each after all that the one before has made happen. */
  private begin(): void {
    let end = 0;
    const one = () => {
      end ||= performance.now() + SLICE;
      if (performance.now() < end) this.waiting.shift()?.();
    };
    for (let n = 0; n < MOST; n++) setImmediate(one);
    setImmediate(() => {
      this.running = this.waiting.length > 0;
      if (this.running) this.begin();
    });
  }
}
