import type { Tx } from '../database/database';
import { insert, marks } from '../database/rows';
import { randomTag } from '../events/tag';

/** Makes the rows that the door locks, for members just created in the same transaction. */
export async function createMemberStates(tx: Tx, memberIds: readonly number[], at: number): Promise<void> {
  if (memberIds.length === 0) return;
  const values = memberIds.map((id) => {
    const tag = randomTag();
    return [id, at, 0, tag, 0, tag, 0, 0, 0, 0];
  });
  await insert(
    tx,
    'member_state',
    [
      ...['member_id', 'created_at', 'last_seq', 'last_tag', 'floor_seq', 'floor_tag'],
      ...['connection_count', 'open_sent_count', 'muted_kinds', 'settings_version'],
    ],
    values,
  );
}

/**
 * Which of these members' states somebody else has locked at this moment, with the number of the member's last event; none on an
 * engine that cannot tell.
 */
export async function lockedMembers(tx: Tx, ids: readonly number[]): Promise<Map<number, number>> {
  const { shareSkipLocked, byPrimaryKey } = tx.dialect;
  if (shareSkipLocked === null) return new Map();
  const those = `SELECT member_id AS id, last_seq AS seq FROM member_state ${byPrimaryKey} WHERE member_id IN (${marks(ids.length)})`;
  const all = await tx.query<{ id: number; seq: number }>(those, ids);
  const free = await tx.query<{ id: number }>(`${those} ORDER BY member_id ${shareSkipLocked}`, ids);
  const known = new Set(free.map(({ id }) => id));
  return new Map(all.flatMap(({ id, seq }) => (known.has(id) ? [] : [[id, seq] as const])));
}
