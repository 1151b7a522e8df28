import type { Sql, Tx } from '../database/database';

export interface AccountRow {
  readonly memberId: number;
  readonly email: string;
  readonly passwordHash: string;
}

/** Lets a member sign in. `email` is normalised, the hash made by `hashPassword` before the transaction began. */
export async function createAccount(tx: Tx, { memberId, email, passwordHash }: AccountRow, at: number): Promise<void> {
  await tx.run(
    'INSERT INTO account (member_id, email, password_hash, created_at, password_changed_at) VALUES (?, ?, ?, ?, ?)',
    [memberId, email, passwordHash, at, at],
  );
}

const SELECT = 'SELECT member_id AS memberId, email, password_hash AS passwordHash FROM account';

export async function accountByEmail(sql: Sql, email: string): Promise<AccountRow | undefined> {
  const [row] = await sql.query<AccountRow>(`${SELECT} WHERE email = ?`, [email]);
  return row;
}

export async function accountOf(sql: Sql, memberId: number): Promise<AccountRow | undefined> {
  const [row] = await sql.query<AccountRow>(`${SELECT} WHERE member_id = ?`, [memberId]);
  return row;
}

/** The account as it is now, and stays until the transaction ends. */
export async function lockAccount(tx: Tx, memberId: number): Promise<AccountRow | undefined> {
  const [row] = await tx.query<AccountRow>(`${SELECT} WHERE member_id = ? ${tx.dialect.forUpdate}`, [memberId]);
  return row;
}

export async function updatePassword(tx: Tx, memberId: number, passwordHash: string, at: number): Promise<void> {
  await tx.run('UPDATE account SET password_hash = ?, password_changed_at = ? WHERE member_id = ?', [
    ...[passwordHash, at, memberId],
  ]);
}
