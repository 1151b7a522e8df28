import type { Sql, SqlValue } from '../database/database';
import type { PageQuery } from '../graphql/page';

/** Whom a search asks for. All `prefixes` must begin some term of a member; the longest comes first. */
export interface Search {
  readonly viewerId: number;
  readonly prefixes: readonly [string, ...string[]];
  /** Who has terms for all of these comes first. */
  readonly preferred: readonly string[];
}

export interface Found {
  readonly id: number;
  readonly tier: number;
}

/** Begins behind every term that starts with the prefix. */
const end = (prefix: string): string => `${prefix}\u{10ffff}`;
const range = (prefix: string): string[] => [prefix, end(prefix)];

const HAS_TERM = 'EXISTS (SELECT 1 FROM member_term o WHERE o.member_id = t.member_id AND o.term >= ? AND o.term < ?)';

/**
 * The term with the longest prefix is read as one range of the primary key (term, member_id); every further one is looked up
 * by (member_id, term) for those found.
 */
function matching({ viewerId, prefixes: [first, ...others] }: Search): { text: string; parameters: SqlValue[] } {
  return {
    text: `FROM member_term t
       WHERE t.term >= ? AND t.term < ? ${others.map(() => `AND ${HAS_TERM}`).join(' ')}
         AND NOT EXISTS (SELECT 1 FROM block b WHERE b.member_id = t.member_id AND b.peer_id = ?)
         AND NOT EXISTS (SELECT 1 FROM block b WHERE b.member_id = ? AND b.peer_id = t.member_id)`,
    parameters: [...range(first), ...others.flatMap(range), viewerId, viewerId],
  };
}

export function foundMembers(sql: Sql, search: Search, page: PageQuery): Promise<Found[]> {
  const { text, parameters } = matching(search);
  const preferred = search.preferred.map(() => HAS_TERM).join(' AND ') || '1 = 0';
  return sql.query<Found>(
    `SELECT id, tier FROM (
       SELECT DISTINCT t.member_id AS id, CASE WHEN ${preferred} THEN 0 ELSE 1 END AS tier ${text}
     ) found WHERE ${page.where} ${page.orderBy}`,
    [...search.preferred.flatMap(range), ...parameters, ...page.parameters],
  );
}

export async function countFound(sql: Sql, search: Search): Promise<number> {
  const { text, parameters } = matching(search);
  const [row] = await sql.query<{ count: number }>(`SELECT COUNT(DISTINCT t.member_id) AS count ${text}`, parameters);
  return row?.count ?? 0;
}
