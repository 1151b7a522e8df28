import type { Sql, SqlValue } from '../database/database';
import { marks } from '../database/rows';
import type { Ordering, PageQuery } from '../graphql/page';

/** A connection as a list shows it. `reason` and `note` only on the viewer's own. */
export interface ConnectionRow {
  readonly peer_id: number;
  readonly connected_at: number;
  readonly reason: string | null;
  readonly note: string | null;
}

/** Index `connections_by_time`. */
export const NEWEST: Ordering = {
  name: 'connections',
  columns: ['c.connected_at', 'c.peer_id'],
  descending: true,
};

/** The same index, from the other end. */
export const OLDEST: Ordering = { ...NEWEST, name: 'connections:oldest', descending: false };

/** Sorts after every text. */
const LAST = '\u{10ffff}';
const firstOf = (table: 'position' | 'skill', column: string): string =>
  `COALESCE((SELECT LOWER(x.${column}) FROM \`${table}\` x WHERE x.member_id = c.peer_id ORDER BY x.ordinal LIMIT 1), '${LAST}')`;

/**
 * No index can hold a member's connections by what the others call themselves, so every page reads and sorts the whole list,
 * of at most as many people as a network may hold: about a millisecond for 500, some 50 for 30,000.
 */
export const BY_TEXT = {
  NAME: byText('name', 'LOWER(m.name)'),
  COMPANY: byText('company', firstOf('position', 'company')),
  SKILL: byText('skill', firstOf('skill', 'name')),
  INDUSTRY: byText('industry', `COALESCE(LOWER(m.industry), '${LAST}')`),
} as const;

function byText(name: string, text: string): Ordering {
  return { name: `connections:${name}`, columns: [text, 'c.peer_id'], descending: false };
}

const WITH_INVITATION = 'LEFT JOIN invitation i ON i.id = c.invitation_id';
/** A scalar, since MariaDB would read everybody's terms of the range first if this were an EXISTS. */
const HAS_TERM =
  '(SELECT 1 FROM member_term t WHERE t.member_id = c.peer_id AND t.term >= ? AND t.term < ? LIMIT 1) IS NOT NULL';

/** Conditions that a term of the other member begins with each of the prefixes. Index `terms_of_member`. */
function found(prefixes: readonly string[]): { where: string; parameters: string[] } {
  return {
    where: ['1 = 1', ...prefixes.map(() => HAS_TERM)].join(' AND '),
    parameters: prefixes.flatMap((prefix) => [prefix, `${prefix}\u{10ffff}`]),
  };
}

/** A page of the viewer's own connections, ordered by `NEWEST` or `OLDEST`. */
export function connectionsByTime(
  sql: Sql,
  viewer: number,
  prefixes: readonly string[],
  page: PageQuery,
): Promise<ConnectionRow[]> {
  const { where, parameters } = found(prefixes);
  return sql.query(
    `SELECT c.peer_id, c.connected_at, i.reason, i.note FROM connection c ${WITH_INVITATION}
     WHERE c.member_id = ? AND ${where} AND ${page.where} ${page.orderBy}`,
    [viewer, ...parameters, ...page.parameters],
  );
}

export type SortedRow = ConnectionRow & { readonly sorted: string };

/** A page of the viewer's own connections in one of the orders of `BY_TEXT`. */
export function connectionsByText(
  sql: Sql,
  viewer: number,
  prefixes: readonly string[],
  page: PageQuery,
): Promise<SortedRow[]> {
  const { where, parameters } = found(prefixes);
  return sql.query(
    `SELECT c.peer_id, c.connected_at, i.reason, i.note, ${page.ordering.columns[0]} AS sorted
     FROM connection c JOIN member m ON m.id = c.peer_id ${WITH_INVITATION}
     WHERE c.member_id = ? AND ${where} AND ${page.where} ${page.orderBy}`,
    [viewer, ...parameters, ...page.parameters],
  );
}

export async function countConnections(sql: Sql, viewer: number, prefixes: readonly string[]): Promise<number> {
  const { where, parameters } = found(prefixes);
  const [row] =
    prefixes.length === 0
      ? await sql.query<{ count: number }>('SELECT connection_count AS count FROM member_state WHERE member_id = ?', [
          viewer,
        ])
      : await sql.query<{ count: number }>(
          `SELECT COUNT(*) AS count FROM connection c WHERE c.member_id = ? AND ${where}`,
          [viewer, ...parameters],
        );
  return row?.count ?? 0;
}

/** The viewer's connections with these members, for those that stand. */
export function connectionsTo(sql: Sql, viewer: number, peers: readonly number[]): Promise<ConnectionRow[]> {
  return sql.query(
    `SELECT c.peer_id, c.connected_at, i.reason, i.note FROM connection c ${WITH_INVITATION}
     WHERE c.member_id = ? AND c.peer_id IN (${marks(peers.length)})`,
    [viewer, ...peers],
  );
}

/** A page of somebody's connections: `member`'s, ordered by `NEWEST`. */
export interface ListOf {
  readonly member: number;
  readonly page: PageQuery;
}

/** Pages of several members' lists in one statement, each by its index. `list` says which of the lists a row is of. */
export function connectionsOf(
  sql: Sql,
  viewer: number,
  lists: readonly ListOf[],
  hidden: readonly number[],
): Promise<(ConnectionRow & { readonly list: number })[]> {
  const unseen = hidden.length > 0 ? `AND c.peer_id NOT IN (${marks(hidden.length)})` : '';
  const parts = lists.map(
    ({ page }, list) =>
      `SELECT * FROM (SELECT ${list} AS list, c.peer_id, c.connected_at, i.reason, i.note FROM connection c
         LEFT JOIN invitation i ON i.id = c.invitation_id AND c.member_id = ?
         WHERE c.member_id = ? ${unseen} AND ${page.where} ${page.orderBy}) AS list${list}`,
  );
  return sql.query(
    parts.join(' UNION ALL '),
    lists.flatMap(({ member, page }): SqlValue[] => [viewer, member, ...hidden, ...page.parameters]),
  );
}
