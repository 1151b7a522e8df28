/**
 * Lets one go on in each turn of the event loop, in the order in which they came. With a synchronous driver whole pages are read and
 * answered without ever coming back to the loop, and news would wait until all who came at the same moment have theirs.
 */
export class OneATurn {
  private readonly waiting: (() => void)[] = [];

  next(): Promise<void> {
    if (this.waiting.length === 0) setImmediate(() => this.release());
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(): void {
    this.waiting.shift()?.();
    if (this.waiting.length > 0) setImmediate(() => this.release());
  }
}
