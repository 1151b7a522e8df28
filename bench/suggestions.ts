import { GraphIndex } from '../src/network/graph/graph-index';
import { indexedNetwork } from '../src/network/suggestions/network-by-index';
import { compare, worthOf } from '../src/network/suggestions/suggestion.rules';
import { TwoSteps, WALK_BUDGET } from '../src/network/suggestions/two-steps.rules';
import { percentile } from './measure';
import { decimal, print, progress, table, whole } from './report';
import { BASELINES, hideTenth, judged, NOTHING, type Quality, ranking, type Split } from './suggestions/hidden-friends';
import { madeUpProfiles } from './suggestions/made-up-profiles';
import { type Friendships, friendships, randomFrom } from './suggestions/real-graphs';

const SPLITS = [1, 2, 3, 4, 5];
const OURS = 'Rapport';
const WITH_PROFILES = 'Rapport, with made-up profiles';
const CANDIDATES = 150;
const NOBODY: ReadonlySet<number> = new Set();

/** How well hidden friendships are found, beside the literature, and what a walk costs. */
export async function suggestions(): Promise<string> {
  const parts = (await friendships()).map(quality);
  return ['## People you may know', ...parts, speed()].join('\n\n');
}

function quality(graph: Friendships): string {
  const qualities = new Map<string, Quality>();
  for (const seed of SPLITS) {
    progress(`suggestions: ${graph.name}, split ${seed}`);
    judge(graph, hideTenth(graph, seed), qualities);
  }
  const rows = [...qualities].map(([name, { found, hidden, ranks }]) => [
    ...[name, whole(found), decimal((100 * found) / hidden, 2), decimal(ranks / hidden, 2)],
  ]);
  return [
    `### ${graph.name}: ${whole(graph.people)} people, ${whole(graph.edges.length)} friendships`,
    `A tenth of the friendships is hidden, in ${SPLITS.length} fixed ways; each is looked for from both ends. Made-up profiles are`,
    'drawn from all friendships, the hidden ones too, so their row only shows that profiles are made use of.',
    '',
    table(['way', 'hits at 20', '% of hidden', 'mean rank'], rows),
  ].join('\n');
}

function judge(graph: Friendships, split: Split, qualities: Map<string, Quality>): void {
  const { index, hidden } = split;
  const twoSteps = new TwoSteps();
  const network = indexedNetwork(index);
  const profiles = madeUpProfiles(graph);
  const add = (name: string, list: readonly number[], friends: readonly number[]) =>
    qualities.set(name, judged(qualities.get(name) ?? NOTHING, list, friends, graph.people));
  for (const [person, friends] of hidden) {
    const from = index.numbers.of(person);
    const found = twoSteps
      .find(network, { from, absent: NOBODY, recent: NOBODY, most: graph.people })
      .map(({ place, near }) => ({ person: index.numbers.idOf(place), near }));
    const own = profiles(person);
    const profiled = found.slice(0, CANDIDATES).map((candidate) => {
      return { ...candidate, near: worthOf(candidate.near, compare(own, profiles(candidate.person)).factor) };
    });
    profiled.sort((a, b) => b.near - a.near);
    const ids = found.map((candidate) => candidate.person);
    add(OURS, ids, friends);
    for (const [name, worth] of Object.entries(BASELINES)) add(name, ranking(index, from, worth), friends);
    add(WITH_PROFILES, [...profiled.map((candidate) => candidate.person), ...ids.slice(CANDIDATES)], friends);
  }
}

const MEMBERS = 200_000;
const DEGREE = 50;
const WALKS = 2000;

function speed(): string {
  progress(`suggestions: a network of ${MEMBERS}`);
  const network = indexedNetwork(powerLaw());
  const byDegree = Array.from({ length: MEMBERS }, (_, place) => place).sort(
    (a, b) => network.degree(a) - network.degree(b),
  );
  const rows = [
    ['median', 0.5],
    ['99th percentile', 0.99],
    ['largest hubs', 0.9999],
  ] as const;
  const twoSteps = new TwoSteps();
  const measured = rows.map(([name, share]) => {
    const first = Math.floor(MEMBERS * share) - 10;
    const members = byDegree.slice(first, first + 20);
    const took: number[] = [];
    for (let n = 0; n < WALKS; n++) {
      const from = members[n % members.length] ?? 0;
      const begun = performance.now();
      twoSteps.find(network, { from, absent: NOBODY, recent: NOBODY, most: CANDIDATES });
      took.push(performance.now() - begun);
    }
    const warm = took.slice(WALKS / 10);
    const degree = network.degree(members[10] ?? 0);
    return [name, whole(degree), decimal(percentile(warm, 0.5), 3), decimal(percentile(warm, 0.99), 3)];
  });
  return [
    `### What a walk costs: ${whole(MEMBERS)} members with ${DEGREE} connections on average, a power law`,
    `The walk in memory to the ${CANDIDATES} nearest, capped at ${whole(WALK_BUDGET)} directions. Milliseconds, ${whole(WALKS)} walks each.`,
    'A page also takes a fixed number of statements about standing, profiles and burden.',
    '',
    table(['member', 'connections', 'p50', 'p99'], measured),
  ].join('\n');
}

function powerLaw(): GraphIndex {
  const random = randomFrom(7);
  const index = new GraphIndex(MEMBERS);
  const places = Array.from({ length: MEMBERS }, (_, n) => n);
  for (let n = MEMBERS - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [places[n], places[other]] = [places[other] ?? 0, places[n] ?? 0];
  }
  for (let member = 0; member < MEMBERS; member++) index.numberFor(member + 1);
  const anybody = () => (places[Math.floor(MEMBERS * random() ** 1.7)] ?? 0) + 1;
  for (let made = 0; made < (MEMBERS * DEGREE) / 2; made++) {
    const [one, other] = [anybody(), anybody()];
    if (one !== other) index.connect(one, other, true);
  }
  return index;
}

if (require.main === module) print(suggestions);
