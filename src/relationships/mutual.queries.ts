import type { Sql } from '../database/database';
import { type MemberFacts, pairKey } from './relationship-state';

/**
 * Which of these pairs share a connection. Whoever holds the locks of both owns both lists, so it is true until the commit.
 * Asked about every invitation alike: the time it takes must not tell what its recipient has chosen. Walks the shorter of
 * the two lists, and looks each up in the other.
 */
export async function readMutual(
  sql: Sql,
  couples: readonly (readonly [one: number, other: number])[],
  members: ReadonlyMap<number, MemberFacts>,
): Promise<Set<string>> {
  const size = (id: number) => members.get(id)?.connectionCount ?? 0;
  const distinct = new Map(couples.map(([one, other]) => [pairKey(one, other), [one, other] as const]));
  const asked = [...distinct.values()].filter(([one, other]) => size(one) > 0 && size(other) > 0);
  if (asked.length === 0) return new Set();
  const rows = await sql.query<{ one: number; other: number }>(
    asked.map(() => SHARED).join(' UNION ALL '),
    asked.flatMap(([one, other]) => {
      const [few, many] = size(one) <= size(other) ? [one, other] : [other, one];
      return [one, other, many, few];
    }),
  );
  return new Set(rows.map(({ one, other }) => pairKey(one, other)));
}

const SHARED = `SELECT ? AS one, ? AS other WHERE EXISTS (SELECT 1 FROM connection f CROSS JOIN connection m
    ON m.member_id = ? AND m.peer_id = f.peer_id WHERE f.member_id = ?)`;
