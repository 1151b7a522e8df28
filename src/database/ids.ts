import type { Database } from './database';

/** Reserving is a commit of its own, and a busy door takes two ids for each command. */
const BLOCK = 10_000;

/**
 * Hands out ids below 2^53, unique over all processes and kinds, without asking the database each time: blocks are reserved
 * in table `id_block`. What a process does not use before it ends is lost, and nobody minds.
 */
export class Ids {
  private next = 0;
  private end = 0;

  constructor(private readonly database: Database) {}

  /** Takes `count` consecutive ids and resolves to the first. Must not be called inside a transaction. */
  async take(count = 1): Promise<number> {
    while (this.end - this.next < count) await this.reserve(Math.max(count, BLOCK));
    const first = this.next;
    this.next += count;
    return first;
  }

  /** Reserves anew before anything else is taken: the database may have forgotten what was reserved. */
  drop(): void {
    this.next = this.end;
  }

  private async reserve(count: number): Promise<void> {
    const first = await this.database.transact(async (tx) => {
      const [row] = await tx.query<{ next_id: number }>(
        `SELECT next_id FROM id_block WHERE name = 'main' ${tx.dialect.forUpdate}`,
      );
      if (!row) throw new Error('Table id_block is empty: the migrations have not been run.');
      await tx.run(`UPDATE id_block SET next_id = next_id + ? WHERE name = 'main'`, [count]);
      return row.next_id;
    });
    if (first !== this.end) this.next = first;
    this.end = first + count;
  }
}
