import type { Sql } from '../database/database';
import { CONNECTED, HIGH_BLOCKS, LOW_BLOCKS, type PairNews } from '../events/lane';
import { RETENTION_LEASE } from '../retention/pruner';
import type { Violation } from './violations';

const LISTS = ['members', 'ended', 'chosen', 'erased'] as const;

/** Batches from then on are all there, but for those the pruner never saw. */
const KEPT_SINCE = `COALESCE((SELECT done_to FROM lease WHERE name = '${RETENTION_LEASE}'), 0)`;
const EVENTS = `SELECT member_id AS member, seq, created_at AS at FROM member_event WHERE created_at >= ${KEPT_SINCE}`;
const ERASED = `SELECT member_id AS member, 0 AS seq, erased_at AS at FROM erasure WHERE erased_at >= ${KEPT_SINCE}`;

/** Each sentence, the list of a batch that it is about, and who has to be in one of that time. */
const WORDS: Readonly<Record<string, readonly [list: (typeof LISTS)[number], who: string]>> = {
  'a lane carries word of every event': ['members', EVENTS],
  'a lane says whose sessions have ended': ['ended', `${EVENTS} AND kind = 'SESSION_ENDED' UNION ALL ${ERASED}`],
  'a lane says who has changed their settings': ['chosen', `${EVENTS} AND kind = 'SETTINGS_UPDATED'`],
  'a lane says who has been erased': ['erased', ERASED],
};
const OF_PAIRS = 'a lane says what stands between two since it last changed';

export const LANE_INVARIANTS: readonly string[] = [...Object.keys(WORDS), OF_PAIRS];

/** What a batch says, and when: the time of its transaction, which is that of the rows it wrote. */
type Batch = Readonly<Record<(typeof LISTS)[number] | 'pairs', string>> & { readonly at: number };

/**
 * Whatever is left of the time since the lanes were last pruned, and no batch carries word of. So a batch that is gone too early
 * is missed for what it said: how far a lane may begin behind its first number, the numbers alone do not show.
 */
export async function untoldByLanes(sql: Sql): Promise<Violation[]> {
  const told = { members: new Set(), ended: new Set(), chosen: new Set(), erased: new Set() };
  const latest = new Map<string, PairNews>();
  for (const batch of await sql.query<Batch>(BATCHES)) {
    for (const list of LISTS) {
      const ids: number[] = JSON.parse(batch[list]);
      for (const id of ids) told[list].add(`${id} ${batch.at}`);
    }
    const pairs: PairNews[] = JSON.parse(batch.pairs);
    for (const news of pairs) {
      const [low, high, , version] = news;
      if (version > (latest.get(`${low}:${high}`)?.[3] ?? 0)) latest.set(`${low}:${high}`, news);
    }
  }
  const found: Violation[] = [];
  for (const [invariant, [list, who]] of Object.entries(WORDS))
    for (const row of await sql.query<{ member: number; seq: number; at: number }>(who))
      if (!told[list].has(`${row.member} ${row.at}`)) found.push({ invariant, row });
  for (const row of await sql.query<PairRow>(PAIRS)) {
    const { low, high, standing, version } = row;
    const news = latest.get(`${low}:${high}`);
    if (news?.[2] !== standing || news[3] !== version) found.push({ invariant: OF_PAIRS, row: { ...row, news } });
  }
  return found;
}

// Of an earlier version of this program a batch does not say who has changed their settings, or has been erased.
const BATCHES = `
  SELECT created_at AS at, members, pairs, ended, COALESCE(chosen, members) AS chosen, COALESCE(erased, '[]') AS erased
  FROM lane_batch`;

interface PairRow {
  readonly low: number;
  readonly high: number;
  readonly standing: number;
  readonly version: number;
}

/** Pairs that changed so lately, by the last event about them on either side. */
const PAIRS = (['low', 'high'] as const)
  .map(
    (side) => `
  SELECT low_id AS low, high_id AS high, version, CASE WHEN connected_at IS NULL THEN 0 ELSE ${CONNECTED} END
    + CASE WHEN low_blocked_at IS NULL THEN 0 ELSE ${LOW_BLOCKS} END
    + CASE WHEN high_blocked_at IS NULL THEN 0 ELSE ${HIGH_BLOCKS} END AS standing
  FROM pair JOIN member_event ON member_id = ${side}_id AND seq = ${side}_seq AND created_at >= ${KEPT_SINCE}`,
  )
  .join(' UNION ');
