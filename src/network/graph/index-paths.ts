import { eachCommon } from './common-entries';
import type { GraphIndex } from './graph-index';

type Way = readonly number[];

/** The shortest ways from the viewer to a member over people who show the viewer their list; see `Graph.paths`. */
export function waysOver(index: GraphIndex, viewer: number, member: number, most: number): readonly Way[] {
  const { numbers, lists } = index;
  const [from, to] = [numbers.of(viewer), numbers.of(member)];
  if (from < 0 || to < 0) return [];
  if (lists.has(from, to)) return [[]];
  const short = overOne(index, from, to, most);
  return short.length > 0 ? short : overTwo(index, viewer, from, to, most);
}

/** Their list is theirs to close: to the viewer, who is connected with them, unless it is closed to everybody. */
const leadsFrom = (index: GraphIndex, near: number): boolean => index.shown(near) < 2;
const leadsOn = (index: GraphIndex, way: number): boolean => index.shown(way) === 0;

function overOne(index: GraphIndex, from: number, to: number, most: number): Way[] {
  const { numbers, lists } = index;
  const ways: Way[] = [];
  eachCommon(lists.of(from), lists.of(to), (near) => {
    if (leadsFrom(index, near)) ways.push([numbers.idOf(near)]);
    return numbers.inOrder && ways.length === most;
  });
  return first(ways, most);
}

/** From the side whose connections have fewer connections. */
function overTwo(index: GraphIndex, viewer: number, from: number, to: number, most: number): Way[] {
  const { lists, numbers } = index;
  const hidden = index.hiddenFrom(viewer);
  const breadth = (member: number) => lists.of(member).reduce((sum, near) => sum + lists.lengthOf(near), 0);
  const passes = (way: number) => leadsOn(index, way) && !hidden.has(numbers.idOf(way));
  const ways: Way[] = [];
  if (breadth(from) <= breadth(to)) {
    const theirs = lists.of(to);
    for (const near of lists.of(from)) {
      if (!leadsFrom(index, near)) continue;
      eachCommon(lists.of(near), theirs, (way) => {
        if (passes(way)) ways.push([numbers.idOf(near), numbers.idOf(way)]);
        return false;
      });
      if (numbers.inOrder && ways.length >= most) break;
    }
    return first(ways, most);
  }
  const mine = lists.of(from);
  for (const way of lists.of(to)) {
    if (!passes(way)) continue;
    eachCommon(lists.of(way), mine, (near) => {
      if (leadsFrom(index, near)) ways.push([numbers.idOf(near), numbers.idOf(way)]);
      return false;
    });
  }
  return first(ways, most);
}

/** The first ways in the order of the ids on them. */
function first(ways: Way[], most: number): Way[] {
  const order = ([a = 0, b = 0]: Way, [c = 0, d = 0]: Way) => a - c || b - d;
  return ways.sort(order).slice(0, most);
}
