import { Nearest } from './nearest';

/** A network of members numbered from 0 to below `size`: their places. */
export interface Adjacency {
  readonly size: number;
  degree(place: number): number;
  /** Everybody connected with the member, in any order. */
  neighbours(place: number): Iterable<number> & ArrayLike<number>;
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
const MOST_CONNECTIONS = 4096;
const RECENT_WEIGHT = 1.2;

/**
 * Finds people two steps away, the nearest first. Synchronous, so that one set of sums serves all walks: eight bytes for each
 * member of the network.
 */
export class TwoSteps {
  private near = new Float64Array(0);
  private readonly met = new Int32Array(WALK_BUDGET);
  private readonly ofSize = new Int32Array(WALK_BUDGET + 1);

  find(network: Adjacency, walk: Walk): Candidate[] {
    if (this.near.length < network.size) this.near = new Float64Array(network.size);
    const { near, met } = this;
    const connections = network.neighbours(walk.from);
    const count = this.spread(network, this.affordable(network, connections, walk.absent), walk.recent);
    near[walk.from] = 0;
    for (let n = 0; n < connections.length; n++) near[connections[n] ?? 0] = 0;
    for (const place of walk.absent) near[place] = 0;
    const nearest = new Nearest(walk.most);
    const discount = discountFor(connections.length);
    const mostWorth = candidateWorth(1, discount);
    for (let n = 0; n < count; n++) {
      const place = met[n] ?? 0;
      const sum = near[place] ?? 0;
      near[place] = 0;
      // Most are so far below the best that their own worth need not be known.
      if (sum > 0 && sum * mostWorth >= nearest.least)
        nearest.offer(place, sum * candidateWorth(network.degree(place), discount));
    }
    return nearest.ranked();
  }

  /**
   * Whom a walk may pass through within the budget. Those with the smallest networks go first, since they tell most; so whom a
   * hub leaves out would have counted least.
   */
  private affordable(network: Adjacency, connections: ArrayLike<number>, absent: ReadonlySet<number>): number[] {
    const { ofSize } = this;
    const step = Math.ceil(connections.length / MOST_CONNECTIONS);
    const sizes = new Int32Array(connections.length);
    let cost = 0;
    ofSize.fill(0);
    for (let n = 0; n < sizes.length; n += step) {
      const place = connections[n] ?? 0;
      if (absent.has(place)) continue;
      const size = Math.min(network.degree(place), WALK_BUDGET);
      ofSize[size] = (ofSize[size] ?? 0) + 1;
      cost += size;
      sizes[n] = size;
    }
    // Counted rather than sorted: a hub has thousands. All below the limit are affordable, and a few of that size.
    let limit = cost <= WALK_BUDGET ? WALK_BUDGET + 1 : 1;
    let left = WALK_BUDGET;
    while (limit <= WALK_BUDGET && left >= limit * (ofSize[limit] ?? 0)) left -= limit * (ofSize[limit++] ?? 0);
    let few = Math.floor(left / limit);
    const chosen: number[] = [];
    for (let n = 0; n < sizes.length; n += step) {
      const size = sizes[n] ?? 0;
      if (size > 0 && (size < limit || (size === limit && few-- > 0))) chosen.push(connections[n] ?? 0);
    }
    return chosen;
  }

  /** Adds up what all connections of `through` are worth. How many people were met. */
  private spread(network: Adjacency, through: readonly number[], recent: ReadonlySet<number>): number {
    const { near, met } = this;
    let count = 0;
    for (const one of through) {
      const worth = connectionWorth(network.degree(one)) * (recent.has(one) ? RECENT_WEIGHT : 1);
      const others = network.neighbours(one);
      for (let n = 0; n < others.length; n++) {
        const place = others[n] ?? 0;
        const sum = near[place] ?? 0;
        if (sum === 0) met[count++] = place;
        near[place] = sum + worth;
      }
    }
    return count;
  }
}

/**
 * What a mutual connection with so many connections tells: the fewer it has, the more. Resource allocation (Zhou, Lü and Zhang
 * 2009) is 1/d, Adamic and Adar (2003) have 1/ln d; between the two is better than either on networks sparse and dense.
 */
const connectionWorth = (degree: number): number => 1 / (degree + 16);

/** Who knows many is two steps away from many, so being near to them tells less. */
const candidateWorth = (degree: number, discount: number): number => (1 + degree / 20) ** -discount;

/**
 * How much less: only for a viewer with more than thirty connections, since few connections tell too little to be choosy. Measured
 * in bench/suggestions.ts, like the numbers above.
 */
const discountFor = (connections: number): number => 0.35 * Math.max(0, 1 - 30 / connections);
