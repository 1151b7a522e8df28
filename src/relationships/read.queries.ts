import type { Sql } from '../database/database';
import { marks } from '../database/rows';
import type { Outcome } from './command';
import { type Remembered, rememberedKey } from './fold.rules';
import { type OpenState, type PairState, pairKey, type Return } from './relationship-state';

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
