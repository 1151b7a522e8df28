import type { Tx } from '../database/database';
import { insert } from '../database/rows';
import { createMemberStates } from '../relationships/member-state.queries';
import { termsOf } from './member-term.rules';
import { insertTerms } from './member-terms.queries';
import type { ProfileColumns, ProfileLists } from './profile';
import { insertLists } from './profiles.queries';

/** A person as imports, demos and sign-up bring them: checked already, with an id of `Ids` and a handle nobody has. */
export interface NewMember extends Partial<ProfileColumns>, Partial<ProfileLists> {
  readonly id: number;
  readonly handle: string;
  readonly name: string;
}

const COLUMNS = [
  ...['id', 'handle', 'name', 'headline', 'summary', 'industry', 'location', 'photo_url', 'career_goal'],
  ...['seeking', 'offering', 'created_at', 'updated_at'],
];

/**
 * Makes members, with everything that must be there from their first moment: settings, search terms, and the state that the
 * door locks. They have no account, so nobody can sign in as them. `at`: when they joined, epoch milliseconds.
 */
export async function createMembers(tx: Tx, people: readonly NewMember[], at: number): Promise<void> {
  const rows = people.map((p) => [
    ...[p.id, p.handle, p.name, p.headline ?? null, p.summary ?? null, p.industry ?? null, p.location ?? null],
    ...[p.photoUrl ?? null, p.careerGoal ?? null, p.seeking ?? '', p.offering ?? '', at, at],
  ]);
  await insert(tx, 'member', COLUMNS, rows);
  const settings = people.map(({ id }) => [id, 'EVERYONE'] as const);
  await insert(tx, 'settings', ['member_id', 'connections_visible_to'], settings);
  await createMemberStates(
    tx,
    people.map(({ id }) => id),
    at,
  );
  await insertLists(tx, new Map(people.map((person) => [person.id, person])));
  await insertTerms(tx, new Map(people.map((person) => [person.id, termsOf(findable(person))])));
}

function findable({ handle, name, headline, industry, location, positions, skills }: NewMember) {
  return {
    ...{ handle, name, headline: headline ?? null, industry: industry ?? null, location: location ?? null },
    titles: positions?.map(({ title }) => title) ?? [],
    companies: positions?.map(({ company }) => company) ?? [],
    skills: skills ?? [],
  };
}
