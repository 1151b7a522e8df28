import { GraphIndex } from '../../src/network/graph/graph-index';
import type { DrawnGraph } from './power-law';

/** Adjacency as two arrays, for filling an index without a database: the numbers of each person's peers, ascending. */
function adjacency({ people, ones, others }: DrawnGraph): { starts: Float64Array; peers: Uint32Array } {
  const starts = new Float64Array(people + 1);
  for (const side of [ones, others])
    for (let pair = 0; pair < side.length; pair++) {
      const person = side[pair] ?? 0;
      starts[person + 1] = (starts[person + 1] ?? 0) + 1;
    }
  for (let person = 0; person < people; person++)
    starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
  const next = starts.slice();
  const peers = new Uint32Array(ones.length * 2);
  const put = (person: number, peer: number) => {
    const place = next[person] ?? 0;
    peers[place] = peer;
    next[person] = place + 1;
  };
  for (let pair = 0; pair < ones.length; pair++) {
    const [one, other] = [ones[pair] ?? 0, others[pair] ?? 0];
    put(one, other);
    put(other, one);
  }
  return { starts, peers };
}

/** Each once, and nobody with themselves. */
function distinct(sorted: Uint32Array, person: number): Uint32Array {
  return sorted.filter((peer, at) => peer !== person && sorted[at - 1] !== peer);
}

/** An index of a graph, without a database: people's ids are their numbers + 1. */
export function fillIndex(drawn: DrawnGraph): { index: GraphIndex; seconds: number } {
  const { starts, peers } = adjacency(drawn);
  const begun = performance.now();
  const index = new GraphIndex(drawn.people);
  for (let person = 0; person < drawn.people; person++) index.numberFor(person + 1);
  for (let person = 0; person < drawn.people; person++)
    index.lists.fill(person, distinct(peers.subarray(starts[person], starts[person + 1]).sort(), person));
  return { index, seconds: (performance.now() - begun) / 1000 };
}
