import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../database/database';
import { lockedMembers } from './member-state.queries';

/** Between two looks: a lock that is there both times is not one that comes and goes. Milliseconds. */
const BETWEEN = 50;

/**
 * Members whose lock is held by somebody who is stuck: a process that was suspended, or is cut off from the database.
 * Commands that concern them are told to try again, so that all others need not wait until the lock is given up.
 */
export class StuckMembers {
  private members: ReadonlySet<number> = new Set();

  constructor(private readonly database: Database) {}

  has(member: number | null): boolean {
    return member !== null && this.members.has(member);
  }

  /** After a lock was waited for in vain: which of those concerned is it? Whether that could be found out. */
  async find(concerned: readonly number[]): Promise<boolean> {
    const once = await this.locked(concerned);
    if (once.length > 0) await delay(BETWEEN);
    const twice = await this.locked(once);
    this.members = new Set([...this.members, ...twice]);
    return twice.length > 0;
  }

  /** Forgets those whose lock has been given up. */
  async lookAgain(): Promise<void> {
    if (this.members.size > 0) this.members = new Set(await this.locked([...this.members]));
  }

  private async locked(members: readonly number[]): Promise<readonly number[]> {
    if (members.length === 0) return [];
    // Where it cannot be found out, who is stuck is found by halving the batch.
    return this.database.once((tx) => lockedMembers(tx, members)).catch(() => []);
  }
}
