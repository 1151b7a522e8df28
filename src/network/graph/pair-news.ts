import type { PairNews } from '../../events/lane';

/**
 * Tells the last word about a pair from an earlier one that comes late: each process's commits are heard in order, but not
 * those of one process in the order of another's. Remembers what was heard since the last reading but one of all lanes began;
 * whatever is older than that has been heard in full.
 */
export class LatestNews {
  private recent = new Map<string, number>();
  private earlier = new Map<string, number>();

  /** Whether this is not older than what was heard of the pair. */
  isNews([low, high, , version]: PairNews): boolean {
    const key = `${low}:${high}`;
    const known = this.recent.get(key) ?? this.earlier.get(key);
    if (known !== undefined && known > version) return false;
    this.recent.set(key, version);
    return true;
  }

  caughtUp(): void {
    this.earlier = this.recent;
    this.recent = new Map();
  }

  clear(): void {
    this.recent.clear();
    this.earlier.clear();
  }
}
