import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database, Tx } from '../database/database';
import { HeldLease, LeaseLost } from '../database/lease';
import { DomainError, TryAgain } from '../errors';
import { isRefusal } from '../relationships/command';
import type { Door } from '../relationships/door';
import { leavingMembers } from '../relationships/erasure.queries';
import { lockMembers } from '../relationships/member-facts.queries';
import { oldestEvents, raiseFloor } from '../retention/retention.queries';
import type { EraseList } from './erase-list';
import {
  closeAccount,
  deleteMember,
  deleteMentions,
  erasedMember,
  finished,
  forgetActor,
  forgetRecipient,
  pairedWith,
  stillThere,
} from './erasure.queries';
import { MENTIONS } from './mentions';

export interface EraserOptions {
  readonly database: Database;
  readonly door: Door;
  /** For what nobody waits for. */
  readonly sideDoor: Door;
  readonly list: EraseList;
  readonly logger: Logger;
}

const INTERVAL = 60_000;
/** Rows in one transaction, and pairs that are read at once: what others wait for behind it is a few milliseconds. */
const PAGE = 500;
const PAIRS = 50;
export const ERASURE_LEASE = 'erasure';

/**
 * Erases members. One transaction makes them gone for everybody; the rest goes in small steps, of which each can be done again,
 * so that whoever comes after a crash goes on. The lease only spares several processes the same work.
 */
export class Eraser {
  private readonly running = new Map<number, Promise<void>>();
  private sweeping: Promise<number | null> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly holder = randomUUID();

  constructor(private readonly options: EraserOptions) {}

  /** From when it resolves the member is gone; to false when they were already. `proof` may still refuse. */
  async close(member: number, proof: (tx: Tx) => Promise<void> = async () => {}): Promise<boolean> {
    const write = async (tx: Tx, at: number) => {
      await proof(tx);
      await closeAccount(tx, member, at);
    };
    const [outcome] = await this.options.door.submit([{ kind: 'erase', actor: member, write }]);
    if (!outcome) throw new Error('The door gave no answer.');
    if (isRefusal(outcome) && outcome.refused !== 'NOT_FOUND') throw new DomainError(outcome.refused);
    return !isRefusal(outcome);
  }

  /** Does what is left to do for a member who is gone. Rejects when it could not be done; it will be tried again. */
  finish(member: number): Promise<void> {
    const known = this.running.get(member);
    if (known) return known;
    const work = this.leave(member).finally(() => this.running.delete(member));
    this.running.set(member, work);
    return work;
  }

  /** Erases anew those on the list whom a restored backup has brought back. Resolves to how many. */
  async repeat(): Promise<number> {
    const { database, list, logger } = this.options;
    const listed = await list.read();
    let count = 0;
    for (let from = 0; from < listed.length; from += PAGE)
      for (const member of await stillThere(database, listed.slice(from, from + PAGE))) {
        if (await this.close(member)) count += 1;
      }
    if (count > 0) logger.warn({ count }, 'erased again who had come back with a backup');
    return count;
  }

  start(): void {
    void this.sweep()
      .catch((error: unknown) => this.options.logger.warn({ err: error }, 'could not finish erasing'))
      .finally(() => {
        if (!this.stopped) this.timer = setTimeout(() => this.start(), INTERVAL);
      });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.allSettled([this.sweeping, ...this.running.values()]);
  }

  /** Finishes what was begun, here or elsewhere; null when another process is at it. Resolves to how many members. */
  sweep(): Promise<number | null> {
    this.sweeping ??= this.finishAll().finally(() => {
      this.sweeping = undefined;
    });
    return this.sweeping;
  }

  private async finishAll(): Promise<number | null> {
    const { database } = this.options;
    const lease = await HeldLease.take(database, ERASURE_LEASE, this.holder);
    if (!lease) return null;
    try {
      const members = await leavingMembers(database);
      for (const member of members) {
        await database.transact((tx) => lease.hold(tx));
        await this.finish(member);
      }
      return members.length;
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      return null;
    } finally {
      await lease.release();
    }
  }

  private async leave(member: number): Promise<void> {
    const { database, list } = this.options;
    // Before anything else, and before whoever asked is answered: a backup must not bring back who was told that they are gone.
    const erased = await erasedMember(database, member);
    if (erased) await list.add(erased);
    await this.all(() => this.leavePairs(member));
    for (const mention of MENTIONS)
      if (mention.keys) await this.all(() => database.transact((tx) => deleteMentions(tx, mention, member, PAGE)));
    await this.all(() => database.transact((tx) => forgetRecipient(tx, member, PAGE)));
    await this.all(() => database.transact((tx) => this.cutStream(tx, member)));
    if (this.stopped) return;
    await database.transact((tx) => deleteMember(tx, member));
    await database.transact((tx) => finished(tx, member));
  }

  /** What stands between the member and a few others ends; resolves to how many they were. */
  private async leavePairs(member: number): Promise<number> {
    const { database, sideDoor } = this.options;
    const others = await pairedWith(database, member, PAIRS);
    if (others.length === 0) return 0;
    await database.transact((tx) => forgetActor(tx, member, others));
    const outcomes = await sideDoor.submit(others.map((peer) => ({ kind: 'leave', actor: member, peer }) as const));
    const left = outcomes.filter((outcome) => !isRefusal(outcome)).length;
    // The database is out of reach, or another process is at it.
    if (left === 0) throw new TryAgain();
    return left;
  }

  private async cutStream(tx: Tx, member: number): Promise<number> {
    await lockMembers(tx, [member]);
    const events = await oldestEvents(tx, member, 0, PAGE);
    const last = events.at(-1);
    if (last) await raiseFloor(tx, member, last);
    return events.length;
  }

  /** Step after step until nothing is left, or this process stops. */
  private async all(step: () => Promise<number>): Promise<void> {
    while (!this.stopped && (await step()) > 0);
  }
}
