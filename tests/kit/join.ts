import type { Person } from './person';
import type { TestApp } from './start-app';

export type { Person } from './person';

/** Makes an account for a new person. */
export function join(app: TestApp, name: string): Promise<Person> {
  return app.people.signUp(name);
}
