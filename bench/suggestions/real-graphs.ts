import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEdgeList } from '../../src/imports/edge-list';

/** Friendships between people numbered from 0 to below `people`, each once. */
export interface Friendships {
  readonly name: string;
  readonly people: number;
  readonly edges: readonly (readonly [one: number, other: number])[];
}

const REAL = [
  ['Facebook (SNAP)', 'facebook_combined.txt.gz'],
  ['LastFM Asia', 'lastfm_asia_edges.csv.gz'],
] as const;

/** Graphs of real people when they lie in a folder `shared/data` beside or above the checkout; else one that is made up. */
export async function friendships(): Promise<Friendships[]> {
  const folder = dataFolder(process.cwd());
  if (folder === undefined) return [madeUp(5000, 40, 1)];
  const files = REAL.map(([name, file]) => [name, join(folder, file)] as const).filter(([, file]) => existsSync(file));
  return Promise.all(
    files.map(async ([name, file]) => {
      const list = await readEdgeList(file);
      return { name, people: list.labels.length, edges: [...list.edges()] };
    }),
  );
}

function dataFolder(from: string): string | undefined {
  const folder = join(from, '../shared/data');
  if (existsSync(folder)) return folder;
  return dirname(from) === from ? undefined : dataFolder(dirname(from));
}

/** Numbers from 0 to below 1 that are the same in every run with the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A power law of degrees with circles of acquaintances: half of the friendships are closed triangles. */
export function madeUp(people: number, degree: number, seed: number): Friendships {
  const random = randomFrom(seed);
  const anybody = () => Math.floor(people * random() ** 2.5);
  const lists = Array.from({ length: people }, () => new Set<number>());
  const edges: [number, number][] = [];
  while (edges.length < (people * degree) / 2) {
    const one = anybody();
    const friends = [...(lists[one] ?? [])];
    const between = friends[Math.floor(random() * friends.length)];
    const theirs = between === undefined || random() < 0.5 ? [] : [...(lists[between] ?? [])];
    const other = theirs[Math.floor(random() * theirs.length)] ?? anybody();
    if (one === other || lists[one]?.has(other)) continue;
    lists[one]?.add(other);
    lists[other]?.add(one);
    edges.push([one, other]);
  }
  return { name: 'made up (no real graph at hand)', people, edges };
}
