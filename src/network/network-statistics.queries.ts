import type { Sql } from '../database/database';

const WEEK = 7 * 86_400_000;
/** The epoch began on a Thursday; weeks begin on Mondays. */
const FIRST_MONDAY = 4 * 86_400_000;

export interface GrowthRow {
  readonly weekStart: number;
  readonly added: number;
}

/** The beginning of the week of a time, in UTC. */
export const weekOf = (at: number): number => at - ((at - FIRST_MONDAY) % WEEK);

/** How many of the present connections came in each week from one on; weeks without any are left out. */
export function growthSince(sql: Sql, viewer: number, from: number): Promise<GrowthRow[]> {
  return sql.query(
    `SELECT connected_at - (connected_at - ${FIRST_MONDAY}) % ${WEEK} AS weekStart, COUNT(*) AS added FROM connection
     WHERE member_id = ? AND connected_at >= ? GROUP BY weekStart ORDER BY weekStart`,
    [viewer, from],
  );
}

export const weekBefore = (week: number, weeks: number): number => week - weeks * WEEK;

export interface ShareRow {
  readonly name: string;
  readonly count: number;
}

/** The most frequent industries among the viewer's connections. */
export function industriesOf(sql: Sql, viewer: number, most: number): Promise<ShareRow[]> {
  return sql.query(
    `SELECT m.industry AS name, COUNT(*) AS count FROM connection c JOIN member m ON m.id = c.peer_id
     WHERE c.member_id = ? AND m.industry IS NOT NULL GROUP BY m.industry ORDER BY count DESC, name LIMIT ${most}`,
    [viewer],
  );
}

/** The most frequent present employers among the viewer's connections. */
export function companiesOf(sql: Sql, viewer: number, most: number): Promise<ShareRow[]> {
  return sql.query(
    `SELECT p.company AS name, COUNT(DISTINCT c.peer_id) AS count FROM connection c
     JOIN \`position\` p ON p.member_id = c.peer_id AND p.ended_on IS NULL
     WHERE c.member_id = ? GROUP BY p.company ORDER BY count DESC, name LIMIT ${most}`,
    [viewer],
  );
}
