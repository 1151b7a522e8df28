import type { Sql } from '../../database/database';
import { marks } from '../../database/rows';
import type { ConnectionsVisibility } from '../../members/settings.rules';
import { LEAVING } from '../../relationships/erasure.queries';

export async function listsOf(sql: Sql, members: readonly number[]): Promise<Map<number, Float64Array>> {
  const rows = await sql.query<{ id: number; peer: number }>(
    `SELECT member_id AS id, peer_id AS peer FROM connection
     WHERE member_id IN (${marks(members.length)}) AND peer_id NOT IN (${LEAVING})
     ORDER BY member_id, peer_id`,
    members,
  );
  const lists = new Map<number, number[]>();
  for (const { id, peer } of rows) {
    const list = lists.get(id);
    if (list) list.push(peer);
    else lists.set(id, [peer]);
  }
  return new Map([...lists].map(([id, peers]) => [id, Float64Array.from(peers)]));
}

/** Who of these may see whose list is in the settings. */
export async function visibilities(
  sql: Sql,
  members: readonly number[],
): Promise<ReadonlyMap<number, ConnectionsVisibility>> {
  if (members.length === 0) return new Map();
  const rows = await sql.query<{ id: number; shownTo: ConnectionsVisibility }>(
    `SELECT member_id AS id, connections_visible_to AS shownTo FROM settings WHERE member_id IN (${marks(members.length)})`,
    members,
  );
  return new Map(rows.map(({ id, shownTo }) => [id, shownTo]));
}

const except = (column: string, hidden: readonly number[]): string =>
  hidden.length > 0 ? `AND ${column} NOT IN (${marks(hidden.length)})` : '';

/** Those of the members who have a connection with somebody who has a connection with one of the viewer's. */
export async function threeAway(
  sql: Sql,
  viewer: number,
  members: readonly number[],
  hidden: readonly number[],
): Promise<ReadonlySet<number>> {
  if (members.length === 0) return new Set();
  // A scalar for each member ends at the first way found.
  const rows = await sql.query<{ id: number }>(
    `SELECT t.member_id AS id FROM settings t WHERE t.member_id IN (${marks(members.length)}) AND
       (SELECT 1 FROM connection a JOIN settings w ON w.member_id = a.peer_id
          JOIN connection b ON b.member_id = a.peer_id
          JOIN connection c ON c.member_id = ? AND c.peer_id = b.peer_id
        WHERE a.member_id = t.member_id ${except('a.peer_id', hidden)}
          AND (t.connections_visible_to = 'EVERYONE' OR w.connections_visible_to = 'EVERYONE') LIMIT 1) IS NOT NULL`,
    [...members, viewer, ...hidden],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The first ways over two people, both of whom show the viewer their lists. */
export function waysOverTwo(
  sql: Sql,
  viewer: number,
  { member, most }: { readonly member: number; readonly most: number },
  hidden: readonly number[],
): Promise<{ near: number; way: number }[]> {
  return sql.query(
    `SELECT c.peer_id AS near, a.peer_id AS way FROM connection a
       JOIN settings w ON w.member_id = a.peer_id AND w.connections_visible_to = 'EVERYONE'
       JOIN connection b ON b.member_id = a.peer_id
       JOIN connection c ON c.member_id = ? AND c.peer_id = b.peer_id
       JOIN settings n ON n.member_id = c.peer_id AND n.connections_visible_to <> 'ONLY_ME'
     WHERE a.member_id = ? ${except('a.peer_id', hidden)} ORDER BY c.peer_id, a.peer_id LIMIT ${most}`,
    [viewer, member, ...hidden],
  );
}

/** Everybody connected with one of these over a connection that the viewer may know of, who is not among their own. */
export async function knownPeers(sql: Sql, members: readonly number[], all: boolean): Promise<number[]> {
  const known = all
    ? ''
    : `JOIN settings m ON m.member_id = c.member_id JOIN settings p ON p.member_id = c.peer_id
         AND (m.connections_visible_to = 'EVERYONE' OR p.connections_visible_to = 'EVERYONE')`;
  const rows = await sql.query<{ id: number }>(
    `SELECT DISTINCT c.peer_id AS id FROM connection c ${known} WHERE c.member_id IN (${marks(members.length)})`,
    members,
  );
  return rows.map(({ id }) => id);
}
