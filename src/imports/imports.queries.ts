import type { Sql } from '../database/database';
import { marks } from '../database/rows';

export interface HandleHolder {
  readonly id: number;
  readonly handle: string;
  /** Somebody can sign in as this member, so nobody else may act for them. */
  readonly hasAccount: boolean;
}

export async function handleHolders(sql: Sql, handles: readonly string[]): Promise<HandleHolder[]> {
  if (handles.length === 0) return [];
  const rows = await sql.query<{ id: number; handle: string; account: number | null }>(
    `SELECT m.id, m.handle, a.member_id AS account FROM member m LEFT JOIN account a ON a.member_id = m.id
     WHERE m.handle IN (${marks(handles.length)})`,
    handles,
  );
  return rows.map(({ id, handle, account }) => ({ id, handle, hasAccount: account !== null }));
}

/** Whom each of these members is connected with. */
export async function peersOf(sql: Sql, members: readonly number[]): Promise<Map<number, Set<number>>> {
  const peers = new Map(members.map((id) => [id, new Set<number>()]));
  if (members.length === 0) return peers;
  const rows = await sql.query<{ member: number; peer: number }>(
    `SELECT member_id AS member, peer_id AS peer FROM connection WHERE member_id IN (${marks(members.length)})`,
    members,
  );
  for (const { member, peer } of rows) peers.get(member)?.add(peer);
  return peers;
}

/** Whether anybody has an account, or is called otherwise than these. */
export async function isInhabited(sql: Sql, handles: readonly string[]): Promise<boolean> {
  const [row] = await sql.query<{ found: number }>(
    `SELECT EXISTS (SELECT 1 FROM account)
       OR EXISTS (SELECT 1 FROM member WHERE handle NOT IN (${marks(handles.length)})) AS found`,
    handles,
  );
  return row?.found === 1;
}
