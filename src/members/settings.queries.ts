import type { Sql, Tx } from '../database/database';
import type { ConnectionsVisibility } from './settings.rules';

export interface SettingsRow {
  readonly connectionsVisibleTo: ConnectionsVisibility;
  readonly mutedKinds: number;
}

export async function settingsOf(sql: Sql, memberId: number): Promise<SettingsRow | undefined> {
  const [row] = await sql.query<SettingsRow>(
    `SELECT t.connections_visible_to AS connectionsVisibleTo, s.muted_kinds AS mutedKinds
     FROM settings t JOIN member_state s ON s.member_id = t.member_id WHERE t.member_id = ?`,
    [memberId],
  );
  return row;
}

/** Within the door's transaction, which holds the lock on the member's state. Undefined stays. */
export async function writeSettings(tx: Tx, memberId: number, changed: Partial<SettingsRow>): Promise<void> {
  const { connectionsVisibleTo, mutedKinds } = changed;
  if (connectionsVisibleTo !== undefined)
    await tx.run('UPDATE settings SET connections_visible_to = ? WHERE member_id = ?', [
      connectionsVisibleTo,
      memberId,
    ]);
  await tx.run(
    `UPDATE member_state SET muted_kinds = COALESCE(?, muted_kinds), settings_version = settings_version + 1
     WHERE member_id = ?`,
    [mutedKinds ?? null, memberId],
  );
}
