import type { Sql, SqlValue, Tx } from '../database/database';
import { deleteRows, marks } from '../database/rows';
import type { Mention } from './mentions';

/** Puts the member on the list of the erased, and takes away what they could sign in with or be found by. */
export async function closeAccount(tx: Tx, member: number, at: number): Promise<void> {
  await tx.run(
    'INSERT INTO erasure (member_id, joined_at, erased_at) SELECT member_id, created_at, ? FROM member_state WHERE member_id = ?',
    [at, member],
  );
  await tx.run(
    `UPDATE member_state SET erased_at = ?, muted_kinds = 0, settings_version = 0, asks = 0, who_may_invite = NULL,
       daily_intake = NULL, paused_until = NULL, drops_unadmitted = 0, intake_since = NULL, intake_count = 0,
       answers_since = NULL, answers_count = 0, proofs_since = NULL, proofs_count = 0,
       standing = NULL, restricted_at = NULL, restricted_until = NULL, restrictions = 0, appealed_at = NULL,
       pardoned_at = NULL, overuses = 0, recount_at = NULL
     WHERE member_id = ?`,
    [at, member],
  );
  // The account first: whoever is about to sign in has locked it, and their session is seen by the next statement.
  for (const table of ['account', 'session', 'member_term'])
    await tx.run(`DELETE FROM ${table} WHERE member_id = ?`, [member]);
}

/** Some of those with whom the member has a pair. Index `pairs_of_high`. */
export async function pairedWith(sql: Sql, member: number, most: number): Promise<number[]> {
  const rows = await sql.query<{ id: number }>(
    `SELECT high_id AS id FROM pair WHERE low_id = ? UNION ALL SELECT low_id AS id FROM pair WHERE high_id = ? LIMIT ${most}`,
    [member, member],
  );
  return rows.map(({ id }) => id);
}

/** Takes the member's name, so to speak, off what they did in the streams of these others. It was never shown to anybody. */
export async function forgetActor(tx: Tx, member: number, others: readonly number[]): Promise<void> {
  const events = await tx.query<{ member_id: number; seq: number }>(
    `SELECT member_id, seq FROM member_event WHERE member_id IN (${marks(others.length)}) AND actor = ?`,
    [...others, member],
  );
  for (let from = 0; from < events.length; from += 500) {
    const part = events.slice(from, from + 500);
    const these = part.map(() => '(member_id = ? AND seq = ?)').join(' OR ');
    await tx.run(
      `UPDATE member_event SET actor = NULL WHERE ${these}`,
      part.flatMap(({ member_id, seq }) => [member_id, seq]),
    );
  }
}

/** Deletes some of the rows; resolves to how many. They are found without a lock, and deleted by their keys. */
export async function deleteMentions(
  tx: Tx,
  { table, column, keys = [] }: Mention,
  member: number,
  most: number,
): Promise<number> {
  const rows = await tx.query<Record<string, SqlValue>>(
    `SELECT ${keys.join(', ')} FROM ${table} WHERE ${column} = ? LIMIT ${most}`,
    [member],
  );
  await deleteRows(
    tx,
    table,
    keys,
    rows.map((row) => keys.map((key) => row[key] ?? null)),
  );
  return rows.length;
}

/**
 * What others sent to the member becomes no more than a mark that they sent something: it counts towards their quotas as it
 * did, as after a block. Its recipient is its sender from now on, since there must be one; without a pair nobody finds it.
 */
export async function forgetRecipient(tx: Tx, member: number, most: number): Promise<number> {
  const rows = await tx.query<{ id: number }>(`SELECT id FROM invitation WHERE recipient_id = ? LIMIT ${most}`, [
    member,
  ]);
  if (rows.length === 0) return 0;
  return tx.run(
    `UPDATE invitation SET recipient_id = sender_id, context = NULL, note = NULL, report = NULL, snoozed_until = NULL,
       question = NULL, asked_at = NULL, reply = NULL, replied_at = NULL,
       answered_at = CASE WHEN sender_status = 'ACCEPTED' THEN answered_at END,
       recipient_status = CASE WHEN sender_status = 'ACCEPTED' THEN 'ACCEPTED' ELSE 'REMOVED' END
     WHERE id IN (${marks(rows.length)})`,
    rows.map(({ id }) => id),
  );
}

/** With the member goes what has a foreign key to them: the profile and the settings. */
export async function deleteMember(tx: Tx, member: number): Promise<void> {
  await tx.run('DELETE FROM member WHERE id = ?', [member]);
}

/** As the list of the erased has them. Times are epoch milliseconds. */
export interface Erased {
  readonly memberId: number;
  readonly joinedAt: number;
  readonly erasedAt: number;
}

export function allErased(sql: Sql): Promise<Erased[]> {
  return sql.query(
    'SELECT member_id AS memberId, joined_at AS joinedAt, erased_at AS erasedAt FROM erasure ORDER BY erased_at, member_id',
  );
}

export async function erasedMember(sql: Sql, member: number): Promise<Erased | undefined> {
  const [row] = await sql.query<Erased>(
    'SELECT member_id AS memberId, joined_at AS joinedAt, erased_at AS erasedAt FROM erasure WHERE member_id = ?',
    [member],
  );
  return row;
}

/** Those of them who are there, and are not others who were given the same number. */
export async function stillThere(sql: Sql, erased: readonly Erased[]): Promise<number[]> {
  if (erased.length === 0) return [];
  const rows = await sql.query<{ id: number; joined: number }>(
    `SELECT member_id AS id, created_at AS joined FROM member_state
     WHERE erased_at IS NULL AND member_id IN (${marks(erased.length)})`,
    erased.map(({ memberId }) => memberId),
  );
  const those = new Set(erased.map(({ memberId, joinedAt }) => `${memberId} ${joinedAt}`));
  return rows.flatMap(({ id, joined }) => (those.has(`${id} ${joined}`) ? [id] : []));
}

export async function finished(tx: Tx, member: number): Promise<void> {
  await tx.run('UPDATE erasure SET finished_at = ? WHERE member_id = ? AND finished_at IS NULL', [
    await tx.now(),
    member,
  ]);
}
