import type { Database } from '../src/database/database';
import { Ids } from '../src/database/ids';
import { toGlobalId } from '../src/graphql/global-id';
import { AccessTokens } from '../src/members/access-tokens';
import { insertSession } from '../src/members/sessions.queries';
import type { Account } from './client/asked';
import { settle } from './people';
import type { Place } from './place';

export interface Signed extends Account {
  readonly memberId: number;
}

/** Makes members who are signed in already; signing up by the door would hash a password for each. */
export async function signIn(place: Pick<Place, 'config'>, database: Database, count: number): Promise<Signed[]> {
  return signInAs(place, database, await settle(database, new Ids(database), count));
}

/** A session for each of these members. */
export async function signInAs(
  { config }: Pick<Place, 'config'>,
  database: Database,
  members: readonly number[],
): Promise<Signed[]> {
  const tokens = new AccessTokens(config.authSecret ?? '', config.limits.accessTokenLifetime, Date.now);
  const first = await new Ids(database).take(members.length);
  const at = Date.now();
  await database.transact(async (tx) => {
    for (const [index, memberId] of members.entries())
      await insertSession(tx, {
        id: first + index,
        memberId,
        tokenHash: 'none',
        at,
        expiresAt: at + config.limits.refreshTokenLifetime,
      });
  });
  return Promise.all(
    members.map(async (memberId, index) => {
      const { accessToken: token } = await tokens.issue(memberId, first + index);
      return { memberId, id: toGlobalId('Member', memberId), token };
    }),
  );
}
