import type { Database } from '../../database/database';
import { marks } from '../../database/rows';
import type { Door } from '../../relationships/door';
import { Connecting } from '../connecting';

/** Somebody who invited many at once, without a word: there is something to see of standings and of rates of acceptance. */
export const HASTY = {
  sender: 'oliver-grant',
  accepted: 'beatriz-carvalho elena-petrova lucia-ferrante ruth-kiplagat samuel-adeyemi yuki-tanaka',
  reported: 'amara-diallo ingrid-vogel nikhil-banerjee pieter-van-dam rosa-delgado',
  unanswered:
    'charlotte-hughes daniel-osei david-mbeki henrik-solberg jonas-lindqvist leila-haddad mei-lin-tan sofia-nilsson victor-almeida',
} as const;

const DAY = 86_400_000;
/** How long ago it was: rates of acceptance are about what is older than a month. */
const AGO = 40 * DAY;

interface Place {
  readonly database: Database;
  readonly door: Door;
  readonly ids: (handle: string) => number;
}

/** Done through the door, then moved back in time, since reports and rates count late. Can be interrupted and repeated. */
export async function sendHastily({ database, door, ids }: Place): Promise<void> {
  const actor = ids(HASTY.sender);
  const couples = (handles: string) =>
    handles.split(' ').map((handle) => {
      return { actor, peer: ids(handle), reason: 'ADMIRE_WORK', context: null, note: null } as const;
    });
  const [accepted, reported] = [couples(HASTY.accepted), couples(HASTY.reported)];
  const acquaintance = { sharesContext: false, knowsEmail: null };
  await door.submit(
    [...accepted, ...reported, ...couples(HASTY.unanswered)].map(
      (couple) => ({ kind: 'invite', ...couple, origin: 'DIRECT', acquaintance }) as const,
    ),
  );
  const connecting = new Connecting(database, door, 'DIRECT');
  await Promise.all(accepted.map((couple) => connecting.connect(couple)));
  const received = await database.query<{ invitation: number; actor: number }>(
    `SELECT id AS invitation, recipient_id AS actor FROM invitation
     WHERE sender_id = ? AND recipient_status = 'PENDING' AND recipient_id IN (${marks(reported.length)})`,
    [actor, ...reported.map(({ peer }) => peer)],
  );
  await door.submit(received.map((its) => ({ kind: 'decline', ...its, report: 'UNKNOWN_SENDER' }) as const));
  await moveBack(database, actor);
  await door.submit([{ kind: 'recount', actor }]);
}

/** Unless it has been counted already. */
function moveBack(database: Database, sender: number): Promise<void> {
  return database.transact(async (tx) => {
    const then = (await tx.now()) - AGO;
    const due = await tx.run('UPDATE member_state SET recount_at = ? WHERE member_id = ? AND restrictions = 0', [
      ...[then, sender],
    ]);
    if (due === 0) return;
    await tx.run('UPDATE report SET made_at = ?, counts_at = ? WHERE member_id = ?', [then, then + DAY, sender]);
    await tx.run(
      "UPDATE invitation SET expires_at = expires_at - sent_at + ?, sent_at = ? WHERE sender_id = ? AND reason = 'ADMIRE_WORK'",
      [then, then, sender],
    );
  });
}
