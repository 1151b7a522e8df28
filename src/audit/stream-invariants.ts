import type { Sql } from '../database/database';
import { RETENTION_LEASE } from '../retention/pruner';
import type { Violation } from './violations';

/** Each sentence holds when its query finds nothing. Valid on every engine. */
export const STREAM_INVARIANTS = {
  'a stream has every number from its floor to its end': `
    SELECT s.member_id, s.floor_seq, s.last_seq, COUNT(e.seq) AS events, MIN(e.seq) AS first, MAX(e.seq) AS last
    FROM member_state s LEFT JOIN member_event e ON e.member_id = s.member_id AND e.seq > s.floor_seq
    GROUP BY s.member_id, s.floor_seq, s.last_seq
    HAVING COUNT(e.seq) <> s.last_seq - s.floor_seq OR MAX(e.seq) <> s.last_seq OR MIN(e.seq) <> s.floor_seq + 1`,
  'the last tag is that of the last event': `
    SELECT s.member_id, s.last_tag, e.tag FROM member_state s
    LEFT JOIN member_event e ON e.member_id = s.member_id AND e.seq = s.last_seq
    WHERE s.last_tag <> CASE WHEN s.last_seq = s.floor_seq THEN s.floor_tag ELSE COALESCE(e.tag, 0) END`,
  'a change tells a member once': `
    SELECT change_id, member_id FROM member_event GROUP BY change_id, member_id HAVING COUNT(*) > 1`,
  'a lane has every number up to its head': `
    SELECT l.id, l.seq, COUNT(b.seq) AS batches, MIN(b.seq) AS first, MAX(b.seq) AS last
    FROM lane l LEFT JOIN lane_batch b ON b.lane_id = l.id
    GROUP BY l.id, l.seq HAVING COALESCE(MAX(b.seq), 0) <> l.seq OR COUNT(b.seq) <> COALESCE(MAX(b.seq) - MIN(b.seq) + 1, 0)
      OR (MIN(b.seq) > 1 AND NOT EXISTS (SELECT 1 FROM lease WHERE name = '${RETENTION_LEASE}' AND done_to > 0))`,
  "a lane's tag is that of its last batch": `
    SELECT l.id, l.tag, b.tag AS truth FROM lane l JOIN lane_batch b ON b.lane_id = l.id AND b.seq = l.seq WHERE b.tag <> l.tag`,
} as const;

/** What is wrong with streams, lanes and idempotency keys. */
export async function brokenStreams(sql: Sql): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [invariant, text] of Object.entries(STREAM_INVARIANTS))
    for (const row of await sql.query(text)) found.push({ invariant, row });
  return [...found, ...(await keysWithoutTheirChange(sql))];
}

export const ONE_KEY = 'one key, one change';

/** A key remembers a change that happened, and no two keys the same one. */
async function keysWithoutTheirChange(sql: Sql): Promise<Violation[]> {
  const keys = await sql.query<{ member: number; token: string; outcome: string }>(
    'SELECT member_id AS member, token, outcome FROM idempotency_key',
  );
  const events = await sql.query<{ id: number }>('SELECT DISTINCT change_id AS id FROM member_event');
  const changes = new Set(events.map(({ id }) => id));
  return keys.flatMap((row) => {
    const { change }: { change?: number } = JSON.parse(row.outcome);
    // Taken out when found: the next key that names it is one too many.
    return change === undefined || changes.delete(change) ? [] : [{ invariant: ONE_KEY, row }];
  });
}
