import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database, Tx } from '../database/database';
import { HeldLease, LeaseLost } from '../database/lease';
import { lockMembers } from '../relationships/member-facts.queries';
import {
  deleteBatches,
  deleteKeys,
  deleteLane,
  deleteSessions,
  endedSessions,
  type LaneRow,
  lanes,
  longStreams,
  oldestBatches,
  oldestEvents,
  oldestKeys,
  raiseFloor,
} from './retention.queries';
import { BATCHES_KEPT, type Keeping, LANE_DEAD_AFTER, lastToGo, SESSIONS_KEPT } from './retention.rules';

export interface PrunerOptions {
  readonly database: Database;
  readonly logger: Logger;
  /** Names this process in the lease. */
  readonly holder: string;
  readonly keeping: Keeping;
  /** Milliseconds that an idempotency key is remembered. */
  readonly keys: number;
}

/** How many rows went. */
export type Pruned = Record<'events' | 'batches' | 'lanes' | 'keys' | 'sessions', number>;

export const RETENTION_LEASE = 'retention';
const INTERVAL = 3_600_000;
/** Rows in one transaction, small enough that nobody notices the locks. */
const PAGE = 500;
const KEYS_PAGE = 100;

/** Deletes what has been kept for long enough, by the database's clock: one process at a time, in small transactions under the locks of the door. */
export class Pruner {
  private timer: NodeJS.Timeout | undefined;
  private pruning: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(private readonly options: PrunerOptions) {}

  /** Begins some time within the hour, so that processes started together do not meet. */
  start(wait = randomInt(INTERVAL)): void {
    this.timer = setTimeout(() => {
      this.pruning = this.prune()
        .catch((error: unknown) => this.options.logger.warn({ err: error }, 'could not prune'))
        .finally(() => this.stopped || this.start(INTERVAL));
    }, wait);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.pruning;
  }

  /** Prunes everything once; null when another process is at it, or has taken over. */
  async prune(): Promise<Pruned | null> {
    const { database, holder, logger } = this.options;
    const lease = await HeldLease.take(database, RETENTION_LEASE, holder);
    if (!lease) return null;
    try {
      const pruned: Pruned = { events: 0, batches: 0, lanes: 0, keys: 0, sessions: 0 };
      const now = await database.transact((tx) => tx.now());
      await this.streams(lease, now, pruned);
      await this.lanes(lease, now, pruned);
      await this.keys(lease, now, pruned);
      await this.sessions(lease, now, pruned);
      await lease.release();
      logger.info(pruned, 'pruned');
      return pruned;
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      logger.warn('another process prunes now');
      return null;
    }
  }

  private async streams(lease: HeldLease, now: number, pruned: Pruned): Promise<void> {
    const { database, keeping } = this.options;
    const before = now - keeping.events;
    for (let after = 0; !this.stopped; ) {
      const members = await longStreams(database.patient, { after, before, keep: keeping.eventsOfMember, most: PAGE });
      const last = members.at(-1);
      if (last === undefined) return;
      for (const member of members) pruned.events += await this.stream(lease, member);
      after = last;
    }
  }

  /** The floor rises and its events go in one transaction, under the lock by which new ones are numbered. */
  private async stream(lease: HeldLease, member: number): Promise<number> {
    const { keeping } = this.options;
    for (let gone = 0; ; ) {
      const count = await this.step(lease, async (tx) => {
        const { at } = await lockMembers(tx, [member]);
        const events = await oldestEvents(tx, member, keeping.eventsOfMember, PAGE);
        const last = lastToGo(events, at - keeping.events);
        if (!last) return 0;
        await raiseFloor(tx, member, last);
        return events.indexOf(last) + 1;
      });
      gone += count;
      if (count < PAGE || this.stopped) return gone;
    }
  }

  private async lanes(lease: HeldLease, now: number, pruned: Pruned): Promise<void> {
    for (const lane of await lanes(this.options.database)) {
      if (this.stopped) return;
      const dead = (lane.last_at ?? 0) < now - LANE_DEAD_AFTER;
      if (!dead) pruned.batches += await this.batches(lease, lane);
      else if (await this.step(lease, (tx) => this.dead(tx, lease, lane))) pruned.lanes++;
    }
  }

  private async dead(tx: Tx, lease: HeldLease, lane: LaneRow): Promise<boolean> {
    await lease.reached(tx, lane.last_at === null ? 0 : lane.last_at + 1);
    return deleteLane(tx, lane);
  }

  private async batches(lease: HeldLease, lane: LaneRow): Promise<number> {
    for (let gone = 0; ; ) {
      const count = await this.step(lease, async (tx) => {
        const before = (await tx.now()) - BATCHES_KEPT;
        const batches = await oldestBatches(tx, lane, PAGE);
        const last = lastToGo(batches, before);
        if (!last) return 0;
        await lease.reached(tx, before);
        await deleteBatches(tx, lane.id, last.seq);
        return batches.indexOf(last) + 1;
      });
      gone += count;
      if (count < PAGE || this.stopped) return gone;
    }
  }

  private async keys(lease: HeldLease, now: number, pruned: Pruned): Promise<void> {
    const { database } = this.options;
    const before = now - this.options.keys;
    while (!this.stopped) {
      const keys = await oldestKeys(database, before, KEYS_PAGE);
      if (keys.length === 0) return;
      const members = [...new Set(keys.map(({ member }) => member))];
      const gone = await this.step(lease, async (tx) => {
        await lockMembers(tx, members);
        return deleteKeys(tx, keys, before);
      });
      pruned.keys += gone;
      // All of them were used anew just now: there will be others the next time.
      if (gone === 0) return;
    }
  }

  private async sessions(lease: HeldLease, now: number, pruned: Pruned): Promise<void> {
    const { database } = this.options;
    const before = now - SESSIONS_KEPT;
    for (let after = 0; !this.stopped; ) {
      const ids = await endedSessions(database.patient, after, before, PAGE);
      const last = ids.at(-1);
      if (last === undefined) return;
      pruned.sessions += await this.step(lease, (tx) => deleteSessions(tx, ids, before));
      after = last;
    }
  }

  private step<T>(lease: HeldLease, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.options.database.transact(async (tx) => {
      await lease.hold(tx);
      return work(tx);
    });
  }
}
