import type { Background } from '../../src/network/suggestions/background.rules';
import { type Friendships, randomFrom } from './real-graphs';

const CIRCLE = 25;
const INDUSTRIES = 12;
const NO_COMPANY = -1;

/**
 * Made-up profiles: circles of friends found by walking from one to the next work at one company, but for three in ten people
 * who work anywhere. They say nothing about real profiles; they only show whether profiles move anything.
 */
export function madeUpProfiles({ people, edges }: Friendships): (person: number) => Background {
  const random = randomFrom(99);
  const friends = Array.from({ length: people }, (): number[] => []);
  for (const [one, other] of edges) {
    friends[one]?.push(other);
    friends[other]?.push(one);
  }
  const company = new Int32Array(people).fill(NO_COMPANY);
  let companies = 0;
  for (let person = 0; person < people; person++) {
    if (company[person] !== NO_COMPANY) continue;
    const circle = [person];
    for (const one of circle) {
      if (company[one] !== NO_COMPANY) continue;
      company[one] = companies;
      for (const friend of friends[one] ?? [])
        if (circle.length < CIRCLE && company[friend] === NO_COMPANY) circle.push(friend);
    }
    companies += 1;
  }
  const profiles = Array.from(company, (circle): Background => {
    const elsewhere = random() < 0.3;
    const employer = elsewhere ? Math.floor(random() * companies) : circle;
    const from = 2000 + Math.floor(random() * 15);
    return {
      jobs: [{ where: `Company ${employer}`, from: String(from), until: String(from + 8) }],
      schools: [],
      skills: [],
      industry: `Industry ${employer % INDUSTRIES}`,
      location: null,
    };
  });
  const nobody: Background = { jobs: [], schools: [], skills: [], industry: null, location: null };
  return (person) => profiles[person] ?? nobody;
}
