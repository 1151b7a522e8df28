const PERIOD = 86_400_000;

/**
 * How often members have been suggested lately, in this process: so that nobody is shown to everybody. A viewer counts once
 * in a period, so that one person who looks again and again moves nobody.
 */
export class Appearances {
  private begun = 0;
  private viewers = new Set<number>();
  private counts = new Map<number, number>();
  private before: ReadonlyMap<number, number> = new Map();

  note(viewer: number, members: readonly number[], at: number): void {
    this.turn(at);
    if (this.viewers.has(viewer)) return;
    this.viewers.add(viewer);
    for (const member of members) this.counts.set(member, (this.counts.get(member) ?? 0) + 1);
  }

  /** In this period, and half of those in the last one. */
  of(member: number, at: number): number {
    this.turn(at);
    return (this.counts.get(member) ?? 0) + (this.before.get(member) ?? 0) / 2;
  }

  private turn(at: number): void {
    if (at < this.begun + PERIOD) return;
    this.before = at < this.begun + 2 * PERIOD ? this.counts : new Map();
    this.begun = at;
    this.viewers = new Set();
    this.counts = new Map();
  }
}
