import { GraphIndex } from '../../src/network/graph/graph-index';
import { type Friendships, randomFrom } from './real-graphs';

/** A tenth of the friendships is hidden; who finds them again? */
export interface Split {
  readonly index: GraphIndex;
  /** The hidden friends of everybody who has any. */
  readonly hidden: ReadonlyMap<number, readonly number[]>;
}

export function hideTenth({ people, edges }: Friendships, seed: number): Split {
  const random = randomFrom(seed);
  const index = new GraphIndex(people);
  for (let person = 0; person < people; person++) index.numberFor(person);
  const hidden = new Map<number, number[]>();
  const hide = (one: number, other: number) => hidden.set(one, [...(hidden.get(one) ?? []), other]);
  for (const [one, other] of edges) {
    if (random() >= 0.1) index.connect(one, other, true);
    else {
      hide(one, other);
      hide(other, one);
    }
  }
  return { index, hidden };
}

export interface Quality {
  readonly found: number;
  readonly hidden: number;
  readonly ranks: number;
}

export const NOTHING: Quality = { found: 0, hidden: 0, ranks: 0 };
const FIRST = 20;

/**
 * Adds one person's hidden friends to a quality: how many are among the first twenty, and their ranks. Those who are not in the
 * list at all count as if they were in the middle of everybody who is not.
 */
export function judged(quality: Quality, list: readonly number[], friends: readonly number[], people: number): Quality {
  const ranks = new Map(list.map((person, n) => [person, n + 1]));
  const placed = friends.map((friend) => ranks.get(friend) ?? (list.length + people) / 2);
  return {
    found: quality.found + placed.filter((rank) => rank <= FIRST).length,
    hidden: quality.hidden + placed.length,
    ranks: quality.ranks + placed.reduce((sum, rank) => sum + rank, 0),
  };
}

/** What a mutual friend with so many friends is worth in the literature. */
export const BASELINES = {
  'common neighbours': () => 1,
  'Adamic–Adar': (degree: number) => 1 / Math.log(Math.max(degree, 2)),
  'resource allocation': (degree: number) => 1 / degree,
} as const;

/** Everybody two steps away, the best first; nobody is left out for being too many. */
export function ranking({ lists, numbers }: GraphIndex, from: number, worth: (degree: number) => number): number[] {
  const sums = new Map<number, number>();
  const friends = lists.of(from);
  for (const between of friends) {
    const value = worth(lists.lengthOf(between));
    for (const other of lists.of(between)) sums.set(other, (sums.get(other) ?? 0) + value);
  }
  for (const known of [from, ...friends]) sums.delete(known);
  return [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => numbers.idOf(number));
}
