import type { Sql, SqlValue } from '../database/database';
import type { PageQuery } from '../graphql/page';

/** Whom a search asks for, and in which order to look at them. */
export interface Search {
  readonly viewerId: number;
  /** The beginning of the terms that are read in order. */
  readonly read: string;
  /** Beginnings of which each must have a term of the member. */
  readonly needed: readonly string[];
  /** Members with a term that begins so were given before. */
  readonly given: string | null;
}

export interface Found {
  readonly term: string;
  readonly id: number;
}

/** Terms that begin with a prefix lie between it and this. */
const end = (prefix: string): string => `${prefix}\u{10ffff}`;
const range = (prefix: string): string[] => [prefix, end(prefix)];

/** A scalar, since MariaDB would read all terms of the range first if this were an EXISTS. */
const TERM = '(SELECT 1 FROM member_term o WHERE o.member_id = t.member_id AND o.term >= ? AND o.term < ? LIMIT 1)';
const EARLIER_TERM =
  '(SELECT 1 FROM member_term o WHERE o.member_id = t.member_id AND o.term >= ? AND o.term < t.term LIMIT 1)';

/**
 * Reads one range of the primary key (term, member_id) in its order, until the page is full; for each row the other terms are
 * looked up by (member_id, term). A member with several terms in the range is found at the first of them.
 */
export function foundMembers(sql: Sql, search: Search, page: PageQuery): Promise<Found[]> {
  const { text, parameters } = matching(search);
  return sql.query<Found>(
    `SELECT t.term, t.member_id AS id ${text} AND ${EARLIER_TERM} IS NULL AND ${page.where} ${page.orderBy}`,
    [...parameters, search.read, ...page.parameters],
  );
}

export async function countFound(sql: Sql, search: Search): Promise<number> {
  const { text, parameters } = matching(search);
  const [row] = await sql.query<{ count: number }>(`SELECT COUNT(DISTINCT t.member_id) AS count ${text}`, parameters);
  return row?.count ?? 0;
}

function matching({ viewerId, read, needed, given }: Search): { text: string; parameters: SqlValue[] } {
  return {
    text: `FROM member_term t
      WHERE t.term >= ? AND t.term < ? ${needed.map(() => `AND ${TERM} IS NOT NULL`).join(' ')}
        ${given === null ? '' : `AND ${TERM} IS NULL`}
        AND (SELECT 1 FROM block b WHERE b.member_id = t.member_id AND b.peer_id = ?) IS NULL
        AND (SELECT 1 FROM block b WHERE b.member_id = ? AND b.peer_id = t.member_id) IS NULL`,
    parameters: [...[read, ...needed].flatMap(range), ...(given === null ? [] : range(given)), viewerId, viewerId],
  };
}

const ENOUGH = 1000;

/** The prefix with the fewest terms; of several with more than a thousand, the first. */
export async function rarest(sql: Sql, prefixes: readonly string[]): Promise<string | undefined> {
  if (prefixes.length < 2) return prefixes[0];
  const count = `(SELECT COUNT(*) FROM (SELECT 1 FROM member_term WHERE term >= ? AND term < ? LIMIT ${ENOUGH}) x)`;
  const [row] = await sql.query<{ place: number }>(
    `${prefixes.map((_, place) => `SELECT ${place} AS place, ${count} AS terms`).join(' UNION ALL ')} ORDER BY terms, place`,
    prefixes.flatMap(range),
  );
  return prefixes[row?.place ?? 0];
}
