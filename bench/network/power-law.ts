/** A graph as pairs of people, 0, 1, 2 …; every pair once. */
export interface DrawnGraph {
  readonly people: number;
  readonly ones: Uint32Array;
  readonly others: Uint32Array;
}

/** Policy: nobody has more connections. */
const MOST = 30_000;

/**
 * A graph whose degrees follow a power law with exponent 2.5 and this mean: each end of each pair is drawn in proportion to a
 * person's weight (Chung and Lu 2002). Pairs drawn twice are drawn once too often; they are left out by whoever stores them.
 */
export function drawGraph(people: number, mean: number, seed: number): DrawnGraph {
  const random = randomNumbers(seed);
  // Ids say nothing about how well connected somebody is.
  const shuffled = shuffle(people, random);
  const ends = new Uint32Array(4 * people);
  // Weights are turned into places on a line of `ends` once, since a search for each end would take minutes.
  const weights = Float64Array.from({ length: people }, (_, n) => ((n + 10) / people) ** -(1 / 1.5));
  const sum = weights.reduce((total, weight) => total + Math.min(weight, (MOST / mean) * 3), 0);
  let filled = 0;
  let carried = 0;
  for (let person = 0; person < people; person++) {
    carried += (Math.min(weights[person] ?? 0, (MOST / mean) * 3) / sum) * ends.length;
    while (filled < carried && filled < ends.length) ends[filled++] = shuffled[person] ?? 0;
  }
  const draw = (side: Uint32Array) => {
    for (let pair = 0; pair < side.length; pair++) side[pair] = ends[Math.floor(random() * filled)] ?? 0;
    return side;
  };
  const pairs = (people * mean) / 2;
  return { people, ones: draw(new Uint32Array(pairs)), others: draw(new Uint32Array(pairs)) };
}

function shuffle(people: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: people }, (_, n) => n);
  for (let last = people - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** Mulberry32 by Tommy Ettinger, public domain: the same numbers on every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
