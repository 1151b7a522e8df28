/** The product's time in a test: the database's, moved on at will. */
export class TestClock {
  private ahead = 0;

  /** `still`: a time that stands still but for what the test advances, so that two worlds can live at the same moments. */
  constructor(private readonly still?: number) {}

  /** As `createApp` takes it. */
  readonly read = (databaseTime: number): number => (this.still ?? databaseTime) + this.ahead;

  get now(): number {
    return this.read(Date.now());
  }

  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}
