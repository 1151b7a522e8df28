import type { Background } from '../../src/network/suggestions/background.rules';
import { type Friendships, randomFrom } from './real-graphs';

const BROUGHT = 0.7;
const INDUSTRIES = 12;
const NOBODY: Background = { jobs: [], schools: [], skills: [], industry: null, location: null };

/**
 * Made-up profiles: one after the other, seven in ten people were brought into their company by a friend who is there already;
 * the others found one. They say nothing about real profiles; they only show whether profiles move anything.
 */
export function madeUpProfiles({ people, edges }: Friendships): (person: number) => Background {
  const random = randomFrom(99);
  const friends = Array.from({ length: people }, (): number[] => []);
  for (const [one, other] of edges) {
    friends[one]?.push(other);
    friends[other]?.push(one);
  }
  const companies = new Map<number, number>();
  for (const person of shuffled(people, random)) {
    const inside = (friends[person] ?? []).filter((friend) => companies.has(friend));
    const friend = random() < BROUGHT ? inside[Math.floor(random() * inside.length)] : undefined;
    companies.set(person, (friend === undefined ? undefined : companies.get(friend)) ?? companies.size);
  }
  const profiles = new Map([...companies].map(([person, company]) => [person, profileOf(company, random)]));
  return (person) => profiles.get(person) ?? NOBODY;
}

function profileOf(company: number, random: () => number): Background {
  const from = 2000 + (company % 15) + Math.floor(random() * 4);
  return {
    ...NOBODY,
    jobs: [{ where: `Company ${company}`, from: String(from), until: String(from + 4) }],
    industry: `Industry ${company % INDUSTRIES}`,
  };
}

function shuffled(count: number, random: () => number): number[] {
  const list = Array.from({ length: count }, (_, n) => n);
  for (let n = count - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [list[n], list[other]] = [list[other] ?? 0, list[n] ?? 0];
  }
  return list;
}
