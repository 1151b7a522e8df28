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
  static async take(database: Database, name: string, holder: string): Promise<HeldLease | null> {
    try {
      const fence = await database.transact((tx) => takeIn(tx, name, holder));
      return fence === null ? null : new HeldLease(database, name, fence);
    } catch (error) {
      // Somebody else was the first of all.
      if (database.dialect.classify(error) === 'duplicate') return null;
      throw error;
    }
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

/** The fence of who has it now; null when that is somebody else. */
async function takeIn(tx: Tx, name: string, holder: string): Promise<number | null> {
  const now = await tx.now();
  const free = await tx.run(
    'UPDATE lease SET holder = ?, fence = fence + 1, expires_at = ? WHERE name = ? AND expires_at <= ?',
    [holder, now + LIFETIME, name, now],
  );
  const [known] = await tx.query<{ fence: number }>('SELECT fence FROM lease WHERE name = ?', [name]);
  if (known) return free === 1 ? known.fence : null;
  await tx.run('INSERT INTO lease (name, holder, fence, expires_at, done_to) VALUES (?, ?, 1, ?, 0)', [
    ...[name, holder, now + LIFETIME],
  ]);
  return 1;
}
