import type { Sql } from '../database/database';
import { toGlobalId } from '../graphql/global-id';
import { type InvitationView, viewFor } from '../invitations/invitation.rules';
import { invitationsById } from '../invitations/invitations.queries';
import { type Entry, type Section, timeOf, type Wanted } from './table-section';

const COMMON = [
  ...['id', 'sender_id', 'recipient_id', 'reason', 'context', 'note', 'sent_at', 'answered_at', 'expires_at'],
  ...['question', 'asked_at', 'reply', 'replied_at'],
];
const INSIDE = {
  origin: 'how it came to be',
  open_until: '`expiresAt` once more, while it is open',
  shares_context: 'a fact of both profiles when it was sent, counted in `viewer.invitationInsight`',
} as const;
const THEIRS = "the recipient's own affair";

interface Row {
  readonly id: number;
  readonly report: string | null;
}

/** As the API shows them to their sender: what the recipient did in silence is not in it. */
export const sentSection: Section = {
  ...{ kind: 'INVITATION_SENT', table: 'invitation', columns: [...COMMON, 'sender_status'] },
  withheld: { ...INSIDE, recipient_status: THEIRS, report: THEIRS, snoozed_until: THEIRS },
  async read(sql, wanted) {
    return seenBy(sql, wanted, await rowsOf(sql, 'sender_id', wanted), recordOf);
  },
};

/** Those that are there for their recipient, with what they did about them. */
export const receivedSection: Section = {
  ...{
    kind: 'INVITATION_RECEIVED',
    table: 'invitation',
    columns: [...COMMON, 'recipient_status', 'report', 'snoozed_until'],
  },
  withheld: { ...INSIDE, sender_status: 'what has come of it is in the status' },
  async read(sql, wanted) {
    return seenBy(sql, wanted, await rowsOf(sql, 'recipient_id', wanted), (view, { report }) => ({
      ...recordOf(view),
      ...{ report, tray: view.tray, snoozedUntil: timeOf(view.snoozedUntil) },
    }));
  },
};

function rowsOf(sql: Sql, side: 'sender_id' | 'recipient_id', { member, after, most }: Wanted): Promise<Row[]> {
  return sql.query(`SELECT id, report FROM invitation WHERE ${side} = ? AND id > ? ORDER BY id LIMIT ${most}`, [
    member,
    after,
  ]);
}

async function seenBy(
  sql: Sql,
  { member, at }: Wanted,
  rows: readonly Row[],
  record: (view: InvitationView, row: Row) => Entry['record'],
): Promise<Entry[]> {
  if (rows.length === 0) return [];
  const found = await invitationsById(
    sql,
    member,
    rows.map(({ id }) => id),
  );
  const views = new Map(found.map((row) => [row.id, viewFor(member, row, at)]));
  return rows.map((row) => {
    const view = views.get(row.id);
    return { key: row.id, record: view ? record(view, row) : null };
  });
}

function recordOf(view: InvitationView) {
  const { reason, context, note, status, question } = view;
  return {
    id: toGlobalId('Invitation', view.id),
    sender: toGlobalId('Member', view.senderId),
    recipient: toGlobalId('Member', view.recipientId),
    ...{ reason, context, note, status },
    sentAt: timeOf(view.sentAt),
    answeredAt: timeOf(view.answeredAt),
    expiresAt: timeOf(view.expiresAt),
    question: question && {
      ...{ text: question.text, askedAt: timeOf(question.askedAt) },
      ...{ answer: question.answer, answeredAt: timeOf(question.answeredAt) },
    },
  };
}
