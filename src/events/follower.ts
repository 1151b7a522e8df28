import type { Logger } from 'pino';
import type { Database } from '../database/database';
import type { NewEvent } from './event';
import type { LaneBatch } from './lane';
import { batchesAfter, lanePositions } from './lane.queries';

/** How a change became known here. */
export type Cause = 'bell' | 'poll';

export interface Listener {
  /** A batch committed somewhere, each exactly once and in its lane's order; with its events when they are at hand. */
  touched(batch: LaneBatch, cause: Cause, events: readonly NewEvent[] | null): void;
  /** History is not what it was: whatever this process believes may be wrong. */
  doubt(): void;
  /** All that had been committed anywhere when the present reading of the lanes began has been told. */
  caughtUp?(): void;
}

interface Position {
  readonly seq: number;
  readonly tag: number;
}

const PAGE = 500;

/** Follows every lane of every process: by bell when it is exactly the next batch, by reading the lanes otherwise. */
export class Follower {
  private readonly known = new Map<number, Position>();
  private epoch: number | null = null;
  private readonly listeners: Listener[] = [];
  private timer: NodeJS.Timeout | undefined;
  private polling: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly interval: number,
  ) {}

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  async start(): Promise<void> {
    for (const { id, seq, tag, epoch } of await lanePositions(this.database)) {
      this.known.set(id, { seq, tag });
      this.epoch = epoch;
    }
    this.schedule();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.polling;
  }

  /** Word of a batch, from this process or another. Anything but the next one of its lane makes us read. */
  heard(batch: LaneBatch, events: readonly NewEvent[] | null = null): void {
    const position = this.known.get(batch.lane) ?? { seq: 0, tag: 0 };
    if (batch.seq === position.seq + 1) this.apply(batch, 'bell', events);
    else if (batch.seq > position.seq || (batch.seq === position.seq && batch.tag !== position.tag)) void this.poll();
  }

  /** Reads all lanes now. One reading at a time; who asks meanwhile gets one more after it. */
  poll(): Promise<void> {
    if (this.polling) {
      this.again = true;
      return this.polling;
    }
    this.polling = this.readAll();
    return this.polling;
  }

  private async readAll(): Promise<void> {
    do {
      this.again = false;
      try {
        for (const { id, seq, tag, epoch } of await lanePositions(this.database)) {
          if (epoch !== this.epoch) this.begins(epoch);
          await this.catchUp(id, { seq, tag });
        }
        this.tell((listener) => listener.caughtUp?.());
      } catch (error) {
        if (!this.stopped) this.logger.warn({ err: error }, 'could not read the lanes');
      }
    } while (this.again && !this.stopped);
    // At once, before anyone can ask for one more reading and be told that this one will do it.
    this.polling = undefined;
  }

  private async catchUp(lane: number, head: Position): Promise<void> {
    const known = this.known.get(lane) ?? { seq: 0, tag: 0 };
    const forked = head.seq === known.seq && head.tag !== known.tag;
    // A bell may have carried us past a head that was read before it; only a head that stays behind is a loss.
    if (forked || head.seq < known.seq) {
      const [now] = (await lanePositions(this.database)).filter(({ id }) => id === lane);
      if (now && (now.seq > known.seq || (now.seq === known.seq && now.tag === known.tag))) return;
      return this.lost(lane, now ?? head);
    }
    for (;;) {
      const from = this.known.get(lane)?.seq ?? 0;
      if (from >= head.seq) return;
      const batches = await batchesAfter(this.database, lane, from, PAGE);
      if (batches[0]?.seq !== from + 1) {
        if ((this.known.get(lane)?.seq ?? 0) > from) continue;
        return this.lost(lane, head);
      }
      for (const batch of batches) if (batch.seq === (this.known.get(lane)?.seq ?? 0) + 1) this.apply(batch, 'poll');
    }
  }

  private apply(batch: LaneBatch, cause: Cause, events: readonly NewEvent[] | null = null): void {
    this.known.set(batch.lane, { seq: batch.seq, tag: batch.tag });
    this.tell((listener) => listener.touched(batch, cause, events));
  }

  /** An operator has begun a new epoch: all who listen are to be told, whatever news comes. */
  private begins(epoch: number | null): void {
    const isAnother = this.epoch !== null;
    this.epoch = epoch;
    if (isAnother) this.tell((listener) => listener.doubt());
  }

  private lost(lane: number, head: Position): void {
    this.logger.warn({ lane, head }, 'a lane went back or was pruned; everything cached is read again');
    this.known.set(lane, head);
    this.tell((listener) => listener.doubt());
  }

  /** A listener that fails harms neither the others nor the transaction whose commit it hears of. */
  private tell(news: (listener: Listener) => void): void {
    for (const listener of this.listeners) {
      try {
        news(listener);
      } catch (error) {
        this.logger.error({ err: error }, 'a listener of the lanes failed');
      }
    }
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.poll().finally(() => this.schedule()), this.interval);
  }
}
