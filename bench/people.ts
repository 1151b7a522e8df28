import { randomInt } from 'node:crypto';
import type { Database } from '../src/database/database';
import type { Ids } from '../src/database/ids';
import { createMembers } from '../src/members/create-members.queries';

const PART = 500;
const TRADES = ['Nurse', 'Welder', 'Data engineer', 'Architect', 'Translator', 'Chemist', 'Site manager', 'Editor'];

/** Makes so many members with names and headlines, and tells their ids. */
export async function settle(database: Database, ids: Ids, count: number): Promise<number[]> {
  const first = await ids.take(count);
  const members = Array.from({ length: count }, (_, n) => first + n);
  for (let from = 0; from < count; from += PART) {
    const people = members.slice(from, from + PART).map((id) => ({
      ...{ id, handle: `person-${id}`, name: `Person Number ${id}` },
      headline: `${TRADES[id % TRADES.length]} at company ${id % 97}`,
    }));
    await database.transact(async (tx) => createMembers(tx, people, await tx.now()));
  }
  return members;
}

/** Draws two people at random who have never been drawn together. */
export class Strangers {
  private readonly met = new Set<number>();

  constructor(private readonly members: readonly number[]) {}

  draw(): readonly [one: number, other: number] {
    const { length } = this.members;
    for (;;) {
      const [a, b] = [randomInt(length), randomInt(length)];
      const key = Math.min(a, b) * length + Math.max(a, b);
      const [one, other] = [this.members[a], this.members[b]];
      if (a === b || this.met.has(key) || one === undefined || other === undefined) continue;
      this.met.add(key);
      return [one, other];
    }
  }
}
