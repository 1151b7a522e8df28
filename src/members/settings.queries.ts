import type { Sql, SqlValue, Tx } from '../database/database';
import type { Admission } from '../relationships/admission.rules';
import {
  ADMISSION_COLUMNS,
  type AdmissionRow,
  ASKS_NOTE,
  ASKS_REASON,
  admissionOf,
} from '../relationships/read.queries';
import type { ConnectionsVisibility } from './settings.rules';

export interface Chosen {
  readonly connectionsVisibleTo: ConnectionsVisibility;
  readonly mutedKinds: number;
  readonly admission: Admission;
}

interface SettingsRow extends AdmissionRow {
  readonly connectionsVisibleTo: ConnectionsVisibility;
  readonly mutedKinds: number;
}

export async function settingsOf(sql: Sql, memberId: number): Promise<Chosen | undefined> {
  const [row] = await sql.query<SettingsRow>(
    `SELECT t.connections_visible_to AS connectionsVisibleTo, s.muted_kinds AS mutedKinds, ${ADMISSION_COLUMNS}
     FROM settings t JOIN member_state s ON s.member_id = t.member_id WHERE t.member_id = ?`,
    [memberId],
  );
  if (!row) return undefined;
  const { connectionsVisibleTo, mutedKinds } = row;
  return { connectionsVisibleTo, mutedKinds, admission: admissionOf(row) };
}

/** What changes; absent things stay. */
export interface ChangedSettings {
  readonly connectionsVisibleTo?: ConnectionsVisibility;
  readonly mutedKinds?: number;
  readonly admission: Partial<Admission>;
}

/** Within the door's transaction, which holds the lock on the member's state. */
export async function writeSettings(tx: Tx, memberId: number, changed: ChangedSettings): Promise<void> {
  const { connectionsVisibleTo, mutedKinds, admission } = changed;
  if (connectionsVisibleTo !== undefined)
    await tx.run('UPDATE settings SET connections_visible_to = ? WHERE member_id = ?', [
      connectionsVisibleTo,
      memberId,
    ]);
  const sets: readonly (readonly [string, SqlValue | undefined])[] = [
    ['muted_kinds = ?', mutedKinds],
    [bit(ASKS_NOTE), asBit(admission.asksNote, ASKS_NOTE)],
    [bit(ASKS_REASON), asBit(admission.asksReason, ASKS_REASON)],
    ['who_may_invite = ?', admission.whoMayInvite],
    ['daily_intake = ?', admission.dailyIntake],
    ['paused_until = ?', admission.pausedUntil],
    ['drops_unadmitted = ?', asBit(admission.drops, 1)],
  ];
  const given = sets.flatMap(([text, value]) => (value === undefined ? [] : [{ text, value }]));
  await tx.run(
    `UPDATE member_state SET ${[...given.map(({ text }) => text), 'settings_version = settings_version + 1'].join(', ')}
     WHERE member_id = ?`,
    [...given.map(({ value }) => value), memberId],
  );
}

/** Sets one bit and leaves the others. */
const bit = (mask: number): string => `asks = (asks & ~${mask}) | ?`;
const asBit = (value: boolean | undefined, mask: number): number | undefined =>
  value === undefined ? undefined : value ? mask : 0;
