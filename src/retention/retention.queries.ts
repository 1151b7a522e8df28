import type { Sql, Tx } from '../database/database';
import { marks } from '../database/rows';

/** Members after `after` whose oldest event is older than `before`, and who have more than `keep`. */
export async function longStreams(
  sql: Sql,
  { after, before, keep, most }: { after: number; before: number; keep: number; most: number },
): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT s.member_id AS id FROM member_state s
     JOIN member_event e ON e.member_id = s.member_id AND e.seq = s.floor_seq + 1 AND e.created_at < ?
     WHERE s.member_id > ? AND s.last_seq - s.floor_seq > ? ORDER BY s.member_id LIMIT ${most}`,
    [before, after, keep],
  );
  return rows.map(({ id }) => id);
}

export interface Row {
  readonly seq: number;
  readonly tag: number;
  readonly at: number;
}

/** The oldest events of a member whose state is locked, without the last `keep`. */
export async function oldestEvents(tx: Tx, member: number, keep: number, most: number): Promise<Row[]> {
  const rows = await tx.query<Row>(
    `SELECT e.seq, e.tag, e.created_at AS at FROM member_state s
     JOIN member_event e ON e.member_id = s.member_id AND e.seq BETWEEN s.floor_seq + 1 AND s.floor_seq + ${most}
     WHERE s.member_id = ? AND e.seq <= s.last_seq - ?`,
    [member, keep],
  );
  return rows.sort((one, other) => one.seq - other.seq);
}

/** Deletes a member's events up to this one, which from now on is where the stream begins. */
export async function raiseFloor(tx: Tx, member: number, { seq, tag }: Row): Promise<void> {
  await tx.run('UPDATE member_state SET floor_seq = ?, floor_tag = ? WHERE member_id = ?', [seq, tag, member]);
  await tx.run('DELETE FROM member_event WHERE member_id = ? AND seq <= ?', [member, seq]);
}

export interface LaneRow {
  readonly id: number;
  readonly seq: number;
  /** When its last batch was written; null when it has none. */
  readonly last_at: number | null;
}

export function lanes(sql: Sql): Promise<LaneRow[]> {
  return sql.query(
    `SELECT l.id, l.seq, b.created_at AS last_at FROM lane l
     LEFT JOIN lane_batch b ON b.lane_id = l.id AND b.seq = l.seq`,
  );
}

/** The oldest batches of a lane, without its last. */
export function oldestBatches(tx: Tx, { id, seq }: LaneRow, most: number): Promise<Row[]> {
  return tx.query(
    `SELECT seq, tag, created_at AS at FROM lane_batch WHERE lane_id = ? AND seq < ? ORDER BY seq LIMIT ${most}`,
    [id, seq],
  );
}

export async function deleteBatches(tx: Tx, lane: number, upTo: number): Promise<void> {
  await tx.run('DELETE FROM lane_batch WHERE lane_id = ? AND seq <= ?', [lane, upTo]);
}

/** Whether the lane was still where it was; then it is gone. */
export async function deleteLane(tx: Tx, { id, seq }: LaneRow): Promise<boolean> {
  if ((await tx.run('DELETE FROM lane WHERE id = ? AND seq = ?', [id, seq])) === 0) return false;
  await deleteBatches(tx, id, seq);
  return true;
}

export interface KeyRow {
  readonly member: number;
  readonly token: string;
}

export function oldestKeys(sql: Sql, before: number, most: number): Promise<KeyRow[]> {
  return sql.query(
    `SELECT member_id AS member, token FROM idempotency_key WHERE created_at < ? ORDER BY created_at LIMIT ${most}`,
    [before],
  );
}

/** Deletes keys, except those that have been used anew meanwhile. */
export function deleteKeys(tx: Tx, keys: readonly KeyRow[], before: number): Promise<number> {
  return tx.run(
    `DELETE FROM idempotency_key WHERE created_at < ? AND (${keys.map(() => '(member_id = ? AND token = ?)').join(' OR ')})`,
    [before, ...keys.flatMap(({ member, token }) => [member, token])],
  );
}

/** Sessions after `after` that ended before a time. */
export async function endedSessions(sql: Sql, after: number, before: number, most: number): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT id FROM session WHERE id > ? AND (ended_at < ? OR expires_at < ?) ORDER BY id LIMIT ${most}`,
    [after, before, before],
  );
  return rows.map(({ id }) => id);
}

export function deleteSessions(tx: Tx, ids: readonly number[], before: number): Promise<number> {
  return tx.run(`DELETE FROM session WHERE id IN (${marks(ids.length)}) AND (ended_at < ? OR expires_at < ?)`, [
    ...ids,
    before,
    before,
  ]);
}
