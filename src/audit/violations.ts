import type { Sql } from '../database/database';
import type { Policy } from '../policy';
import { leftovers } from './leftovers';
import { brokenHistories } from './pair-histories';
import { brokenStreams } from './stream-invariants';
import { exceededQuotas, TABLE_INVARIANTS } from './table-invariants';

/** A promise that a row of the database breaks. `row` shows enough to find it. */
export interface Violation {
  readonly invariant: string;
  readonly row: unknown;
}

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
    ...(await brokenHistories(sql)),
    ...(await leftovers(sql)),
  ];
}
