import type { People, Person } from '../kit/person';

/** Somebody, and the ids of so many invitations that wait for her, the latest first, as they are listed. */
export async function invited(people: People, count: number): Promise<[Person, string[]]> {
  const grace = await people.signUp('Grace Hopper');
  const sent: string[] = [];
  for (const friend of await people.signUpAll(...Array.from({ length: count }, (_, n) => `Friend ${n}`)))
    sent.unshift(await friend.sends(grace));
  return [grace, sent];
}
