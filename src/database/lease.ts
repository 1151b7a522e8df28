import type { Database, Tx } from './database';

/** Another process does the job by now: this one was stuck for longer than its lease lasted. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** Long enough for one transaction of a job and a little waiting; each extends it. Milliseconds. */
const LIFETIME = 30_000;

/**
 * The right to do a job alone. Every transaction of the job holds it first: that locks its row and compares the fence, so
 * a process that was stuck in the middle can do no harm when it goes on, however late.
 */
export class HeldLease {
  private constructor(
    private readonly database: Database,
    readonly name: string,
    readonly fence: number,
  ) {}

  /** Null when somebody else has it. */
  static take(database: Database, name: string, holder: string): Promise<HeldLease | null> {
    return database.transact(async (tx) => {
      const now = await tx.now();
      const free = await tx.run(
        'UPDATE lease SET holder = ?, fence = fence + 1, expires_at = ? WHERE name = ? AND expires_at <= ?',
        [holder, now + LIFETIME, name, now],
      );
      const read = () => tx.query<{ fence: number }>('SELECT fence FROM lease WHERE name = ?', [name]);
      const [known] = await read();
      if (known) return free === 1 ? new HeldLease(database, name, known.fence) : null;
      try {
        await tx.run('INSERT INTO lease (name, holder, fence, expires_at, done_to) VALUES (?, ?, 1, ?, 0)', [
          ...[name, holder, now + LIFETIME],
        ]);
      } catch (error) {
        if (tx.dialect.classify(error) === 'duplicate') return null;
        throw error;
      }
      return new HeldLease(database, name, 1);
    });
  }

  /** To be called first in every transaction of the job. Throws `LeaseLost`. */
  async hold(tx: Tx): Promise<void> {
    const until = (await tx.now()) + LIFETIME;
    const sql = 'UPDATE lease SET expires_at = ? WHERE name = ? AND fence = ?';
    if ((await tx.run(sql, [until, this.name, this.fence])) !== 1) throw new LeaseLost();
  }

  /** Notes that the job is done for everything older than `time`. */
  async reached(tx: Tx, time: number): Promise<void> {
    await tx.run('UPDATE lease SET done_to = ? WHERE name = ? AND done_to < ?', [time, this.name, time]);
  }

  /** Gives it back, if it is still ours. */
  async release(): Promise<void> {
    await this.database.run('UPDATE lease SET expires_at = 0 WHERE name = ? AND fence = ?', [this.name, this.fence]);
  }
}
