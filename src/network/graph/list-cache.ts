/** Bytes of a list itself, beside 8 for each entry. */
const OVERHEAD = 150;

/**
 * Lists of connections that were read on demand, the least recently used of them forgotten beyond a budget of bytes. A list
 * that changes while it is read is given to who asked, but not kept.
 */
export class ListCache {
  private readonly lists = new Map<number, Float64Array>();
  private readonly underWay = new Set<Set<number>>();
  private used = 0;
  private generation = 0;

  /** `read` gives each member's connections, ascending; those without any may be left out. */
  constructor(
    private readonly read: (members: readonly number[]) => Promise<Map<number, Float64Array>>,
    private budget: number,
  ) {}

  get bytes(): number {
    return this.used;
  }

  allow(bytes: number): void {
    this.budget = bytes;
    this.shrink();
  }

  async of(members: readonly number[]): Promise<ReadonlyMap<number, Float64Array>> {
    const found = new Map<number, Float64Array>();
    const missing = new Set<number>();
    for (const member of members) {
      const list = this.lists.get(member);
      if (!list) missing.add(member);
      else {
        found.set(member, list);
        this.lists.delete(member);
        this.lists.set(member, list);
      }
    }
    if (missing.size === 0) return found;
    for (const [member, list] of await this.fetch([...missing])) found.set(member, list);
    return found;
  }

  /** These members' connections are no longer what they were. */
  forget(members: Iterable<number>): void {
    for (const member of members) {
      this.drop(member);
      for (const changed of this.underWay) changed.add(member);
    }
  }

  /** Nothing is known any more, not even of what is being read. */
  clear(): void {
    this.lists.clear();
    this.used = 0;
    this.generation += 1;
  }

  private async fetch(members: readonly number[]): Promise<Map<number, Float64Array>> {
    const changed = new Set<number>();
    const { generation } = this;
    this.underWay.add(changed);
    try {
      const read = await this.read(members);
      for (const member of members) {
        const list = read.get(member) ?? new Float64Array(0);
        read.set(member, list);
        if (!changed.has(member) && generation === this.generation) this.keep(member, list);
      }
      return read;
    } finally {
      this.underWay.delete(changed);
    }
  }

  private keep(member: number, list: Float64Array): void {
    this.drop(member);
    this.lists.set(member, list);
    this.used += OVERHEAD + list.byteLength;
    this.shrink();
  }

  private drop(member: number): void {
    const list = this.lists.get(member);
    if (list && this.lists.delete(member)) this.used -= OVERHEAD + list.byteLength;
  }

  private shrink(): void {
    for (const member of this.lists.keys()) {
      if (this.used <= this.budget) return;
      this.drop(member);
    }
  }
}
