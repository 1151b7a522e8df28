import { setImmediate as turn } from 'node:timers/promises';
import type { Reach } from './graph';
import type { GraphIndex } from './graph-index';

/** Entries read between two turns of the event loop, since the whole graph may be read: a few milliseconds. */
const SLICE = 500_000;

/** How many members are so many steps away from the viewer; see `Graph.reach`. */
export async function reachFrom(index: GraphIndex, viewer: number): Promise<Reach> {
  const { numbers, lists } = index;
  const me = numbers.of(viewer);
  if (me < 0) return { first: 0, second: 0, third: 0 };
  const found = new Found(numbers.size);
  found.take(me);
  for (const id of index.hiddenFrom(viewer)) found.take(numbers.of(id));
  const first = found.takeAll(lists.of(me));
  const second = first.flatMap((near) => found.takeAll(lists.of(near)));
  let third = 0;
  let read = 0;
  for (const way of second) {
    const list = lists.of(way);
    const open = index.shown(way) === 0;
    for (const member of list) if ((open || index.shown(member) === 0) && found.take(member)) third += 1;
    read += list.length;
    if (read > SLICE) {
      read = 0;
      await turn();
    }
  }
  return { first: first.length, second: second.length, third };
}

/** Who was found already. */
class Found {
  private readonly found: Uint8Array;

  constructor(size: number) {
    this.found = new Uint8Array(size);
  }

  /** Whether the member was not found before. Who came since the search began is not part of it. */
  take(member: number): boolean {
    if (this.found[member] !== 0) return false;
    this.found[member] = 1;
    return true;
  }

  takeAll(members: Uint32Array): number[] {
    const taken: number[] = [];
    for (const member of members) if (this.take(member)) taken.push(member);
    return taken;
  }
}
