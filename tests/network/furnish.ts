import type { Database } from '../../src/database/database';
import { Ids } from '../../src/database/ids';
import { insert } from '../../src/database/rows';
import { AccessTokens } from '../../src/members/access-tokens';
import { createMembers } from '../../src/members/create-members.queries';
import { TEST_SECRET } from '../kit/place';

const PART = 500;
const LONG = 10 ** 11;

/** The people of a graph, with sessions of their own. Ids are in the order of the file's numbers. */
export interface Townspeople {
  readonly idOf: (person: number) => number;
  readonly tokenOf: (person: number) => Promise<string>;
}

/** Puts a graph into an empty database as it is, faster than by as many invitations. */
export async function furnish(
  database: Database,
  edges: readonly (readonly [one: number, other: number])[],
): Promise<Townspeople> {
  const count = edges.reduce((most, [one, other]) => Math.max(most, one, other), 0) + 1;
  const first = await new Ids(database).take(count);
  const ids = Array.from({ length: count }, (_, person) => first + person);
  const now = Date.now();
  for (let from = 0; from < count; from += PART) {
    const part = ids.slice(from, from + PART);
    const people = part.map((id) => ({ id, handle: `person-${id}`, name: `Person ${id}` }));
    const sessions = part.map((id) => [id, id, `token of ${id}`, now, now, now + LONG]);
    await database.transact(async (tx) => {
      await createMembers(tx, people, now);
      await insert(
        tx,
        'session',
        ['id', 'member_id', 'token_hash', 'rotated_at', 'created_at', 'expires_at'],
        sessions,
      );
    });
  }
  const rows = edges.flatMap(([one, other]) => [
    [first + one, first + other, now, 0],
    [first + other, first + one, now, 0],
  ]);
  await database.transact(async (tx) => {
    await insert(tx, 'connection', ['member_id', 'peer_id', 'connected_at', 'invitation_id'], rows);
    await tx.run(
      `UPDATE member_state SET connection_count =
         (SELECT COUNT(*) FROM connection c WHERE c.member_id = member_state.member_id)`,
    );
  });
  const tokens = new AccessTokens(TEST_SECRET, LONG, Date.now);
  return {
    idOf: (person) => first + person,
    tokenOf: async (person) => (await tokens.issue(first + person, first + person)).accessToken,
  };
}
