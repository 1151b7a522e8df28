import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { suggestedTo } from './suggestions-people';

const GENEROUS = { ...STEADY, QUOTA_PER_DAY: '1000', QUOTA_PER_WEEK: '1000' };
const PEOPLE = 12;

/** A network that is the same in every town: everybody knows the next and some farther on. */
async function settle(app: TestApp): Promise<Person[]> {
  const people: Person[] = [];
  for (let n = 0; n < PEOPLE; n++) people.push(await app.people.signUp(`Person ${n}`));
  for (const [n, person] of people.entries())
    for (const step of [1, (n % 4) + 2]) {
      const other = people[n + step];
      if (other) await person.connectsWith(other);
    }
  return people;
}

async function allSuggestions(env: Readonly<Record<string, string>>): Promise<unknown[]> {
  const app = await startApp({ ...GENEROUS, ...env });
  try {
    const people = await settle(app);
    const lists = await Promise.all(people.map((person) => suggestedTo(person)));
    return lists.map(({ edges }) => edges.map((edge) => [edge.node.name, edge.mutualConnectionCount]));
  } finally {
    await app.stop();
  }
}

test('everybody is suggested the same people by the index in memory and by the database without it', async () => {
  const byIndex = await allSuggestions({});
  expect(byIndex.flat().length).toBeGreaterThan(PEOPLE);
  expect(await allSuggestions({ GRAPH_MEMORY_MB: '0' })).toEqual(byIndex);
});
