import type { Database } from '../src/database/database';
import type { Ids } from '../src/database/ids';
import { insert } from '../src/database/rows';

const PART = 1000;
const NOTE = 'Your talk on exactly-once delivery stayed with me. Shall we stay in touch?';
const REASONS = ['COLLEAGUE', 'MET_IN_PERSON', 'COLLABORATION', 'HIRING', 'OTHER'];

/** Who invites whom, and when; times in epoch milliseconds. */
export interface Open {
  readonly sender: number;
  readonly recipient: number;
  readonly sentAt: number;
  readonly expiresAt: number;
}

/**
 * Writes open invitations with their pairs and notifications straight into the tables, a third of them without a note: by the
 * door a million would take minutes. Their events are missing, which nothing that is measured here reads.
 */
export async function writeOpenInvitations(database: Database, ids: Ids, all: readonly Open[]): Promise<void> {
  for (let from = 0; from < all.length; from += PART) {
    const part = all.slice(from, from + PART);
    const first = await ids.take(part.length);
    const rows = part.map((open, n) => ({ ...open, id: first + n, number: from + n }));
    await database.transact(async (tx) => {
      await insert(
        tx,
        'invitation',
        [
          ...['id', 'sender_id', 'recipient_id', 'reason', 'note', 'origin', 'sender_status', 'recipient_status'],
          ...['sent_at', 'expires_at', 'open_until'],
        ],
        rows.map(({ id, number, sender, recipient, sentAt, expiresAt }) => [
          ...[id, sender, recipient, REASONS[number % REASONS.length] ?? 'OTHER', number % 3 === 0 ? null : NOTE],
          ...['DIRECT', 'PENDING', 'PENDING', sentAt, expiresAt, expiresAt],
        ]),
      );
      await insert(
        tx,
        'pair',
        [
          ...['low_id', 'high_id', 'version', 'low_seq', 'high_seq', 'open_id', 'open_sender_id', 'open_state'],
          ...['open_expires_at', 'low_unknown', 'high_unknown'],
        ],
        rows.map(({ id, sender, recipient, expiresAt }) => [
          ...[
            Math.min(sender, recipient),
            Math.max(sender, recipient),
            1,
            0,
            0,
            id,
            sender,
            'PENDING',
            expiresAt,
            0,
            0,
          ],
        ]),
      );
      await insert(
        tx,
        'notification',
        ['id', 'member_id', 'kind', 'actor_id', 'invitation_id', 'created_at', 'read_at'],
        rows.map(({ id, sender, recipient, sentAt }) => [
          ...[id, recipient, 'INVITATION_RECEIVED', sender, id, sentAt, null],
        ]),
      );
    });
  }
  await database.run(`UPDATE member_state SET open_sent_count =
    (SELECT COUNT(*) FROM invitation i WHERE i.sender_id = member_state.member_id AND i.sender_status = 'PENDING')`);
}
