import type { Sql } from '../database/database';
import type { Policy } from '../policy';
import { LANE_INVARIANTS, untoldByLanes } from './lane-words';
import { leftovers, NOTHING_LEFT, TOMBSTONES } from './leftovers';
import { OWN_INVARIANTS, strayOwnEvents } from './own-events';
import { brokenHistories, HISTORY_INVARIANTS } from './pair-histories';
import { brokenStreams, ONE_KEY, STREAM_INVARIANTS } from './stream-invariants';
import { exceededQuotas, QUOTA_INVARIANTS, TABLE_INVARIANTS } from './table-invariants';

/** A promise that a row of the database breaks. `row` shows enough to find it. */
export interface Violation {
  readonly invariant: string;
  readonly row: unknown;
}

/** All that is looked at. */
export const INVARIANTS: readonly string[] = [
  ...[TABLE_INVARIANTS, STREAM_INVARIANTS, OWN_INVARIANTS, TOMBSTONES].flatMap((sentences) => Object.keys(sentences)),
  ...[...QUOTA_INVARIANTS, ...LANE_INVARIANTS, ...HISTORY_INVARIANTS, ONE_KEY, NOTHING_LEFT],
];

/**
 * Reads a database of any engine and returns everything in it that breaks an invariant. While others write, give it a
 * snapshot: the tables are read one after the other. It holds all events in memory while it compares.
 */
export async function violations(sql: Sql, policy: Policy): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [invariant, text] of Object.entries(TABLE_INVARIANTS))
    for (const row of await sql.query(text)) found.push({ invariant, row });
  return [
    ...found,
    ...(await exceededQuotas(sql, policy)),
    ...(await brokenStreams(sql)),
    ...(await untoldByLanes(sql)),
    ...(await strayOwnEvents(sql)),
    ...(await brokenHistories(sql)),
    ...(await leftovers(sql)),
  ];
}
