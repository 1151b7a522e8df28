import type { GraphIndex } from '../graph/graph-index';
import type { PlacedNetwork } from './network-by-sql';

/** The whole network as it is in memory now: read it at once, before anything else can change it. */
export function indexedNetwork({ numbers, lists }: GraphIndex): PlacedNetwork {
  return {
    size: numbers.size,
    degree: (place) => lists.lengthOf(place),
    neighbours: (places, into) => lists.copy(places, into),
    placeOf: (id) => numbers.of(id),
    idAt: (place) => numbers.idOf(place),
  };
}
