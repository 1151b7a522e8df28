import type { Sql, Tx } from '../database/database';
import { marks } from '../database/rows';
import type { Ordering, PageQuery } from '../graphql/page';
import type { NotificationKind } from '../relationships/notification-kinds';

export interface NotificationRow {
  readonly id: number;
  readonly kind: NotificationKind;
  readonly actor_id: number | null;
  readonly invitation_id: number | null;
  readonly created_at: number;
  readonly read_at: number | null;
}

/** Index `notifications_by_time`. The unread alone have a list, and cursors, of their own: index `notifications_unread`. */
export const NEWEST: Ordering = { name: 'notifications', columns: ['n.created_at', 'n.id'], descending: true };
export const NEWEST_UNREAD: Ordering = { ...NEWEST, name: 'notifications:unread' };

const COLUMNS = 'n.id, n.kind, n.actor_id, n.invitation_id, n.created_at, n.read_at';
const UNREAD = 'n.read_at IS NULL';

export function notificationPage(
  sql: Sql,
  owner: number,
  unreadOnly: boolean,
  page: PageQuery,
): Promise<NotificationRow[]> {
  return sql.query(
    `SELECT ${COLUMNS} FROM notification n
     WHERE n.member_id = ? ${unreadOnly ? `AND ${UNREAD}` : ''} AND ${page.where} ${page.orderBy}`,
    [owner, ...page.parameters],
  );
}

export async function countNotifications(sql: Sql, owner: number, unreadOnly: boolean): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT COUNT(*) AS count FROM notification n WHERE n.member_id = ? ${unreadOnly ? `AND ${UNREAD}` : ''}`,
    [owner],
  );
  return row?.count ?? 0;
}

/** Those of the notifications that are the owner's. */
export function notificationsById(sql: Sql, owner: number, ids: readonly number[]): Promise<NotificationRow[]> {
  return sql.query(`SELECT ${COLUMNS} FROM notification n WHERE n.id IN (${marks(ids.length)}) AND n.member_id = ?`, [
    ...ids,
    owner,
  ]);
}

export async function markRead(tx: Tx, owner: number, ids: readonly number[], at: number): Promise<void> {
  await tx.run(
    `UPDATE notification SET read_at = ? WHERE member_id = ? AND read_at IS NULL AND id IN (${marks(ids.length)})`,
    [at, owner, ...ids],
  );
}

/** This one and all that come after it in the list. */
export async function markReadUpTo(
  tx: Tx,
  owner: number,
  { id, created_at }: Pick<NotificationRow, 'id' | 'created_at'>,
  at: number,
): Promise<void> {
  await tx.run(
    `UPDATE notification SET read_at = ?
     WHERE member_id = ? AND read_at IS NULL AND (created_at < ? OR (created_at = ? AND id <= ?))`,
    [at, owner, created_at, created_at, id],
  );
}
