import type { Background } from '../../src/network/suggestions/background.rules';
import { type Friendships, randomFrom } from './real-graphs';

const ROUNDS = 3;
const INDUSTRIES = 12;
const ELSEWHERE = 0.3;
const NOBODY: Background = { jobs: [], schools: [], skills: [], industry: null, location: null };

/**
 * Made-up profiles: circles of friends work at one company in about the same years, but for three in ten people, who work
 * anywhere. They say nothing about real profiles; they only show whether profiles move anything.
 */
export function madeUpProfiles(graph: Friendships): (person: number) => Background {
  const random = randomFrom(99);
  const circles = circlesOf(graph, random);
  const profiles = circles.map((circle): Background => {
    const employer = random() < ELSEWHERE ? (circles[Math.floor(random() * circles.length)] ?? 0) : circle;
    const from = 2000 + (employer % 15) + Math.floor(random() * 4);
    return {
      ...NOBODY,
      jobs: [{ where: `Company ${employer}`, from: String(from), until: String(from + 4) }],
      industry: `Industry ${employer % INDUSTRIES}`,
    };
  });
  return (person) => profiles[person] ?? NOBODY;
}

/** Everybody takes the label that most of their friends have, a few times over (Raghavan, Albert and Kumara 2007). */
function circlesOf({ people, edges }: Friendships, random: () => number): number[] {
  const friends = Array.from({ length: people }, (): number[] => []);
  for (const [one, other] of edges) {
    friends[one]?.push(other);
    friends[other]?.push(one);
  }
  const labels = Array.from({ length: people }, (_, person) => person);
  for (let round = 0; round < ROUNDS; round++)
    for (let n = 0; n < people; n++) {
      const person = Math.floor(random() * people);
      const counts = new Map<number, number>();
      for (const friend of friends[person] ?? []) {
        const label = labels[friend] ?? 0;
        counts.set(label, (counts.get(label) ?? 0) + 1);
      }
      const [most] = [...counts].sort((a, b) => b[1] - a[1]);
      if (most) labels[person] = most[0];
    }
  return labels;
}
