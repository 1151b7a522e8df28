import { countCommon, eachCommon } from './common-entries';
import type { Distance, Graph, MutualsWanted, PathsWanted, Reach } from './graph';
import type { GraphIndex } from './graph-index';
import { degreesFrom } from './index-degrees';
import { waysOver } from './index-paths';
import { reachFrom } from './index-reach';

/** Answers from the index in memory. All but `reach` read no more than the lists of the people they are about. */
export class IndexGraph implements Graph {
  constructor(private readonly index: GraphIndex) {}

  async hidden(viewer: number): Promise<ReadonlySet<number>> {
    return this.index.hiddenFrom(viewer);
  }

  async neighbours(viewer: number): Promise<readonly number[]> {
    return Array.from(this.listOf(viewer), (number) => this.index.numbers.idOf(number)).sort(ascending);
  }

  async mutualCounts(viewer: number, members: readonly number[]): Promise<number[]> {
    const mine = this.listOf(viewer);
    return members.map((member) => (this.isThere(viewer, member) ? countCommon(mine, this.listOf(member)) : 0));
  }

  async mutuals(viewer: number, wanted: readonly MutualsWanted[]): Promise<(readonly number[])[]> {
    const { numbers } = this.index;
    const mine = this.listOf(viewer);
    return wanted.map(({ member, most, after }) => {
      if (!this.isThere(viewer, member)) return [];
      const found: number[] = [];
      eachCommon(mine, this.listOf(member), (number) => {
        const id = numbers.idOf(number);
        if (id > after) found.push(id);
        return numbers.inOrder && found.length === most;
      });
      return found.sort(ascending).slice(0, most);
    });
  }

  async degrees(viewer: number, members: readonly number[]): Promise<(Distance | null)[]> {
    return degreesFrom(this.index, viewer, members);
  }

  async paths(viewer: number, wanted: readonly PathsWanted[]): Promise<(readonly (readonly number[])[])[]> {
    return wanted.map(({ member, most }) =>
      this.isThere(viewer, member) ? waysOver(this.index, viewer, member, most) : [],
    );
  }

  async reach(viewer: number): Promise<Reach> {
    return reachFrom(this.index, viewer);
  }

  private isThere(viewer: number, member: number): boolean {
    return member !== viewer && !this.index.hiddenFrom(viewer).has(member);
  }

  private listOf(member: number): Uint32Array {
    const number = this.index.numbers.of(member);
    return this.index.lists.of(number < 0 ? this.index.numbers.size : number);
  }
}

const ascending = (one: number, other: number): number => one - other;
