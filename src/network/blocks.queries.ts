import type { Sql } from '../database/database';
import type { PageQuery } from '../graphql/page';

export interface BlockRow {
  readonly peer_id: number;
  readonly blocked_at: number;
}

export function blockedMembers(sql: Sql, viewer: number, page: PageQuery): Promise<BlockRow[]> {
  return sql.query(
    `SELECT b.peer_id, b.blocked_at FROM block b WHERE b.member_id = ? AND ${page.where} ${page.orderBy}`,
    [viewer, ...page.parameters],
  );
}

export async function countBlocked(sql: Sql, viewer: number): Promise<number> {
  const [row] = await sql.query<{ count: number }>('SELECT COUNT(*) AS count FROM block WHERE member_id = ?', [viewer]);
  return row?.count ?? 0;
}
