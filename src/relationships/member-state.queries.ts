import type { Tx } from '../database/database';
import { insert } from '../database/rows';
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
