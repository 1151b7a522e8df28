/**
 * The end of a connection, known a little before it comes. Whatever streams over the connection takes part: it is told,
 * finishes what it is at, says its last word, and is done; then the connection can end without cutting anything short.
 */
export class Departure {
  private readonly parts = new Set<() => void>();
  private ready: (() => void) | undefined;
  private leaving = false;

  get announced(): boolean {
    return this.leaving;
  }

  /** `told` is called when it is time to go. The result is to be called when the last word has left, or at any other end. */
  join(told: () => void): () => void {
    // Wrapped, so that the same function may take part twice.
    const part = () => told();
    this.parts.add(part);
    if (this.leaving) part();
    return () => {
      if (this.parts.delete(part) && this.parts.size === 0) this.ready?.();
    };
  }

  /** Tells everybody; resolves when all are done, or have had their time. */
  async announce(patience: number): Promise<void> {
    this.leaving = true;
    for (const part of this.parts) part();
    if (this.parts.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.ready = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
