import type { Sql, SqlValue, Tx } from '../database/database';
import type { Admission } from '../relationships/admission.rules';
import {
  ADMISSION_COLUMNS,
  type AdmissionRow,
  ASKS_NOTE,
  ASKS_REASON,
  admissionOf,
} from '../relationships/member-facts.queries';
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
  const { given, set } = demandBits(admission);
  const sets: readonly (readonly [string, SqlValue | undefined])[] = [
    ['muted_kinds = ?', mutedKinds],
    [`asks = (asks & ${-1 - given}) | ?`, given === 0 ? undefined : set],
    ['who_may_invite = ?', admission.whoMayInvite],
    ['daily_intake = ?', admission.dailyIntake],
    ['paused_until = ?', admission.pausedUntil],
    ['drops_unadmitted = ?', admission.drops === undefined ? undefined : admission.drops ? 1 : 0],
  ];
  const changes = sets.flatMap(([text, value]) => (value === undefined ? [] : [{ text, value }]));
  await tx.run(
    `UPDATE member_state SET ${[...changes.map(({ text }) => text), 'settings_version = settings_version + 1'].join(', ')}
     WHERE member_id = ?`,
    [...changes.map(({ value }) => value), memberId],
  );
}

/** The bits of the demands that were given, and of those the ones that are set. */
function demandBits({ asksNote, asksReason }: Partial<Admission>): { given: number; set: number } {
  const demands = [
    [asksNote, ASKS_NOTE],
    [asksReason, ASKS_REASON],
  ] as const;
  const sum = (bits: readonly (readonly [boolean | undefined, number])[]) =>
    bits.reduce((all, [, bit]) => all | bit, 0);
  return {
    given: sum(demands.filter(([asked]) => asked !== undefined)),
    set: sum(demands.filter(([asked]) => asked === true)),
  };
}
