import type { Sql } from '../database/database';
import { MENTIONS } from '../erasure/mentions';
import type { Violation } from './violations';

/** Each sentence holds when its query finds nothing. */
export const TOMBSTONES = {
  'whoever is erased is on the list of the erased, and the reverse': `
    SELECT s.member_id, s.erased_at, e.erased_at AS listed FROM member_state s
    LEFT JOIN erasure e ON e.member_id = s.member_id
    WHERE (s.erased_at IS NULL) <> (e.member_id IS NULL) OR s.erased_at <> e.erased_at`,
  'an erased member counts nothing and is told nothing': `
    SELECT s.member_id, s.connection_count, s.open_sent_count, s.floor_seq, s.last_seq FROM member_state s
    JOIN erasure e ON e.member_id = s.member_id AND e.finished_at IS NOT NULL
    WHERE s.connection_count <> 0 OR s.open_sent_count <> 0 OR s.floor_seq <> s.last_seq`,
} as const;

export const NOTHING_LEFT = 'nothing is left of the erased';

/** What should not be there any more of those who have been erased. */
export async function leftovers(sql: Sql): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [invariant, text] of Object.entries(TOMBSTONES))
    for (const row of await sql.query(text)) found.push({ invariant, row });
  for (const { table, column } of MENTIONS)
    for (const row of await sql.query(
      `SELECT '${table}.${column}' AS place, e.member_id FROM erasure e JOIN \`${table}\` t ON t.\`${column}\` = e.member_id
       WHERE e.finished_at IS NOT NULL`,
    ))
      found.push({ invariant: NOTHING_LEFT, row });
  return found;
}
