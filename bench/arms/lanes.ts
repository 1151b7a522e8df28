import type { Database } from '../../src/database/database';
import type { Ids } from '../../src/database/ids';
import { Lane } from '../../src/events/lane';

/** As many lanes as transactions run side by side: each transaction has one to itself, so that they never wait for each other's. */
export class Lanes {
  private readonly waiting: ((lane: Lane) => void)[] = [];

  private constructor(private readonly free: Lane[]) {}

  static async open(database: Database, ids: Ids, count: number): Promise<Lanes> {
    const lanes: Lane[] = [];
    for (let n = 0; n < count; n++) lanes.push(await Lane.open(database, ids, `bench:${n}`));
    return new Lanes(lanes);
  }

  async with<T>(work: (lane: Lane) => Promise<T>): Promise<T> {
    const lane = this.free.pop() ?? (await new Promise<Lane>((resolve) => this.waiting.push(resolve)));
    try {
      return await work(lane);
    } finally {
      const next = this.waiting.shift();
      if (next) next(lane);
      else this.free.push(lane);
    }
  }
}
