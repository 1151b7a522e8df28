import type { Sql, SqlValue } from '../database/database';
import { marks } from '../database/rows';
import type { PageQuery } from '../graphql/page';
import type { InvitationRow, InvitationStatus, InvitationTray } from './invitation.rules';

/** Seen by `?` (four times): their sequence number of the pair, and whether the other has blocked them. */
const SELECT = `SELECT i.id, i.sender_id, i.recipient_id, i.reason, i.context, i.note, i.sender_status, i.recipient_status,
    i.sent_at, i.answered_at, i.expires_at, i.snoozed_until, i.question, i.asked_at, i.reply, i.replied_at,
    CASE WHEN p.low_id = ? THEN p.low_seq ELSE p.high_seq END AS as_of,
    CASE WHEN p.low_id = ? THEN p.high_blocked_at ELSE p.low_blocked_at END AS blocked_at`;
const FROM = `FROM invitation i JOIN pair p
    ON p.low_id = CASE WHEN i.sender_id < i.recipient_id THEN i.sender_id ELSE i.recipient_id END
   AND p.high_id = CASE WHEN i.sender_id < i.recipient_id THEN i.recipient_id ELSE i.sender_id END`;
const NOT_BLOCKED = `(CASE WHEN p.low_id = ? THEN p.high_blocked_at ELSE p.low_blocked_at END) IS NULL`;

/** Invitations of which the viewer is sender or recipient. For the same said with OR, SQLite walks through all that they ever received. */
export function invitationsById(sql: Sql, viewer: number, ids: readonly number[]): Promise<InvitationRow[]> {
  return sql.query(`${SELECT} ${FROM} WHERE i.id IN (${marks(ids.length)}) AND ? IN (i.sender_id, i.recipient_id)`, [
    ...[viewer, viewer, ...ids, viewer],
  ]);
}

/** Conditions on the invitation table, with their values. */
export interface Condition {
  readonly where: string;
  readonly parameters: readonly SqlValue[];
}

/** Which of the invitations a member received. */
export interface ReceivedChoice {
  readonly status: 'PENDING' | 'ACCEPTED' | 'DECLINED';
  readonly tray: InvitationTray;
  readonly hasNote?: boolean | null | undefined;
  readonly hasMutualConnections?: boolean | null | undefined;
  readonly reasons?: readonly string[] | null | undefined;
  readonly sentBefore?: number | null | undefined;
}

/**
 * What the viewer has received, may see, and has chosen. Walks index `invitations_received` in its order, so a page costs what
 * it passes over of the viewer's own list, however many invitations there are.
 */
export function received(viewer: number, choice: ReceivedChoice, at: number): Condition {
  const { hasNote, hasMutualConnections, reasons, sentBefore } = choice;
  const parts: (readonly [text: string, ...values: SqlValue[]])[] = [
    ['i.recipient_id = ?', viewer],
    ...where(choice, at),
  ];
  if (hasNote !== undefined && hasNote !== null) parts.push([`i.note IS ${hasNote ? 'NOT ' : ''}NULL`]);
  if (typeof hasMutualConnections === 'boolean')
    parts.push([`${MUTUAL} IS ${hasMutualConnections ? 'NOT ' : ''}NULL`, viewer]);
  if (reasons && reasons.length > 0) parts.push([`i.reason IN (${marks(reasons.length)})`, ...reasons]);
  if (typeof sentBefore === 'number') parts.push(['i.sent_at < ?', sentBefore]);
  return {
    where: parts.map(([text]) => text).join(' AND '),
    parameters: parts.flatMap(([, ...values]) => values),
  };
}

/** Not EXISTS, which may be turned into a join of all that the viewer's connections know, in an order of its own. */
const MUTUAL = `(SELECT 1 FROM connection s CROSS JOIN connection v ON v.member_id = ? AND v.peer_id = s.peer_id
    WHERE s.member_id = i.sender_id LIMIT 1)`;

function where({ status, tray }: ReceivedChoice, at: number): (readonly [text: string, ...values: SqlValue[]])[] {
  if (status !== 'PENDING') return [['i.recipient_status = ?', status]];
  const inTime = ['i.expires_at > ?', at] as const;
  if (tray === 'SNOOZED') return [["i.recipient_status IN ('PENDING', 'FILED')"], ['i.snoozed_until > ?', at], inTime];
  const waking = ['(i.snoozed_until IS NULL OR i.snoozed_until <= ?)', at] as const;
  return [['i.recipient_status = ?', tray === 'OTHER' ? 'FILED' : 'PENDING'], waking, inTime];
}

/** What the viewer has sent, of all statuses or one. Index `invitations_sent`. */
export function sent(viewer: number, status: InvitationStatus | undefined, at: number): Condition {
  const where = 'i.sender_id = ?';
  switch (status) {
    case undefined:
      return { where, parameters: [viewer] };
    case 'PENDING':
      return { where: `${where} AND i.sender_status = 'PENDING' AND i.expires_at > ?`, parameters: [viewer, at] };
    case 'EXPIRED':
      return {
        where: `${where} AND (i.sender_status = 'EXPIRED' OR (i.sender_status = 'PENDING' AND i.expires_at <= ?))`,
        parameters: [viewer, at],
      };
    default:
      return { where: `${where} AND i.sender_status = ?`, parameters: [viewer, status] };
  }
}

export function invitationPage(
  sql: Sql,
  viewer: number,
  condition: Condition,
  page: PageQuery,
): Promise<InvitationRow[]> {
  return sql.query(`${SELECT} ${FROM} WHERE ${condition.where} AND ${NOT_BLOCKED} AND ${page.where} ${page.orderBy}`, [
    ...[viewer, viewer, ...condition.parameters, viewer, ...page.parameters],
  ]);
}

export async function invitationCount(sql: Sql, viewer: number, condition: Condition): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT COUNT(*) AS count ${FROM} WHERE ${condition.where} AND ${NOT_BLOCKED}`,
    [...condition.parameters, viewer],
  );
  return row?.count ?? 0;
}

/** An invitation to which something is to happen, and since when. */
export interface DueInvitation {
  readonly id: number;
  readonly sender: number;
  readonly recipient: number;
  readonly since: number;
}

/**
 * Open invitations whose time was over between two moments, oldest first. Index `invitations_due`. Whoever has done some goes
 * on from the last one's `since`: what was done before stays in the way in the index until the database has swept up.
 */
export function dueInvitations(sql: Sql, from: number, until: number, most: number): Promise<DueInvitation[]> {
  return sql.query(
    `SELECT id, sender_id AS sender, recipient_id AS recipient, open_until AS since
     FROM invitation WHERE open_until >= ? AND open_until <= ? ORDER BY open_until LIMIT ${most}`,
    [from, until],
  );
}

/** Open invitations that were to come before their recipients again, likewise. Index `pairs_to_return`. */
export function dueReturns(sql: Sql, from: number, until: number, most: number): Promise<DueInvitation[]> {
  return sql.query(
    `SELECT open_id AS id, open_sender_id AS sender, low_id + high_id - open_sender_id AS recipient,
       open_return_at AS since FROM pair WHERE open_return_at >= ? AND open_return_at <= ?
     ORDER BY open_return_at LIMIT ${most}`,
    [from, until],
  );
}

export interface AllowanceRow {
  readonly created_at: number;
  readonly open: number;
  readonly day: number;
  readonly day_oldest: number | null;
  readonly week: number;
  readonly week_oldest: number | null;
}

/** What a member has sent since `day` and since `week` (times), and has open. */
export async function readAllowance(sql: Sql, member: number, day: number, week: number): Promise<AllowanceRow> {
  const [row] = await sql.query<AllowanceRow>(
    `SELECT s.created_at, s.open_sent_count AS open, COUNT(i.id) AS week, MIN(i.sent_at) AS week_oldest,
       COUNT(CASE WHEN i.sent_at > ? THEN 1 END) AS day, MIN(CASE WHEN i.sent_at > ? THEN i.sent_at END) AS day_oldest
     FROM member_state s
     LEFT JOIN invitation i ON i.sender_id = s.member_id AND i.sent_at > ? AND i.origin = 'DIRECT'
     WHERE s.member_id = ? GROUP BY s.created_at, s.open_sent_count`,
    [day, day, week, member],
  );
  if (!row) throw new Error('A signed-in member has no state.');
  return row;
}
