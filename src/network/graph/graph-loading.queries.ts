import type { Sql } from '../../database/database';
import type { ConnectionsVisibility } from '../../members/settings.rules';

/** How large the graph is. Members without connections are not counted. */
export async function graphSize(sql: Sql): Promise<{ members: number; directions: number }> {
  const [row] = await sql.query<{ members: number; directions: number | null }>(
    `SELECT COUNT(*) AS members, CAST(SUM(connection_count) AS SIGNED) AS directions FROM member_state
     WHERE connection_count > 0`,
  );
  return { members: row?.members ?? 0, directions: Number(row?.directions ?? 0) };
}

export interface Connected {
  readonly id: number;
  readonly count: number;
}

/** Members who have connections, and how many: the next ones after an id. */
export function connectedMembers(sql: Sql, after: number, most: number): Promise<Connected[]> {
  return sql.query(
    `SELECT member_id AS id, connection_count AS count FROM member_state
     WHERE member_id > ? AND connection_count > 0 ORDER BY member_id LIMIT ${most}`,
    [after],
  );
}

export interface PeersRow {
  readonly id: number;
  readonly count: number;
  /** Ids, separated by commas; cut off where it is longer than the database makes a text. */
  readonly peers: string;
}

/** Whom the members from one id to another are connected with: a row for each of them, in the order of the primary key. */
export function peersBetween(sql: Sql, from: number, to: number): Promise<PeersRow[]> {
  return sql.query(
    `SELECT member_id AS id, COUNT(*) AS count, GROUP_CONCAT(peer_id) AS peers FROM connection
     WHERE member_id BETWEEN ? AND ? GROUP BY member_id`,
    [from, to],
  );
}

export async function peersOf(sql: Sql, member: number): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    'SELECT peer_id AS id FROM connection WHERE member_id = ? ORDER BY peer_id',
    [member],
  );
  return rows.map(({ id }) => id);
}

export interface BlockRow {
  readonly member: number;
  readonly peer: number;
}

/** Blocks in the order of the primary key: the next ones after one. */
export function blocksAfter(sql: Sql, { member, peer }: BlockRow, most: number): Promise<BlockRow[]> {
  return sql.query(
    `SELECT member_id AS member, peer_id AS peer FROM block
     WHERE member_id >= ? AND (member_id > ? OR peer_id > ?) ORDER BY member_id, peer_id LIMIT ${most}`,
    [member, member, peer],
  );
}

export interface ChoiceRow {
  readonly id: number;
  readonly shownTo: ConnectionsVisibility;
}

/** Members who do not show their connections to everyone: the next ones after an id. */
export function closedAfter(sql: Sql, after: number, most: number): Promise<ChoiceRow[]> {
  return sql.query(
    `SELECT member_id AS id, connections_visible_to AS shownTo FROM settings
     WHERE member_id > ? AND connections_visible_to <> 'EVERYONE' ORDER BY member_id LIMIT ${most}`,
    [after],
  );
}
