import { position } from '../graph/number-lists';
import { Nearest } from './nearest';
import { Sums } from './sums';

/** A network of members numbered from 0 to below `size`: their places. */
export interface Adjacency {
  readonly size: number;
  degree(place: number): number;
  /**
   * Writes everybody connected with each of these, ascending, one member after the other, as far as there is room. Where each
   * one's end.
   */
  neighbours(places: ArrayLike<number>, into: Uint32Array): Uint32Array;
}

/** Someone two steps away. `near` sums what each mutual connection is worth. */
export interface Candidate {
  readonly place: number;
  readonly near: number;
}

export interface Walk {
  readonly from: number;
  /** Nobody of these is suggested, and nobody is found through them. */
  readonly absent: ReadonlySet<number>;
  /** Connections made lately: whom they know is news, and counts a little more. */
  readonly recent: ReadonlySet<number>;
  /** How many candidates to give at the most. */
  readonly most: number;
}

/** Directions that one walk looks at, which caps what a hub costs. */
export const WALK_BUDGET = 20_000;
/** Connections that are thought of: of more than these every second, third and so on, alike in every walk. */
const MOST_CONNECTIONS = 2048;
const RECENT_WEIGHT = 1.2;
/** How many sums are looked at before their members' numbers of connections are: what waits for memory waits together. */
const TOGETHER = 512;

/** Finds people two steps away, the nearest first. Synchronous, so that one set of sums serves all walks. */
export class TwoSteps {
  private readonly sums = new Sums(WALK_BUDGET);
  private readonly others = new Uint32Array(WALK_BUDGET);

  find(network: Adjacency, walk: Walk): Candidate[] {
    const { sums } = this;
    const connections = new Uint32Array(network.degree(walk.from));
    const count = network.neighbours([walk.from], connections)[0] ?? 0;
    const mine = connections.subarray(0, count);
    this.spread(network, affordable(network, mine, walk.absent), walk.recent);
    sums.drop(walk.from);
    for (const place of walk.absent) sums.drop(place);
    const best = nearest(network, mine, sums, walk.most);
    sums.clear();
    return best;
  }

  /** Adds up what all connections of `through` are worth. */
  private spread(network: Adjacency, through: Uint32Array, recent: ReadonlySet<number>): void {
    const { sums, others } = this;
    const ends = network.neighbours(through, others);
    let at = 0;
    for (let n = 0; n < through.length; n++) {
      const one = through[n] ?? 0;
      const worth = connectionWorth(network.degree(one)) * (recent.has(one) ? RECENT_WEIGHT : 1);
      for (const end = ends[n] ?? 0; at < end; at++) sums.add(others[at] ?? 0, worth);
    }
  }
}

/**
 * Whom a walk may pass through within the budget. Those with the smallest networks go first, since they tell most: so whom a hub
 * leaves out would have counted least, and the best candidates are found early.
 */
function affordable(network: Adjacency, connections: Uint32Array, absent: ReadonlySet<number>): Uint32Array {
  const step = Math.ceil(connections.length / MOST_CONNECTIONS) || 1;
  // Sizes and whose they are in one number each, since numbers are sorted many times faster than objects.
  const bySize = new Uint32Array(Math.ceil(connections.length / step));
  for (let n = 0; n < bySize.length; n++) {
    const size = Math.min(network.degree(connections[n * step] ?? 0), WALK_BUDGET);
    bySize[n] = size * MOST_CONNECTIONS + n;
  }
  const through = new Uint32Array(bySize.length);
  let count = 0;
  let left = WALK_BUDGET;
  for (const entry of bySize.sort()) {
    const place = connections[(entry % MOST_CONNECTIONS) * step] ?? 0;
    if (absent.has(place)) continue;
    left -= Math.floor(entry / MOST_CONNECTIONS);
    if (left < 0) break;
    through[count++] = place;
  }
  return through.subarray(0, count);
}

/** The best of the sums, but for those of `known`, ascending. */
function nearest(network: Adjacency, known: Uint32Array, { places, sums, size }: Sums, most: number): Candidate[] {
  const best = new Nearest(most);
  const worthOf = worths(discountFor(known.length));
  const mostWorth = worthOf(1);
  const promising = new Uint32Array(TOGETHER);
  const degrees = new Uint32Array(TOGETHER);
  for (let from = 0; from < size; from += TOGETHER) {
    let count = 0;
    // Most are so far below the best that neither their worth nor whether they are known matters.
    for (let at = from; at < Math.min(from + TOGETHER, size); at++) {
      const sum = sums[at] ?? 0;
      if (sum > 0 && sum * mostWorth >= best.least) promising[count++] = at;
    }
    for (let n = 0; n < count; n++) degrees[n] = network.degree(places[promising[n] ?? 0] ?? 0);
    for (let n = 0; n < count; n++) {
      const place = places[promising[n] ?? 0] ?? 0;
      const near = (sums[promising[n] ?? 0] ?? 0) * worthOf(degrees[n] ?? 0);
      if (near >= best.least && known[position(known, place)] !== place) best.offer(place, near);
    }
  }
  return best.ranked();
}

/**
 * What a mutual connection with so many connections tells: the fewer it has, the more. Resource allocation (Zhou, Lü and Zhang
 * 2009) is 1/d, Adamic and Adar (2003) have 1/ln d; between the two is better than either on networks sparse and dense.
 */
const connectionWorth = (degree: number): number => 1 / (degree + 16);

/** Who knows many is two steps away from many, so being near to them tells less. Powers take long, so each is remembered. */
function worths(discount: number): (degree: number) => number {
  const known = new Float64Array(1024);
  return (degree) => {
    const worth = known[degree] || (1 + degree / 20) ** -discount;
    if (degree < known.length) known[degree] = worth;
    return worth;
  };
}

/**
 * How much less: only for a viewer with more than thirty connections, since few connections tell too little to be choosy. Measured
 * in bench/suggestions.ts, like the numbers above.
 */
const discountFor = (connections: number): number => 0.35 * Math.max(0, 1 - 30 / connections);
