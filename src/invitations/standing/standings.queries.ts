import type { Sql } from '../../database/database';
import { marks } from '../../database/rows';
import { STANDING_COLUMNS, type StandingRow, standingOf } from '../../relationships/standing.queries';
import type { Standing } from '../../relationships/standing.rules';
import type { SentRow } from './standing-view.rules';

export async function readStanding(sql: Sql, member: number): Promise<Standing> {
  const [row] = await sql.query<StandingRow>(`SELECT ${STANDING_COLUMNS} FROM member_state WHERE member_id = ?`, [
    member,
  ]);
  if (!row) throw new Error('A member has no state.');
  return standingOf(row);
}

export interface RecordRow {
  readonly kind: 'RESTRICTED' | 'APPEALED' | 'PARDONED' | 'PARDON_REVOKED' | 'OVERUSED';
  readonly text: string | null;
  readonly at: number;
}

/** What happened with a member's standing, oldest first. Index `records_of_standing`. */
export function readRecords(sql: Sql, member: number): Promise<RecordRow[]> {
  return sql.query('SELECT kind, text, created_at AS at FROM standing_record WHERE member_id = ? ORDER BY id', [
    member,
  ]);
}

/** A member whose standing is to be looked at again, and since when. */
export interface DueRecount {
  readonly id: number;
  readonly since: number;
}

/** Members whose standing was to be looked at again between two moments. Index `standings_due`. */
export function dueRecounts(sql: Sql, from: number, until: number, most: number): Promise<DueRecount[]> {
  return sql.query(
    `SELECT member_id AS id, recount_at AS since FROM member_state
     WHERE recount_at >= ? AND recount_at <= ? AND erased_at IS NULL ORDER BY recount_at LIMIT ${most}`,
    [from, until],
  );
}

export interface AppealRow {
  readonly handle: string;
  readonly at: number;
  readonly until: number;
}

/** Who is restricted at a moment and has appealed, oldest appeal first. Index `standings_due`: a restriction is looked at when it ends. */
export function openAppeals(sql: Sql, now: number): Promise<AppealRow[]> {
  return sql.query(
    `SELECT member.handle, appealed_at AS at, restricted_until AS until
     FROM member_state JOIN member ON member.id = member_id
     WHERE recount_at > 0 AND standing = 'RESTRICTED' AND restricted_until > ? AND appealed_at >= restricted_at
       AND erased_at IS NULL ORDER BY appealed_at`,
    [now],
  );
}

/** Reads only what the sender knows of each. Index `invitations_sent`. */
export function sentBefore(sql: Sql, sender: number, before: number): Promise<SentRow[]> {
  return sql.query(
    `SELECT reason, shares_context AS shared, COUNT(*) AS sent, COUNT(CASE WHEN sender_status = 'ACCEPTED' THEN 1 END) AS accepted
     FROM invitation WHERE sender_id = ? AND sent_at <= ? AND origin = 'DIRECT' GROUP BY reason, shares_context`,
    [sender, before],
  );
}

export async function readHandles(sql: Sql, members: readonly number[]): Promise<Map<number, string>> {
  if (members.length === 0) return new Map();
  const rows = await sql.query<{ id: number; handle: string }>(
    `SELECT id, handle FROM member WHERE id IN (${marks(members.length)})`,
    members,
  );
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}
