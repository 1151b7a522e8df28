import type { Database } from '../src/database/database';
import { insert, type Row } from '../src/database/rows';

const PART = 1000;

/** Writes who is connected straight into the table, without invitations and events, which nothing that is measured here reads. */
export async function writeConnections(
  database: Database,
  couples: readonly (readonly [one: number, other: number])[],
): Promise<void> {
  for (let from = 0; from < couples.length; from += PART) {
    const rows = couples.slice(from, from + PART).flatMap(([one, other]): Row[] => [
      [one, other, 0, 0],
      [other, one, 0, 0],
    ]);
    await database.transact((tx) =>
      insert(tx, 'connection', ['member_id', 'peer_id', 'connected_at', 'invitation_id'], rows),
    );
  }
}
