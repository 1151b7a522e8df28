import type { Tx } from '../database/database';
import { upsert } from '../database/rows';

/** What the viewer has noted about somebody. */
export interface Remark {
  readonly label: string | null;
  readonly privateNote: string | null;
}

/** Whether the two are connected; to be asked within the door, which then keeps it so. */
export async function areConnected(tx: Tx, member: number, peer: number): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM connection WHERE member_id = ? AND peer_id = ?', [member, peer]);
  return rows.length > 0;
}

/** Absent parts stay as they are. */
export async function writeRemark(
  tx: Tx,
  [member, peer]: readonly [number, number],
  { label, privateNote }: Partial<Remark>,
  at: number,
): Promise<void> {
  const given = [
    ...(label === undefined ? [] : [['label', label] as const]),
    ...(privateNote === undefined ? [] : [['private_note', privateNote] as const]),
  ];
  const columns = ['member_id', 'peer_id', 'updated_at', ...given.map(([column]) => column)];
  const row = [member, peer, at, ...given.map(([, value]) => value)];
  await upsert(tx, 'remark', ['member_id', 'peer_id'], columns, [row]);
}
