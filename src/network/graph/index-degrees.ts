import type { Distance } from './graph';
import type { GraphIndex } from './graph-index';

/** Lists looked at to estimate how many entries all of them have. */
const SAMPLE = 16;

/** How many steps each member is away from the viewer; see `Graph.degrees`. */
export function degreesFrom(index: GraphIndex, viewer: number, members: readonly number[]): (Distance | null)[] {
  const { numbers, lists } = index;
  const hidden = index.hiddenFrom(viewer);
  const me = numbers.of(viewer);
  if (me < 0) return members.map(() => null);
  const [marks, mark] = index.freshMarks();
  lists.mark(me, marks, mark);
  const far = new Map<number, number>();
  const degrees = members.map((member, place): Distance | null => {
    const number = numbers.of(member);
    if (number < 0 || number === me || hidden.has(member)) return null;
    if (marks[number] === mark) return 1;
    if (lists.hasMarked(number, marks, mark)) return 2;
    far.set(place, number);
    return null;
  });
  if (far.size === 0) return degrees;
  const isThree = isFromViewer(index, me, [...far.values()])
    ? fromViewer(index, viewer, me)
    : fromMembers(index, viewer, [marks, mark]);
  for (const [place, number] of far) if (isThree(number)) degrees[place] = 3;
  return degrees;
}

/** From which side there is less to read. */
function isFromViewer({ lists }: GraphIndex, me: number, far: readonly number[]): boolean {
  const own = breadth(lists, me);
  const theirs = far.reduce((sum, member) => sum + breadth(lists, member), 0);
  // From the others' side the search ends at the first of the viewer's connections, who are that share of all entries.
  const expected = (far.length * 4 * lists.total) / Math.max(own, 1);
  return own < Math.min(theirs, expected);
}

/** About how many entries the lists of a member's connections have together. */
function breadth(lists: GraphIndex['lists'], member: number): number {
  const connections = lists.of(member);
  const step = Math.ceil(connections.length / SAMPLE);
  let sum = 0;
  for (let at = 0; at < connections.length; at += step) sum += lists.lengthOf(connections[at] ?? 0);
  return sum * step;
}

type IsThree = (member: number) => boolean;

/** Marks everybody within two steps of the viewer, then looks for them in a member's list. */
function fromViewer(index: GraphIndex, viewer: number, me: number): IsThree {
  const { lists, numbers } = index;
  const [marks, mark] = index.freshMarks();
  for (const near of lists.of(me)) lists.mark(near, marks, mark);
  for (const id of index.hiddenFrom(viewer)) {
    const number = numbers.of(id);
    if (number >= 0) marks[number] = 0;
  }
  return (member) => {
    if (index.shown(member) === 0) return lists.hasMarked(member, marks, mark);
    return lists.of(member).some((way) => marks[way] === mark && index.shown(way) === 0);
  };
}

/** With the viewer's connections marked: looks for them in the lists of a member's connections. */
function fromMembers(index: GraphIndex, viewer: number, [marks, mark]: readonly [Uint8Array, number]): IsThree {
  const { lists, numbers } = index;
  const hidden = index.hiddenFrom(viewer);
  return (member) => {
    const open = index.shown(member) === 0;
    for (const way of lists.of(member)) {
      if (!open && index.shown(way) !== 0) continue;
      if (hidden.size > 0 && hidden.has(numbers.idOf(way))) continue;
      if (lists.hasMarked(way, marks, mark)) return true;
    }
    return false;
  };
}
