import type { Sql, Tx } from '../database/database';
import { marks } from '../database/rows';
import type { Admission, WhoMayInvite } from './admission.rules';
import type { Outcome } from './command';
import { type Remembered, rememberedKey } from './fold.rules';
import { DAY, WEEK } from './inviting.rules';
import { type MemberFacts, type OpenState, type PairState, pairKey, type Return } from './relationship-state';

/** What never changes about an invitation, and whether its recipient may know of it. */
export interface InvitationParties {
  readonly id: number;
  readonly sender: number;
  readonly recipient: number;
  readonly shown: boolean;
}

/** Left out: those whose recipient has been erased, which are only counted any more. */
export async function invitationParties(sql: Sql, ids: readonly number[]): Promise<InvitationParties[]> {
  if (ids.length === 0) return [];
  const rows = await sql.query<{ id: number; sender: number; recipient: number; status: string }>(
    `SELECT id, sender_id AS sender, recipient_id AS recipient, recipient_status AS status
     FROM invitation WHERE id IN (${marks(ids.length)}) AND sender_id <> recipient_id`,
    ids,
  );
  return rows.map(({ id, sender, recipient, status }) => ({
    id,
    sender,
    recipient,
    shown: status !== 'DROPPED' && status !== 'REMOVED',
  }));
}

interface MemberRow extends AdmissionRow {
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

/** Takes the one class of locks there is, in one ascending statement, and reads the members behind them and the time. */
export async function lockMembers(
  tx: Tx,
  ids: readonly number[],
): Promise<{ members: Map<number, MemberFacts>; at: number }> {
  const rows = await tx.query<MemberRow>(
    `SELECT member_id AS id, created_at, last_seq, last_tag, connection_count, open_sent_count, muted_kinds,
       erased_at, ${ADMISSION_COLUMNS}, intake_since, intake_count, proofs_since, proofs_count,
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

/** A row of `pair`, all columns. */
export interface PairRow {
  readonly low_id: number;
  readonly high_id: number;
  readonly version: number;
  readonly low_seq: number;
  readonly high_seq: number;
  readonly connected_at: number | null;
  readonly open_id: number | null;
  readonly open_sender_id: number | null;
  readonly open_state: OpenState | null;
  readonly open_expires_at: number | null;
  readonly open_answered_at: number | null;
  readonly open_answered_version: number | null;
  readonly open_question: number | null;
  readonly open_reply: number | null;
  readonly open_return: Return['by'] | null;
  readonly open_return_at: number | null;
  readonly open_reminder: number | null;
  readonly low_withdrew_at: number | null;
  readonly high_withdrew_at: number | null;
  readonly low_blocked_at: number | null;
  readonly high_blocked_at: number | null;
  readonly low_unblocked_at: number | null;
  readonly high_unblocked_at: number | null;
  readonly low_unknown: number;
  readonly high_unknown: number;
}

/** Pairs by (low, high). Whoever holds both members' locks owns their pair, so this takes none. */
export async function readPairs(
  sql: Sql,
  pairs: readonly (readonly [low: number, high: number])[],
): Promise<Map<string, PairState>> {
  if (pairs.length === 0) return new Map();
  const rows = await sql.query<PairRow>(
    `SELECT * FROM pair WHERE ${pairs.map(() => '(low_id = ? AND high_id = ?)').join(' OR ')}`,
    pairs.flat(),
  );
  return new Map(rows.map((row) => [pairKey(row.low_id, row.high_id), pairState(row)]));
}

export function pairState(row: PairRow): PairState {
  const { open_id: id, open_sender_id: sender, open_state: state, open_expires_at: expiresAt } = row;
  const isOpen = id !== null && sender !== null && state !== null && expiresAt !== null;
  const answer = { answeredAt: row.open_answered_at, answeredVersion: row.open_answered_version };
  const talk = { question: row.open_question, reply: row.open_reply, reminder: row.open_reminder };
  const { open_return: by, open_return_at: returnAt } = row;
  const next = by !== null && returnAt !== null ? { by, at: returnAt } : null;
  return {
    low: row.low_id,
    high: row.high_id,
    version: row.version,
    connectedAt: row.connected_at,
    open: isOpen ? { id, sender, state, expiresAt, ...answer, ...talk, next } : null,
    lowSide: {
      seq: row.low_seq,
      withdrewAt: row.low_withdrew_at,
      blockedAt: row.low_blocked_at,
      unblockedAt: row.low_unblocked_at,
      unknown: row.low_unknown === 1,
    },
    highSide: {
      seq: row.high_seq,
      withdrewAt: row.high_withdrew_at,
      blockedAt: row.high_blocked_at,
      unblockedAt: row.high_unblocked_at,
      unknown: row.high_unknown === 1,
    },
  };
}

/** Outcomes kept under these members' keys since `since`. */
export async function readRemembered(
  sql: Sql,
  keys: readonly (readonly [member: number, key: string])[],
  since: number,
): Promise<Map<string, Remembered>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.query<{ member_id: number; token: string; input_hash: string; outcome: string }>(
    `SELECT member_id, token, input_hash, outcome FROM idempotency_key
     WHERE created_at > ? AND (${keys.map(() => '(member_id = ? AND token = ?)').join(' OR ')})`,
    [since, ...keys.flat()],
  );
  return new Map(
    rows.map((row) => {
      const outcome: Outcome = JSON.parse(row.outcome);
      return [rememberedKey(row.member_id, row.token), { hash: row.input_hash, outcome }];
    }),
  );
}
