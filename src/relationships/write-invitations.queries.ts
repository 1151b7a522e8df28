import type { Tx } from '../database/database';
import { insert, marks, type Row } from '../database/rows';
import type { Changes, InvitationUpdate } from './changes';

/** Writes the invitations that a batch made, and what it changed of others. */
export async function writeInvitations(tx: Tx, changes: Changes): Promise<void> {
  const pending = new Map(changes.invitationUpdates);
  await Promise.all([insertInvitations(tx, changes, pending), updateInvitations(tx, pending)]);
}

const INVITATION_COLUMNS = [
  ...['id', 'sender_id', 'recipient_id', 'reason', 'context', 'note', 'origin', 'sender_status', 'recipient_status'],
  ...['report', 'sent_at', 'answered_at', 'expires_at', 'open_until'],
  ...['snoozed_until', 'question', 'asked_at', 'reply', 'replied_at', 'shares_context'],
];

async function insertInvitations(tx: Tx, changes: Changes, pending: Map<number, InvitationUpdate>): Promise<void> {
  const rows = [...changes.newInvitations.values()].map((i): Row => {
    const now = pending.get(i.id) ?? {};
    pending.delete(i.id);
    return [
      ...[i.id, i.senderId, i.recipientId, i.reason, i.context, i.note, i.origin],
      ...[now.senderStatus ?? 'PENDING', now.recipientStatus ?? 'PENDING', now.report ?? null],
      ...[i.sentAt, now.answeredAt ?? null, i.expiresAt, now.openUntil ?? null],
      ...[now.snoozedUntil ?? null, now.question ?? null, now.askedAt ?? null],
      ...[now.reply ?? null, now.repliedAt ?? null, i.sharesContext === null ? null : Number(i.sharesContext)],
    ];
  });
  await insert(tx, 'invitation', INVITATION_COLUMNS, rows);
}

const UPDATABLE = [
  ['senderStatus', 'sender_status'],
  ['recipientStatus', 'recipient_status'],
  ['report', 'report'],
  ['answeredAt', 'answered_at'],
  ['openUntil', 'open_until'],
  ['snoozedUntil', 'snoozed_until'],
  ['question', 'question'],
  ['askedAt', 'asked_at'],
  ['reply', 'reply'],
  ['repliedAt', 'replied_at'],
] as const;

/** Equal updates go together: one statement for each different one, by primary key. */
async function updateInvitations(tx: Tx, updates: ReadonlyMap<number, InvitationUpdate>): Promise<void> {
  const groups = new Map<string, { update: InvitationUpdate; ids: number[] }>();
  for (const [id, update] of updates) {
    const key = JSON.stringify(update);
    const group = groups.get(key) ?? { update, ids: [] };
    groups.set(key, group);
    group.ids.push(id);
  }
  const statements = [...groups.values()].map(({ update, ids }) => {
    const sets = UPDATABLE.flatMap(([name, column]) => {
      const value = update[name];
      return value === undefined ? [] : [{ column, value }];
    });
    return tx.run(
      `UPDATE invitation SET ${sets.map(({ column }) => `${column} = ?`).join(', ')} WHERE id IN (${marks(ids.length)})`,
      [...sets.map(({ value }) => value), ...ids],
    );
  });
  await Promise.all(statements);
}
