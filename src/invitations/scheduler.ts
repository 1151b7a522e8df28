import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database, Sql } from '../database/database';
import { HeldLease, LeaseLost } from '../database/lease';
import type { Command } from '../relationships/command';
import type { Door } from '../relationships/door';
import { type DueInvitation, dueInvitations, dueReturns } from './invitations.queries';
import { dueRecounts } from './standing/standings.queries';

/** Read at once: a multiple of what goes into a transaction. */
const PAGE = 512;
const INTERVAL = 60_000;
export const TIME_LEASE = 'time';

/** How many of each came to pass. */
export type Passed = Record<'expired' | 'returned' | 'recounted', number>;

/**
 * What time does to invitations and those who send them: ends and brings back the former, counts reports about the latter. Each is a command through the door,
 * which refuses what is not due, or no more: so whoever comes late, twice or after weeks of rest does no harm. The lease
 * only spares several processes the same work. Readers and rules treat an invitation as ended from the very moment.
 */
export class Scheduler {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private readonly holder = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.sweeping = this.sweep()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'could not do what is due'))
      .finally(() => {
        if (!this.stopped) this.timer = setTimeout(() => this.start(), INTERVAL);
      });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  /** Does everything that is due now; null when another process is at it, or has taken over. */
  async sweep(): Promise<Passed | null> {
    const lease = await HeldLease.take(this.database, TIME_LEASE, this.holder);
    if (!lease) return null;
    try {
      // Those that are over first: nobody is reminded of them.
      const about =
        (kind: 'expire' | 'return') =>
        ({ id, sender, recipient }: DueInvitation) =>
          ({ kind, actor: null, invitation: id, sender, recipient }) as const;
      const expired = await this.all(lease, dueInvitations, about('expire'));
      const returned = await this.all(lease, dueReturns, about('return'));
      const recounted = await this.all(lease, dueRecounts, ({ id }) => ({ kind: 'recount', actor: id }));
      return { expired, returned, recounted };
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      return null;
    } finally {
      await lease.release();
    }
  }

  private async all<Due extends { readonly since: number }>(
    lease: HeldLease,
    find: (sql: Sql, from: number, until: number, most: number) => Promise<Due[]>,
    commandFor: (due: Due) => Command,
  ): Promise<number> {
    for (let [passed, from] = [0, 0]; ; ) {
      await this.database.transact((tx) => lease.hold(tx));
      const due = await find(this.database, from, this.database.time(), PAGE);
      if (due.length === 0 || this.stopped) return passed;
      const commands = due.map(commandFor);
      const outcomes = await this.door.submit(commands);
      const done = outcomes.filter((outcome) => 'change' in outcome).length;
      // Nothing left that is really due: another process was quicker, or the database's clock is behind ours.
      if (done === 0) return passed;
      passed += done;
      from = due.at(-1)?.since ?? from;
    }
  }
}
