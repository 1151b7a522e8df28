import type { Database } from '../../src/database/database';
import type { Graph } from '../../src/network/graph/graph';
import type { GraphIndex } from '../../src/network/graph/graph-index';
import { IndexGraph } from '../../src/network/graph/index-graph';
import { SqlGraph } from '../../src/network/graph/sql-graph';
import { indexedNetwork } from '../../src/network/suggestions/network-by-index';
import { type PlacedNetwork, surroundings } from '../../src/network/suggestions/network-by-sql';
import { TwoSteps } from '../../src/network/suggestions/two-steps.rules';
import { median, percentile } from '../measure';
import { decimal } from '../report';
import { randomNumbers } from './power-law';

const PAGE = 20;
const ASKERS = 20;
/** As many as a page of suggestions is chosen from. */
const CANDIDATES = 150;
const NOBODY: ReadonlySet<number> = new Set();

type Ask = (viewer: number, page: readonly number[]) => unknown;
export type Questions = Readonly<Record<string, Ask>>;

/** What cards need to know, asked of the index. */
export function askIndex(index: GraphIndex): Questions {
  return { ...askGraph(new IndexGraph(index)), suggestions: walk(() => indexedNetwork(index)) };
}

/** The same, asked of a database without anything kept. */
export function askDatabase(database: Database): Questions {
  return { ...askGraph(new SqlGraph(database)), suggestions: walk((viewer) => surroundings(database, viewer)) };
}

const askGraph = (graph: Graph): Questions => ({
  'mutual counts of 20': (viewer, page) => graph.mutualCounts(viewer, page),
  'degrees of 20': (viewer, page) => graph.degrees(viewer, page),
  'three faces of 20': (viewer, page) =>
    graph.mutuals(
      viewer,
      page.map((member) => ({ member, most: 3, after: 0 })),
    ),
  'paths to one': (viewer, [member = 0]) => graph.paths(viewer, [{ member, most: 3 }]),
});

function walk(read: (viewer: number) => PlacedNetwork | Promise<PlacedNetwork>): Ask {
  const twoSteps = new TwoSteps();
  return async (viewer) => {
    const network = await read(viewer);
    const nobody = { absent: NOBODY, recent: NOBODY };
    twoSteps.find(network, { from: network.placeOf(viewer), ...nobody, most: CANDIDATES });
  };
}

/** Who asks, by their numbers of connections: twenty in the middle, twenty about the 99th percentile, the top twenty. */
export function askers({ numbers, lists }: GraphIndex): { readonly name: string; readonly who: readonly number[] }[] {
  const order = Uint32Array.from({ length: numbers.size }, (_, n) => n);
  order.sort((one, other) => lists.lengthOf(one) - lists.lengthOf(other));
  const around = (share: number) => {
    const first = Math.min(Math.floor(order.length * share), order.length - ASKERS);
    return order.subarray(first, first + ASKERS);
  };
  return Object.entries({ median: around(0.5), p99: around(0.99), hub: around(1) }).map(([name, people]) => ({
    name: `${name}: ${median(Array.from(people, (person) => lists.lengthOf(person)))}`,
    who: Array.from(people, (person) => numbers.idOf(person)),
  }));
}

export interface Rounds {
  readonly rounds: number;
  readonly times: number;
}

/** For each question and kind of asker, the best p50 and the best p99 of some rounds in milliseconds, with members at random. */
export async function measure(questions: Questions, index: GraphIndex, { rounds, times }: Rounds): Promise<string[][]> {
  const random = randomNumbers(7);
  const anybody = () => index.numbers.idOf(Math.floor(random() * index.numbers.size));
  const kinds = askers(index);
  const rows: string[][] = [];
  for (const [question, ask] of Object.entries(questions)) {
    const cells: string[] = [];
    for (const { who } of kinds) {
      const best = { p50: Number.POSITIVE_INFINITY, p99: Number.POSITIVE_INFINITY };
      for (let round = 0; round < rounds; round++) {
        const took: number[] = [];
        for (let time = 0; time < times; time++) {
          const page = Array.from({ length: PAGE }, anybody);
          const begun = performance.now();
          await ask(who[time % who.length] ?? 0, page);
          took.push(performance.now() - begun);
        }
        best.p50 = Math.min(best.p50, median(took));
        best.p99 = Math.min(best.p99, percentile(took, 0.99));
      }
      cells.push(`${decimal(best.p50, 3)} / ${decimal(best.p99, 3)}`);
    }
    rows.push([question, ...cells]);
  }
  return rows;
}
