import type { Sql, SqlValue } from '../database/database';
import { marks } from '../database/rows';
import type { MemberRow } from './member-view.rules';
import type { AccomplishmentEntry, EducationEntry, PositionEntry } from './profile';

/** What stands beside a member `m`, whose state is `s`: each column begins with a comma, and no join makes rows fewer or more. */
export interface Beside {
  readonly columns: string;
  readonly joins: string;
  readonly parameters: readonly SqlValue[];
}

const NOTHING: Beside = { columns: '', joins: '', parameters: [] };

/**
 * Those of the members whom the viewer may see, with what a higher room reads beside them. Left out: unknown, erased, and who
 * has blocked the viewer.
 */
export function visibleMembers<Row = unknown>(
  sql: Sql,
  viewerId: number,
  ids: readonly number[],
  { columns, joins, parameters }: Beside = NOTHING,
): Promise<(MemberRow & Row)[]> {
  return sql.query(
    `SELECT m.id, m.handle, m.name, m.headline, m.industry, m.location, m.photo_url AS photoUrl, m.seeking, m.offering,
       s.connection_count AS connectionCount, t.connections_visible_to AS visibleTo, c.member_id AS connectedTo ${columns}
     FROM member m
     JOIN member_state s ON s.member_id = m.id
     JOIN settings t ON t.member_id = m.id
     LEFT JOIN block b ON b.member_id = m.id AND b.peer_id = ?
     LEFT JOIN connection c ON c.member_id = ? AND c.peer_id = m.id ${joins}
     WHERE m.id IN (${marks(ids.length)}) AND s.erased_at IS NULL AND b.member_id IS NULL`,
    [viewerId, viewerId, ...parameters, ...ids],
  );
}

export async function memberIdByHandle(sql: Sql, handle: string): Promise<number | undefined> {
  const [row] = await sql.query<{ id: number }>('SELECT id FROM member WHERE handle = ?', [handle]);
  return row?.id;
}

export interface LongTexts {
  readonly memberId: number;
  readonly summary: string | null;
  readonly careerGoal: string | null;
}

export function longTexts(sql: Sql, ids: readonly number[]): Promise<LongTexts[]> {
  return sql.query<LongTexts>(
    `SELECT id AS memberId, summary, career_goal AS careerGoal FROM member WHERE id IN (${marks(ids.length)})`,
    ids,
  );
}

type Of<Entry> = Entry & { readonly memberId: number };

const inOrder = (ids: readonly number[]) => `WHERE member_id IN (${marks(ids.length)}) ORDER BY member_id, ordinal`;

export function positionsOf(sql: Sql, ids: readonly number[]): Promise<Of<PositionEntry>[]> {
  return sql.query(
    `SELECT member_id AS memberId, title, company, started_on AS startedOn, ended_on AS endedOn, location, description
     FROM \`position\` ${inOrder(ids)}`,
    ids,
  );
}

export function educationOf(sql: Sql, ids: readonly number[]): Promise<Of<EducationEntry>[]> {
  return sql.query(
    `SELECT member_id AS memberId, school, degree, field, started_on AS startedOn, ended_on AS endedOn
     FROM education ${inOrder(ids)}`,
    ids,
  );
}

export function skillsOf(sql: Sql, ids: readonly number[]): Promise<Of<{ readonly name: string }>[]> {
  return sql.query(`SELECT member_id AS memberId, name FROM skill ${inOrder(ids)}`, ids);
}

export function accomplishmentsOf(sql: Sql, ids: readonly number[]): Promise<Of<AccomplishmentEntry>[]> {
  return sql.query(
    `SELECT member_id AS memberId, title, description, \`date\`, url FROM accomplishment ${inOrder(ids)}`,
    ids,
  );
}
