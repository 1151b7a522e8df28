import type { Sql } from '../../database/database';
import { hiddenFrom } from '../hidden-members.queries';
import type { Distance, Graph, MutualsWanted, PathsWanted, Reach } from './graph';
import { ListCache } from './list-cache';
import { knownPeers, listsOf, threeAway, visibilities, waysOverTwo } from './sql-graph.queries';

const NOBODY = new Float64Array(0);
/** Members whose connections are read in one statement where all of them are wanted. */
const PART = 1000;

/**
 * Answers from the database, keeping as many lists of connections as it may: while the index loads, and where memory is too
 * small for one. In tests it is what the index is compared with.
 */
export class SqlGraph implements Graph {
  readonly lists: ListCache;

  /** `budget`: bytes of lists that are kept. Whoever keeps any must say what changes: `lists.forget`. */
  constructor(
    private readonly sql: Sql,
    budget = 0,
  ) {
    this.lists = new ListCache((members) => listsOf(sql, members), budget);
  }

  async hidden(viewer: number): Promise<ReadonlySet<number>> {
    return new Set(await hiddenFrom(this.sql, viewer));
  }

  async neighbours(viewer: number): Promise<readonly number[]> {
    return [...((await this.lists.of([viewer])).get(viewer) ?? [])];
  }

  async mutualCounts(viewer: number, members: readonly number[]): Promise<number[]> {
    const mutuals = await this.mutualsWith(viewer, members);
    return members.map((member) => mutuals.get(member)?.length ?? 0);
  }

  async mutuals(viewer: number, wanted: readonly MutualsWanted[]): Promise<(readonly number[])[]> {
    const members = wanted.map(({ member }) => member);
    const mutuals = await this.mutualsWith(viewer, members);
    return wanted.map(({ member, most, after }) =>
      (mutuals.get(member) ?? []).filter((id) => id > after).slice(0, most),
    );
  }

  async degrees(viewer: number, members: readonly number[]): Promise<(Distance | null)[]> {
    const [mine, hidden, mutuals] = await Promise.all([
      this.neighbours(viewer),
      this.hidden(viewer),
      this.mutualsWith(viewer, members),
    ]);
    const first = new Set(mine);
    const isThere = (member: number) => member !== viewer && !hidden.has(member);
    const far = members.filter((m) => isThere(m) && !first.has(m) && (mutuals.get(m)?.length ?? 0) === 0);
    const third = mine.length > 0 ? await threeAway(this.sql, viewer, far, [...hidden]) : new Set<number>();
    return members.map((member) => {
      if (!isThere(member)) return null;
      if (first.has(member)) return 1;
      if ((mutuals.get(member)?.length ?? 0) > 0) return 2;
      return third.has(member) ? 3 : null;
    });
  }

  async paths(viewer: number, wanted: readonly PathsWanted[]): Promise<(readonly (readonly number[])[])[]> {
    const hidden = await this.hidden(viewer);
    const mine = new Set(await this.neighbours(viewer));
    const there = wanted.map(({ member }) => member).filter((member) => member !== viewer && !hidden.has(member));
    const mutuals = await this.mutualsWith(viewer, there);
    const shown = await visibilities(this.sql, [...new Set([...mutuals.values()].flat())]);
    return Promise.all(
      wanted.map(async ({ member, most }): Promise<number[][]> => {
        if (!mutuals.has(member)) return [];
        if (mine.has(member)) return [[]];
        const over = (mutuals.get(member) ?? []).filter((near) => shown.get(near) !== 'ONLY_ME');
        if (over.length > 0) return over.slice(0, most).map((near) => [near]);
        const ways = await waysOverTwo(this.sql, viewer, { member, most }, [...hidden]);
        return ways.map(({ near, way }) => [near, way]);
      }),
    );
  }

  async reach(viewer: number): Promise<Reach> {
    const first = await this.neighbours(viewer);
    const found = new Set([viewer, ...first, ...(await this.hidden(viewer))]);
    const second = await this.beyond(first, found, true);
    const third = await this.beyond(second, found, false);
    return { first: first.length, second: second.length, third: third.length };
  }

  /** The others with whom these are connected, each of whom is found with it. */
  private async beyond(members: readonly number[], found: Set<number>, all: boolean): Promise<number[]> {
    const beyond: number[] = [];
    for (let from = 0; from < members.length; from += PART)
      for (const id of await knownPeers(this.sql, members.slice(from, from + PART), all)) {
        if (found.has(id)) continue;
        found.add(id);
        beyond.push(id);
      }
    return beyond;
  }

  /** All mutual connections with those of the members who are there for the viewer. */
  private async mutualsWith(viewer: number, members: readonly number[]): Promise<Map<number, number[]>> {
    const hidden = await this.hidden(viewer);
    const there = members.filter((member) => member !== viewer && !hidden.has(member));
    const lists = await this.lists.of([viewer, ...there]);
    const mine = new Set(lists.get(viewer) ?? NOBODY);
    return new Map(there.map((member) => [member, [...(lists.get(member) ?? NOBODY)].filter((id) => mine.has(id))]));
  }
}
