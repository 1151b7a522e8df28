import type { Sql, Tx } from '../database/database';
import type { SessionState } from './session.rules';

export interface NewSession {
  readonly id: number;
  readonly memberId: number;
  readonly tokenHash: string;
  readonly at: number;
  readonly expiresAt: number;
}

export async function insertSession(tx: Tx, { id, memberId, tokenHash, at, expiresAt }: NewSession): Promise<void> {
  await tx.run(
    `INSERT INTO session (id, member_id, token_hash, rotated_at, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)`,
    [id, memberId, tokenHash, at, at, expiresAt],
  );
}

export type LockedSession = SessionState & { readonly memberId: number };

export async function lockSession(tx: Tx, id: number): Promise<LockedSession | undefined> {
  const [row] = await tx.query<LockedSession>(
    `SELECT member_id AS memberId, token_hash AS tokenHash, previous_hash AS previousHash, rotated_at AS rotatedAt,
       expires_at AS expiresAt, ended_at AS endedAt
     FROM session WHERE id = ? ${tx.dialect.forUpdate}`,
    [id],
  );
  return row;
}

/** Where a session's life stands after its token was replaced. */
export interface Rotation {
  readonly tokenHash: string;
  readonly previousHash: string;
  readonly at: number;
  readonly expiresAt: number;
}

export async function rotateSession(
  tx: Tx,
  id: number,
  { tokenHash, previousHash, at, expiresAt }: Rotation,
): Promise<void> {
  await tx.run('UPDATE session SET token_hash = ?, previous_hash = ?, rotated_at = ?, expires_at = ? WHERE id = ?', [
    ...[tokenHash, previousHash, at, expiresAt, id],
  ]);
}

export async function endSession(tx: Tx, id: number, at: number): Promise<void> {
  await tx.run('UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL', [at, id]);
}

/** Ends the member's sessions, but for `kept`. */
export async function endSessions(tx: Tx, memberId: number, at: number, kept: number | null = null): Promise<void> {
  await tx.run('UPDATE session SET ended_at = ? WHERE member_id = ? AND ended_at IS NULL AND id <> ?', [
    ...[at, memberId, kept ?? 0],
  ]);
}

/** Sessions that ended or expired before `before` serve nobody any more. */
export async function forgetSessions(tx: Tx, memberId: number, before: number): Promise<void> {
  await tx.run('DELETE FROM session WHERE member_id = ? AND (expires_at < ? OR ended_at < ?)', [
    memberId,
    before,
    before,
  ]);
}

export async function sessionLife(
  sql: Sql,
  id: number,
): Promise<Pick<SessionState, 'expiresAt' | 'endedAt'> | undefined> {
  const [row] = await sql.query<Pick<SessionState, 'expiresAt' | 'endedAt'>>(
    'SELECT expires_at AS expiresAt, ended_at AS endedAt FROM session WHERE id = ?',
    [id],
  );
  return row;
}
