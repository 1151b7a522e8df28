import type { Person } from '../kit/person';
import type { TestApp } from '../kit/start-app';
import type { No } from './noes';
import type { Requests } from './requests';
import { Watcher } from './watcher';

/** Grace may say no to Alan and to Bea, who is Alan's as well; Carol and Dan live next to them. */
export interface Cast {
  readonly grace: Person;
  readonly alan: Watcher;
  readonly bea: Watcher;
  readonly carol: Person;
  readonly dan: Person;
}

/** New people, who know one another as they do in every world. */
export async function meet(town: TestApp, requests: Requests, no: No, number: number): Promise<Cast> {
  const surname = `N${number}`;
  const signUp = async (name: string) => {
    const person = await town.people.signUp(`${name} ${surname}`, `${name}.${surname}@example.org`.toLowerCase());
    const positions = [{ title: 'Engineer', company: name === 'Dan' ? 'Elsewhere' : `Works ${surname}` }];
    await person.does('updateProfile', { headline: 'Engineer', industry: 'Software', skills: ['SQL'], positions });
    return person;
  };
  const grace = await signUp('Grace');
  const [alan, bea] = [await signUp('Alan'), await signUp('Bea')];
  const [carol, dan] = [await signUp('Carol'), await signUp('Dan')];
  for (const [one, other] of [
    ...[[carol, grace] as const, [carol, alan] as const, [dan, carol] as const, [bea, dan] as const],
  ])
    await one.connectsWith(other);
  const surroundings = () => ({
    now: town.clock.now,
    words: [surname, grace.name, `Works ${surname}`],
    address: no.misled ? 'nobody@nowhere.example' : grace.email,
  });
  const { url, schema } = town.app;
  const watch = (person: Person) => new Watcher(person, url, schema, requests, surroundings);
  return { grace, alan: watch(alan), bea: watch(bea), carol, dan };
}
