import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

type Pair = readonly [one: number, other: number];

/** What an independent program found out about a graph. People are called by the numbers of the file. */
export interface Truth {
  readonly edges: readonly Pair[];
  readonly degrees: readonly (readonly [person: number, degree: number])[];
  readonly mutual: readonly (readonly [one: number, other: number, count: number])[];
  readonly mutualLists: readonly (readonly [one: number, other: number, list: readonly number[]])[];
  /** Above 3 means only that. */
  readonly distances: readonly (readonly [one: number, other: number, distance: number | null])[];
  readonly top: readonly Top[];
}

/**
 * Whom somebody shares most connections with, of those at distance 2: `above` have more than `cut`, by count and number, and
 * the other `slots` of twenty go to any of the `tied`, who have just that. Fewer than 21 candidates are all `above`.
 */
export interface Top {
  readonly node: number;
  readonly candidates: number;
  readonly above: readonly (readonly [person: number, count: number])[];
  readonly cut: number | null;
  readonly slots: number;
  readonly tied: readonly number[];
}

const NAME = 'facebook_combined';

/** The graph of ego-Facebook and its truth, where they lie beside the checkout; undefined elsewhere. */
export function facebook(): Truth | undefined {
  const folder = folderAbove(__dirname);
  if (folder === undefined) return undefined;
  const unzipped = (file: string) => gunzipSync(readFileSync(join(folder, file))).toString();
  const truth = JSON.parse(unzipped(`${NAME}.truth.json.gz`));
  const edges = unzipped(`${NAME}.txt.gz`).trim().split('\n');
  return {
    edges: edges.map((line): Pair => {
      const [one, other] = line.split(' ').map(Number);
      return [one ?? 0, other ?? 0];
    }),
    degrees: truth.degrees,
    mutual: [...truth.mutual_random, ...truth.mutual_near],
    mutualLists: truth.mutual_lists,
    distances: [...truth.distance_random, ...truth.distance_stratified],
    top: truth.pymk_top20,
  };
}

function folderAbove(place: string): string | undefined {
  const found = ['shared/data', '../shared/data']
    .map((data) => join(place, data))
    .find((folder) => existsSync(join(folder, `${NAME}.truth.json.gz`)));
  return found ?? (dirname(place) === place ? undefined : folderAbove(dirname(place)));
}

/** A graph of the same kind, smaller, and its truth by breadth-first search: for where the real one is not at hand. */
export function invented(people: number): Truth {
  const lists = Array.from({ length: people }, () => new Set<number>());
  const edges: Pair[] = [];
  for (let one = 1; one < people; one++)
    for (let met = 0; met < 4; met++) {
      const other = ((one * 7919 + met * met * 104_729) >>> 3) % one;
      if (lists[one]?.has(other)) continue;
      lists[one]?.add(other);
      lists[other]?.add(one);
      edges.push([one, other]);
    }
  const of = (person: number) => lists[person] ?? new Set<number>();
  const common = (one: number, other: number) => [...of(one)].filter((id) => of(other).has(id)).sort((a, b) => a - b);
  const some = Array.from({ length: 300 }, (_, n): Pair => [(n * 31) % people, (n * 97 + 1) % people]).filter(
    ([one, other]) => one !== other,
  );
  return {
    edges,
    degrees: lists.map((list, person) => [person, list.size] as const),
    mutual: some.map(([one, other]) => [one, other, common(one, other).length] as const),
    mutualLists: some.slice(0, 50).map(([one, other]) => [one, other, common(one, other)] as const),
    distances: some.map(([one, other]) => [one, other, distance(of, one, other)] as const),
    top: [0, 20, 40].map((place) => topOf(place * 7, people, of, common)),
  };
}

function distance(of: (person: number) => ReadonlySet<number>, from: number, to: number): number | null {
  let reached = new Set([from]);
  for (let steps = 1; steps <= 4; steps++) {
    reached = new Set([...reached].flatMap((person) => [...of(person)]));
    if (reached.has(to)) return steps;
  }
  return null;
}

function topOf(
  node: number,
  people: number,
  of: (person: number) => ReadonlySet<number>,
  common: (one: number, other: number) => readonly number[],
): Top {
  const ranked = Array.from({ length: people }, (_, person) => [person, common(node, person).length] as const)
    .filter(([person, count]) => person !== node && count > 0 && !of(node).has(person))
    .sort(([a, one], [b, other]) => other - one || a - b);
  const cut = ranked.length > 20 ? (ranked[19]?.[1] ?? null) : null;
  const above = ranked.filter(([, count]) => cut === null || count > cut);
  const tied = ranked.filter(([, count]) => count === cut).map(([person]) => person);
  return { node, candidates: ranked.length, above, cut, slots: cut === null ? 0 : 20 - above.length, tied };
}
