import type { Sql } from '../database/database';

/** Members who have been erased while some of what mentions them is still there. Seldom anybody. */
export const LEAVING = 'SELECT member_id FROM erasure WHERE finished_at IS NULL';

export async function leavingMembers(sql: Sql): Promise<number[]> {
  const rows = await sql.query<{ member_id: number }>(LEAVING);
  return rows.map(({ member_id }) => member_id);
}
