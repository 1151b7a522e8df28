import type { Sql } from '../database/database';
import { marks } from '../database/rows';
import { LEAVING } from '../relationships/erasure.queries';

/**
 * Who is absent from other people's lists and counts for this viewer: whom they have blocked, who has blocked them, and who
 * has been erased but is still on the way out.
 */
export async function hiddenFrom(sql: Sql, viewer: number): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT peer_id AS id FROM block WHERE member_id = ? UNION SELECT member_id FROM block WHERE peer_id = ?
     UNION ${LEAVING}`,
    [viewer, viewer],
  );
  return rows.map(({ id }) => id);
}

/** How many of the hidden members each of these members is connected with; those with none are left out. */
export async function countHidden(
  sql: Sql,
  members: readonly number[],
  hidden: readonly number[],
): Promise<Map<number, number>> {
  const rows = await sql.query<{ id: number; count: number }>(
    `SELECT member_id AS id, COUNT(*) AS count FROM connection
     WHERE member_id IN (${marks(members.length)}) AND peer_id IN (${marks(hidden.length)}) GROUP BY member_id`,
    [...members, ...hidden],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}
