import type { Logger } from 'pino';
import type { Database } from '../database/database';
import type { NewEvent } from './event';
import type { LaneBatch, RungBatch } from './lane';
import { batchesFrom, lanePositions } from './lane.queries';

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
  /** When a batch was told here; absent: none was. */
  readonly told?: number;
}

/** A lane of which nothing is known yet. */
const BEGINNING: Position = { seq: 0, tag: 0 };
const PAGE = 500;
/** A lane of which something was heard within so long, five days, has not been pruned, which takes a week of silence. Milliseconds. */
const LATELY = 432_000_000;

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
  heard(batch: RungBatch, events: readonly NewEvent[] | null = null): void {
    const position = this.at(batch.lane);
    if (batch.seq === position.seq + 1 && batch.previous === position.tag) this.apply(batch, 'bell', events);
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
        // Those of which a bell tells during the reading are none of those that it misses.
        const before = [...this.known.keys()];
        const lanes = await lanePositions(this.database);
        this.leave(before, new Set(lanes.map(({ id }) => id)));
        for (const { id, seq, tag, epoch } of lanes) {
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
    const known = this.at(lane);
    if (head.seq === known.seq && head.tag !== known.tag) return this.lost(lane, head);
    if (head.seq < known.seq) {
      // A bell may have carried us past a head that was read before it; only a head that stays behind is a loss.
      const [now] = (await lanePositions(this.database)).filter(({ id }) => id === lane);
      if (!now || now.seq < known.seq) return this.lost(lane, now ?? head);
      // Carried on meanwhile, by bells each of which followed: the next reading looks again.
      return now.seq < this.at(lane).seq ? undefined : this.catchUp(lane, now);
    }
    while (this.at(lane).seq < head.seq) {
      const from = this.at(lane);
      const batches = await batchesFrom(this.database, lane, from.seq, PAGE);
      // Meanwhile bells may have told of some of them.
      if (this.at(lane).seq !== from.seq) continue;
      // Absent: it was pruned.
      const last = batches[0]?.seq === from.seq ? batches.shift() : undefined;
      if ((last && last.tag !== from.tag) || batches[0]?.seq !== from.seq + 1) return this.lost(lane, head);
      for (const batch of batches) this.apply(batch, 'poll');
    }
  }

  private at(lane: number): Position {
    return this.known.get(lane) ?? BEGINNING;
  }

  private apply(batch: LaneBatch, cause: Cause, events: readonly NewEvent[] | null = null): void {
    this.known.set(batch.lane, { seq: batch.seq, tag: batch.tag, told: performance.now() });
    this.tell((listener) => listener.touched(batch, cause, events));
  }

  /** An operator has begun a new epoch: all who listen are to be told, whatever news comes. */
  private begins(epoch: number | null): void {
    const isAnother = this.epoch !== null;
    this.epoch = epoch;
    if (isAnother) this.tell((listener) => listener.doubt());
  }

  /** Lanes that are not there any more have been pruned; or, if one has told something lately, the database has forgotten it. */
  private leave(lanes: readonly number[], there: ReadonlySet<number>): void {
    for (const lane of lanes.filter((id) => !there.has(id))) {
      const { told } = this.at(lane);
      if (told !== undefined && performance.now() - told < LATELY) this.lost(lane, BEGINNING);
      this.known.delete(lane);
    }
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
