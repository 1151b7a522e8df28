import type { Sql, SqlValue } from '../../database/database';
import { marks } from '../../database/rows';

/** BLOCKED either way, DISMISSED and INVITED by the viewer; RECENT are the viewer's latest connections. */
export type Standing = 'BLOCKED' | 'DISMISSED' | 'INVITED' | 'RECENT';

const MOST_DISMISSED = 5000;
const MOST_INVITED = 500;
const MOST_RECENT = 200;

/** Those of whom a walk must know beforehand. Each part is read by an index, up to a limit: what is beyond, `eligible` finds. */
export function standings(
  sql: Sql,
  viewer: number,
  { at, recentSince }: { readonly at: number; readonly recentSince: number },
): Promise<{ readonly id: number; readonly standing: Standing }[]> {
  return sql.query(
    `SELECT peer_id AS id, 'BLOCKED' AS standing FROM block WHERE member_id = ?
     UNION ALL SELECT member_id AS id, 'BLOCKED' AS standing FROM block WHERE peer_id = ?
     UNION ALL SELECT * FROM (SELECT peer_id AS id, 'DISMISSED' AS standing FROM suggestion_dismissal
       WHERE member_id = ? LIMIT ${MOST_DISMISSED}) AS dismissed
     UNION ALL SELECT * FROM (SELECT recipient_id AS id, 'INVITED' AS standing FROM invitation
       WHERE sender_id = ? AND sender_status = 'PENDING' AND expires_at > ? ORDER BY sent_at DESC, id DESC LIMIT ${MOST_INVITED}) AS invited
     UNION ALL SELECT * FROM (SELECT peer_id AS id, 'RECENT' AS standing FROM connection
       WHERE member_id = ? AND connected_at >= ? ORDER BY connected_at DESC, peer_id DESC LIMIT ${MOST_RECENT}) AS recent`,
    [viewer, viewer, viewer, viewer, at, viewer, recentSince],
  );
}

export interface Eligible {
  readonly id: number;
  readonly industry: string | null;
  readonly location: string | null;
}

/** At what time, and how long one waits after withdrawing an invitation; milliseconds. */
export interface Moment {
  readonly at: number;
  readonly cooldown: number;
}

/**
 * Those of the members who may be suggested to the viewer now. Left out: the erased, the dismissed, whoever has blocked or is
 * blocked, is connected, has an open invitation from or to the viewer (whatever was done with it in silence), whom the viewer
 * may not invite again yet, and whom they said they don't know. What a recipient did in silence does not change the row of an
 * open invitation's sender: it is open either way.
 */
export function eligible(sql: Sql, viewer: number, ids: readonly number[], moment: Moment): Promise<Eligible[]> {
  const parts = [
    { ids: ids.filter((id) => id < viewer), peer: 'low', mine: 'high' },
    { ids: ids.filter((id) => id > viewer), peer: 'high', mine: 'low' },
  ].filter((part) => part.ids.length > 0);
  if (parts.length === 0) return Promise.resolve([]);
  return sql.query(
    parts.map(eligiblePart).join(' UNION ALL '),
    parts.flatMap((part): SqlValue[] => [...[viewer, viewer, ...part.ids, moment.at, moment.at - moment.cooldown]]),
  );
}

const eligiblePart = ({ ids, peer, mine }: { ids: readonly number[]; peer: string; mine: string }): string =>
  `SELECT m.id, m.industry, m.location FROM member m
   JOIN member_state s ON s.member_id = m.id
   LEFT JOIN pair p ON p.${peer}_id = m.id AND p.${mine}_id = ?
   LEFT JOIN suggestion_dismissal d ON d.member_id = ? AND d.peer_id = m.id
   WHERE m.id IN (${marks(ids.length)}) AND s.erased_at IS NULL AND d.peer_id IS NULL
     AND (p.low_id IS NULL OR (p.connected_at IS NULL AND p.low_blocked_at IS NULL AND p.high_blocked_at IS NULL
       AND (p.open_id IS NULL OR p.open_expires_at <= ?)
       AND (p.${mine}_withdrew_at IS NULL OR p.${mine}_withdrew_at <= ?) AND p.${peer}_unknown = 0))`;

/** Invitations that are open to their senders, whatever their recipients did, sent since then, by recipient. Index `invitations_received`. */
export function openInvitations(
  sql: Sql,
  members: readonly number[],
  since: number,
): Promise<{ readonly id: number; readonly count: number }[]> {
  return sql.query(
    `SELECT recipient_id AS id, COUNT(*) AS count FROM invitation
     WHERE recipient_id IN (${marks(members.length)}) AND recipient_status IN ('PENDING', 'FILED', 'DECLINED', 'DROPPED')
       AND sent_at >= ? AND sender_status = 'PENDING' GROUP BY recipient_id`,
    [...members, since],
  );
}

/** A line of a profile: a job, a time at a school, or a skill. Dates are partial. */
export interface ProfileLine {
  readonly id: number;
  readonly kind: 'JOB' | 'SCHOOL' | 'SKILL';
  readonly name: string;
  readonly since: string | null;
  readonly until: string | null;
}

/** What members can have in common, in the order of their profiles; by the primary keys of three tables. */
export function profileLines(sql: Sql, members: readonly number[]): Promise<ProfileLine[]> {
  const of = `WHERE member_id IN (${marks(members.length)})`;
  return sql.query(
    `SELECT member_id AS id, 'JOB' AS kind, company AS name, started_on AS since, ended_on AS until, ordinal AS ordinal
       FROM \`position\` ${of}
     UNION ALL SELECT member_id, 'SCHOOL', school, started_on, ended_on, ordinal FROM education ${of}
     UNION ALL SELECT member_id, 'SKILL', name, NULL, NULL, ordinal FROM skill ${of} ORDER BY ordinal`,
    [...members, ...members, ...members],
  );
}

export function isDismissed(sql: Sql, viewer: number, peer: number): Promise<{ readonly peer_id: number }[]> {
  return sql.query('SELECT peer_id FROM suggestion_dismissal WHERE member_id = ? AND peer_id = ?', [viewer, peer]);
}
