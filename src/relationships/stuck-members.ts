import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../database/database';
import { lockedMembers } from './member-state.queries';

/** Between two looks: longer than a batch of somebody else holds its locks, far less than they are waited for. Milliseconds. */
const BETWEEN = 200;

/** Members whose lock was held at a moment, and the number of the last event that had happened to each. */
type Locked = ReadonlyMap<number, number>;

/**
 * Members whose lock is held by somebody who is stuck: a process that was suspended, or is cut off from the database.
 * Commands that concern them are told to try again, so that all others need not wait until the lock is given up.
 */
export class StuckMembers {
  private members: Locked = new Map();

  constructor(private readonly database: Database) {}

  has(member: number | null): boolean {
    return member !== null && this.members.has(member);
  }

  /**
   * After a lock was waited for in vain: is somebody who holds one of those concerned `stuck`, do these locks only go from hand to
   * hand (`moving`), or is it another lock (`elsewhere`)?
   */
  async find(concerned: readonly number[]): Promise<'stuck' | 'moving' | 'elsewhere'> {
    const before = await this.locked(concerned);
    if (before.size === 0) return 'elsewhere';
    await delay(BETWEEN);
    const stuck = await this.stillLocked(before);
    this.members = new Map([...this.members, ...stuck]);
    return stuck.size > 0 ? 'stuck' : 'moving';
  }

  /** Forgets those whose lock has been given up. */
  async lookAgain(): Promise<void> {
    if (this.members.size > 0) this.members = await this.stillLocked(this.members);
  }

  /** Those of them whose lock is held now, and to whom nothing has happened since. */
  private async stillLocked(before: Locked): Promise<Locked> {
    const now = await this.locked([...before.keys()]);
    return new Map([...now].filter(([member, seq]) => before.get(member) === seq));
  }

  private async locked(members: readonly number[]): Promise<Locked> {
    if (members.length === 0) return new Map();
    // Where it cannot be found out, who is stuck is found by halving the batch.
    return this.database.once((tx) => lockedMembers(tx, members)).catch(() => new Map());
  }
}
