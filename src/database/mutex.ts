/** Lets one caller in at a time, in order of arrival. */
export class Mutex {
  private tail: Promise<void> = Promise.resolve();

  /** Resolves to the function that lets the next one in. */
  async lock(): Promise<() => void> {
    const before = this.tail;
    let release = () => {};
    this.tail = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }
}
