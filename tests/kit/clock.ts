/** The product's time in a test: the database's, moved on at will. */
export class TestClock {
  private ahead = 0;

  /** As `createApp` takes it. */
  readonly read = (databaseTime: number): number => databaseTime + this.ahead;

  get now(): number {
    return this.read(Date.now());
  }

  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}
