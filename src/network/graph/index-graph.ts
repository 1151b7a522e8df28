import { setImmediate as turn } from 'node:timers/promises';
import { countCommon, eachCommon } from './common-entries';
import type { Distance, Graph, MutualsWanted, PathsWanted, Reach } from './graph';
import type { GraphIndex } from './graph-index';
import { waysOver } from './index-paths';

/** Entries read between two turns of the event loop, by a question that may read the whole graph: a few milliseconds. */
const SLICE = 500_000;

/** Answers from the index in memory. All but `reach` read no more than the lists of the people they are about. */
export class IndexGraph implements Graph {
  constructor(private readonly index: GraphIndex) {}

  async hidden(viewer: number): Promise<ReadonlySet<number>> {
    return this.index.hiddenFrom(viewer);
  }

  async neighbours(viewer: number): Promise<readonly number[]> {
    return this.ids(this.listOf(viewer));
  }

  async mutualCounts(viewer: number, members: readonly number[]): Promise<number[]> {
    return this.mutualCountsNow(viewer, members);
  }

  async degrees(viewer: number, members: readonly number[]): Promise<(Distance | null)[]> {
    return this.degreesNow(viewer, members);
  }

  mutualCountsNow(viewer: number, members: readonly number[]): number[] {
    const mine = this.listOf(viewer);
    return members.map((member) => (this.isThere(viewer, member) ? countCommon(mine, this.listOf(member)) : 0));
  }

  async mutuals(viewer: number, wanted: readonly MutualsWanted[]): Promise<(readonly number[])[]> {
    const mine = this.listOf(viewer);
    return wanted.map(({ member, most, after }) => {
      if (!this.isThere(viewer, member)) return [];
      const { numbers } = this.index;
      const found: number[] = [];
      eachCommon(mine, this.listOf(member), (number) => {
        const id = numbers.idOf(number);
        if (id > after) found.push(id);
        return numbers.inOrder && found.length === most;
      });
      return found.sort(ascending).slice(0, most);
    });
  }

  degreesNow(viewer: number, members: readonly number[]): (Distance | null)[] {
    const { numbers, lists } = this.index;
    const me = numbers.of(viewer);
    const mine = this.listOf(viewer);
    const far: { place: number; number: number }[] = [];
    const degrees = members.map((member, place): Distance | null => {
      const number = numbers.of(member);
      if (number < 0 || !this.isThere(viewer, member)) return null;
      if (lists.has(me, number)) return 1;
      const theirs = lists.of(number);
      if (theirs.length > 0 && common(mine, theirs)) return 2;
      far.push({ place, number });
      return null;
    });
    const within = this.within3(
      viewer,
      far.map(({ number }) => number),
    );
    far.forEach(({ place }, at) => {
      if (within[at]) degrees[place] = 3;
    });
    return degrees;
  }

  async paths(viewer: number, wanted: readonly PathsWanted[]): Promise<(readonly (readonly number[])[])[]> {
    return wanted.map(({ member, most }) =>
      this.isThere(viewer, member) ? waysOver(this.index, viewer, member, most) : [],
    );
  }

  async reach(viewer: number): Promise<Reach> {
    const { numbers, lists } = this.index;
    const me = numbers.of(viewer);
    if (me < 0) return { first: 0, second: 0, third: 0 };
    const steps = new Steps(numbers.size);
    steps.take(me, 4);
    for (const id of this.index.hiddenFrom(viewer)) steps.take(numbers.of(id), 4);
    const first = steps.takeAll(lists.of(me), 1);
    const second: number[] = [];
    const third = { count: 0 };
    for (const near of first) second.push(...steps.takeAll(lists.of(near), 2));
    let read = 0;
    for (const way of second) {
      const list = lists.of(way);
      const open = this.index.shown(way) === 0;
      for (const member of list)
        if ((open || this.index.shown(member) === 0) && steps.take(member, 3)) third.count += 1;
      read += list.length;
      if (read > SLICE) {
        read = 0;
        await turn();
      }
    }
    return { first: first.length, second: second.length, third: third.count };
  }

  /** Whether each of these, who are more than two steps away, is three away. */
  private within3(viewer: number, far: readonly number[]): boolean[] {
    if (far.length === 0) return [];
    const { lists } = this.index;
    const mine = this.listOf(viewer);
    const members = far.reduce((sum, member) => sum + this.breadth(lists.of(member)), 0);
    const own = this.breadth(mine);
    // From the others' side the search ends at the first of the viewer's connections, who are that share of all entries.
    const expected = (far.length * 4 * lists.total) / Math.max(own, 1);
    return own < Math.min(members, expected) ? this.fromViewer(viewer, mine, far) : this.fromMembers(viewer, mine, far);
  }

  /** How many entries the lists of these have together. */
  private breadth(members: Uint32Array): number {
    const { lists } = this.index;
    let sum = 0;
    for (const member of members) sum += lists.lengthOf(member);
    return sum;
  }

  /** Marks everybody within two steps of the viewer, then looks for them in the others' lists. */
  private fromViewer(viewer: number, mine: Uint32Array, far: readonly number[]): boolean[] {
    const { index } = this;
    const [marks, mark] = index.freshMarks();
    for (const near of mine) for (const way of index.lists.of(near)) marks[way] = mark;
    for (const id of index.hiddenFrom(viewer)) {
      const number = index.numbers.of(id);
      if (number >= 0) marks[number] = 0;
    }
    return far.map((member) => {
      const open = index.shown(member) === 0;
      for (const way of index.lists.of(member))
        if (marks[way] === mark && (open || index.shown(way) === 0)) return true;
      return false;
    });
  }

  /** Marks the viewer's connections, then looks for them in the lists of the others' connections. */
  private fromMembers(viewer: number, mine: Uint32Array, far: readonly number[]): boolean[] {
    const { index } = this;
    const hidden = index.hiddenFrom(viewer);
    const [marks, mark] = index.freshMarks();
    for (const near of mine) marks[near] = mark;
    return far.map((member) => {
      const open = index.shown(member) === 0;
      for (const way of index.lists.of(member)) {
        if (!open && index.shown(way) !== 0) continue;
        if (hidden.size > 0 && hidden.has(index.numbers.idOf(way))) continue;
        for (const near of index.lists.of(way)) if (marks[near] === mark) return true;
      }
      return false;
    });
  }

  private isThere(viewer: number, member: number): boolean {
    return member !== viewer && !this.index.hiddenFrom(viewer).has(member);
  }

  private listOf(member: number): Uint32Array {
    const number = this.index.numbers.of(member);
    return this.index.lists.of(number < 0 ? this.index.numbers.size : number);
  }

  private ids(numbers: Uint32Array): number[] {
    return Array.from(numbers, (number) => this.index.numbers.idOf(number)).sort(ascending);
  }
}

/** How many steps away everybody was found first; 0 not yet. */
class Steps {
  private readonly steps: Uint8Array;

  constructor(size: number) {
    this.steps = new Uint8Array(size);
  }

  /** Whether the member was not found before. Who came since the search began is not part of it. */
  take(member: number, step: number): boolean {
    if (member < 0 || member >= this.steps.length || this.steps[member] !== 0) return false;
    this.steps[member] = step;
    return true;
  }

  takeAll(members: Uint32Array, step: number): number[] {
    const found: number[] = [];
    for (const member of members) if (this.take(member, step)) found.push(member);
    return found;
  }
}

const ascending = (one: number, other: number): number => one - other;

function common(one: Uint32Array, other: Uint32Array): boolean {
  let any = false;
  eachCommon(one, other, () => {
    any = true;
    return true;
  });
  return any;
}
