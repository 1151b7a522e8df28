import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Tx } from '../database/database';
import type { Ids } from '../database/ids';
import { randomTag } from './tag';

/** A connection stands; the member with the smaller id has blocked the other; the other way round. Bits of `PairNews`. */
export const CONNECTED = 1;
export const LOW_BLOCKS = 2;
export const HIGH_BLOCKS = 4;

/** What stands between two members since a commit. Of several commits about a pair, the one with the highest version is the last. */
export type PairNews = readonly [low: number, high: number, standing: number, version: number];

/** One committed transaction: whom and which pairs it touched. */
export interface LaneBatch {
  readonly lane: number;
  readonly seq: number;
  readonly tag: number;
  readonly members: readonly number[];
  readonly pairs: readonly PairNews[];
  /** Members of whom a session has ended: what was opened with it must close. */
  readonly ended: readonly number[];
  /** Members who have changed their settings. */
  readonly chosen: readonly number[];
  /** Members who have been erased: from this commit on they are not there for anybody. */
  readonly erased: readonly number[];
}

/** What a bell says of one: that it follows is known only by the tag of the batch before it. */
export interface RungBatch extends LaneBatch {
  readonly previous: number;
}

export type Touched = Pick<LaneBatch, 'members' | 'pairs' | 'ended' | 'chosen' | 'erased'>;

/** The lane does not stand where this process left it. */
export class LaneMoved extends Error {
  override readonly name = 'LaneMoved';
}

class Undo extends Error {}

const PATIENCE = { first: 50, most: 1000 };

/**
 * A writing process's list of committed batches. One write transaction at a time appends the next number, so numbers appear
 * in order, processes share no row, and whoever reads all lanes has missed nothing.
 */
export class Lane {
  /** Another one after `wasMoved`. */
  id = 0;
  private seq = 0;
  private tag = 0;

  private constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    /** Of this lane alone: one that has the same id since the database forgot is not ours. */
    private readonly process: string,
  ) {}

  static async open(database: Database, ids: Ids, process: string): Promise<Lane> {
    const lane = new Lane(database, ids, process);
    await lane.begin();
    return lane;
  }

  /** The batch that would come next. It becomes the last one by `append` in a transaction and `advance` after its commit. */
  next(touched: Touched): RungBatch {
    return { lane: this.id, seq: this.seq + 1, tag: randomTag(), previous: this.tag, ...touched };
  }

  /** Throws `LaneMoved` when the last batch is not the one before this. */
  async append(tx: Tx, batch: LaneBatch, at: number): Promise<void> {
    const [, moved] = await Promise.all([
      this.insert(tx, batch, at),
      tx.run('UPDATE lane SET seq = ?, tag = ? WHERE id = ? AND seq = ? AND tag = ?', [
        ...[batch.seq, batch.tag, this.id],
        ...[this.seq, this.tag],
      ]),
    ]);
    if (moved === 0) throw new LaneMoved();
  }

  advance({ seq, tag }: LaneBatch): void {
    Object.assign(this, { seq, tag });
  }

  /**
   * Whether the lane stood elsewhere than we thought; from now on it stands where we think. Batches of ours that we did not know of
   * count. A lane that was pruned, being quiet for long, or that the database has forgotten a part of, is left as it is, and another one
   * begun: numbers that were given before must not be given again, for whoever heard the first ones would take the second for what follows.
   */
  async wasMoved(): Promise<boolean> {
    const [head] = await this.database.query<{ seq: number; tag: number }>(
      'SELECT seq, tag FROM lane WHERE id = ? AND process = ?',
      [this.id, this.process],
    );
    if (head && head.seq > this.seq) Object.assign(this, head);
    else if (head?.seq === this.seq && head.tag === this.tag) return false;
    else {
      // The ids that were reserved may be forgotten, too, and be somebody else's now.
      this.ids.drop();
      await this.begin();
    }
    return true;
  }

  private async begin(): Promise<void> {
    const id = await this.ids.take();
    await this.database.run('INSERT INTO lane (id, process, seq, tag) VALUES (?, ?, 0, 0)', [id, this.process]);
    Object.assign(this, { id, seq: 0, tag: 0 });
  }

  /**
   * Settles an unknown COMMIT: tries to insert the same number again. A duplicate means that it had happened; success (taken
   * back at once) means that it had not and no longer can. Asks until it knows, whatever fails on the way.
   */
  async happened(batch: LaneBatch): Promise<boolean> {
    for (let pause = PATIENCE.first; ; pause = Math.min(pause * 2, PATIENCE.most)) {
      try {
        await this.database.once(async (tx) => {
          await this.insert(tx, batch, 0);
          throw new Undo();
        });
      } catch (error) {
        if (error instanceof Undo) return false;
        if (this.database.dialect.classify(error) === 'duplicate') return true;
      }
      await delay(pause);
    }
  }

  private async insert(tx: Tx, batch: LaneBatch, at: number): Promise<void> {
    const { lane, seq, tag, members, pairs, ended, chosen, erased } = batch;
    await tx.run(
      `INSERT INTO lane_batch (lane_id, seq, tag, members, pairs, ended, chosen, erased, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [lane, seq, tag, ...[members, pairs, ended, chosen, erased].map((list) => JSON.stringify(list)), at],
    );
  }
}
