import type { Sql } from '../database/database';
import type { LaneBatch } from './lane';

export interface LanePosition {
  readonly id: number;
  readonly seq: number;
  readonly tag: number;
  /** That of all streams; null before there is any. */
  readonly epoch: number | null;
}

export function lanePositions(sql: Sql): Promise<LanePosition[]> {
  return sql.query('SELECT l.id, l.seq, l.tag, s.epoch FROM lane l LEFT JOIN stream_lineage s ON s.id = 1');
}

/** Up to `most` batches of a lane from number `seq` on, in order. */
export async function batchesFrom(sql: Sql, lane: number, seq: number, most: number): Promise<LaneBatch[]> {
  const rows = await sql.query<{
    seq: number;
    tag: number;
    members: string;
    pairs: string;
    ended: string;
    chosen: string | null;
    erased: string | null;
  }>(
    `SELECT seq, tag, members, pairs, ended, chosen, erased FROM lane_batch WHERE lane_id = ? AND seq >= ? ORDER BY seq LIMIT ${most}`,
    [lane, seq],
  );
  return rows.map(({ seq: number, tag, members, pairs, ended, chosen, erased }) => ({
    lane,
    seq: number,
    tag,
    members: JSON.parse(members),
    pairs: JSON.parse(pairs),
    ended: JSON.parse(ended),
    chosen: JSON.parse(chosen ?? '[]'),
    erased: JSON.parse(erased ?? '[]'),
  }));
}
