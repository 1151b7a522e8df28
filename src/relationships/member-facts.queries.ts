import type { Sql, Tx } from '../database/database';
import { marks } from '../database/rows';
import type { Admission, WhoMayInvite } from './admission.rules';
import { DAY, WEEK } from './inviting.rules';
import type { MemberFacts } from './relationship-state';
import { STANDING_COLUMNS, type StandingRow, standingOf } from './standing.queries';

/** The part of a member's state that says whom they admit. */
export interface AdmissionRow {
  readonly asks: number;
  readonly who_may_invite: WhoMayInvite | null;
  readonly daily_intake: number | null;
  readonly paused_until: number | null;
  readonly drops_unadmitted: number;
}

export const ADMISSION_COLUMNS = 'asks, who_may_invite, daily_intake, paused_until, drops_unadmitted';
export const ASKS_NOTE = 1;
export const ASKS_REASON = 2;

export const admissionOf = (row: AdmissionRow): Admission => ({
  asksNote: (row.asks & ASKS_NOTE) !== 0,
  asksReason: (row.asks & ASKS_REASON) !== 0,
  whoMayInvite: row.who_may_invite ?? 'EVERYONE',
  dailyIntake: row.daily_intake,
  pausedUntil: row.paused_until,
  drops: row.drops_unadmitted === 1,
});

interface MemberRow extends AdmissionRow, StandingRow {
  readonly intake_since: number | null;
  readonly intake_count: number;
  readonly proofs_since: number | null;
  readonly proofs_count: number;
  readonly answers_since: number | null;
  readonly answers_count: number;
  readonly id: number;
  readonly created_at: number;
  readonly last_seq: number;
  readonly last_tag: number;
  readonly connection_count: number;
  readonly open_sent_count: number;
  readonly muted_kinds: number;
  readonly erased_at: number | null;
  readonly now: number;
}

/** Takes the one class of locks there is, in one ascending statement, and reads the members behind them and the time. */
export async function lockMembers(
  tx: Tx,
  ids: readonly number[],
): Promise<{ members: Map<number, MemberFacts>; at: number }> {
  const rows = await tx.query<MemberRow>(
    `SELECT member_id AS id, created_at, last_seq, last_tag, connection_count, open_sent_count, muted_kinds,
       erased_at, ${ADMISSION_COLUMNS}, ${STANDING_COLUMNS}, intake_since, intake_count, proofs_since, proofs_count,
       answers_since, answers_count, ${tx.dialect.now} AS now
     FROM member_state ${tx.dialect.byPrimaryKey} WHERE member_id IN (${marks(ids.length)})
     ORDER BY member_id ${tx.dialect.forUpdate}`,
    ids.toSorted((a, b) => a - b),
  );
  // By the clock when the last lock was granted: rows that waited for it were read after that.
  const at = Math.max(0, ...rows.map(({ now }) => now));
  return { members: new Map(rows.map((row) => [row.id, memberFacts(row)])), at: tx.clock(at) };
}

function memberFacts(row: MemberRow): MemberFacts {
  return {
    id: row.id,
    createdAt: row.created_at,
    erased: row.erased_at !== null,
    mutedKinds: row.muted_kinds,
    lastSeq: row.last_seq,
    lastTag: row.last_tag,
    connectionCount: row.connection_count,
    openSentCount: row.open_sent_count,
    day: { count: 0, oldest: null },
    week: { count: 0, oldest: null },
    admission: admissionOf(row),
    standing: standingOf(row),
    intake: { since: row.intake_since, count: row.intake_count },
    answers: { since: row.answers_since, count: row.answers_count },
    proofs: { since: row.proofs_since, count: row.proofs_count },
  };
}

/** Counts what each sender sent within the rolling windows. Imports and crossings are not counted. */
export async function readWindows(sql: Sql, senders: readonly MemberFacts[], at: number): Promise<void> {
  if (senders.length === 0) return;
  const rows = await sql.query<{
    id: number;
    week: number;
    week_oldest: number;
    day: number;
    day_oldest: number | null;
  }>(
    `SELECT sender_id AS id, COUNT(*) AS week, MIN(sent_at) AS week_oldest,
       COUNT(CASE WHEN sent_at > ? THEN 1 END) AS day, MIN(CASE WHEN sent_at > ? THEN sent_at END) AS day_oldest
     FROM invitation WHERE sender_id IN (${marks(senders.length)}) AND sent_at > ? AND origin = 'DIRECT'
     GROUP BY sender_id`,
    [at - DAY, at - DAY, ...senders.map(({ id }) => id), at - WEEK],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const sender of senders) {
    const row = byId.get(sender.id);
    if (!row) continue;
    Object.assign(sender.week, { count: row.week, oldest: row.week_oldest });
    Object.assign(sender.day, { count: row.day, oldest: row.day_oldest });
  }
}
