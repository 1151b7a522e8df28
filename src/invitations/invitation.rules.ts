/** An invitation with the end of the pair's story that its reader knows: one row, read in one statement. */
export interface InvitationRow {
  readonly id: number;
  readonly sender_id: number;
  readonly recipient_id: number;
  readonly reason: string;
  readonly context: string | null;
  readonly note: string | null;
  readonly sender_status: SenderStatus;
  readonly recipient_status: RecipientStatus;
  readonly sent_at: number;
  readonly answered_at: number | null;
  readonly expires_at: number;
  readonly snoozed_until: number | null;
  readonly question: string | null;
  readonly asked_at: number | null;
  readonly reply: string | null;
  readonly replied_at: number | null;
  /** The reader's last event about the pair. */
  readonly as_of: number;
  /** When the other of the two blocked the reader. */
  readonly blocked_at: number | null;
}

export type SenderStatus = 'PENDING' | 'ACCEPTED' | 'WITHDRAWN' | 'EXPIRED';
export type RecipientStatus = 'PENDING' | 'FILED' | 'ACCEPTED' | 'DECLINED' | 'DROPPED' | 'REMOVED';

export const INVITATION_STATUSES = {
  PENDING: 'Sent and waiting for an answer.',
  ACCEPTED: 'Accepted: the two were connected by it.',
  DECLINED: 'Declined by its recipient. Only ever shown to them: to its sender it is PENDING until it ends.',
  WITHDRAWN: 'Taken back by its sender. Only ever shown to the sender.',
  EXPIRED: 'Not accepted in time. Only ever shown to the sender.',
} as const;

export type InvitationStatus = keyof typeof INVITATION_STATUSES;

export const INVITATION_TRAYS = {
  MAIN: 'Put before you, with an event and a notification, or taken up again by you when you took back a decline.',
  SNOOZED: 'Put off by you; it comes back by itself at `snoozedUntil`.',
  OTHER: 'Not admitted by your settings: filed without a word, for you to look through when you like.',
} as const;

/** The recipient's one question before deciding, and the sender's answer. Times are epoch milliseconds. */
export interface InvitationQuestion {
  readonly text: string;
  readonly askedAt: number;
  readonly answer: string | null;
  readonly answeredAt: number | null;
}

export type InvitationTray = keyof typeof INVITATION_TRAYS;

/** An invitation as one of its two people may see it. */
export interface InvitationView {
  readonly id: number;
  readonly senderId: number;
  readonly recipientId: number;
  readonly reason: string;
  readonly context: string | null;
  readonly note: string | null;
  readonly status: InvitationStatus;
  /** Null for all but its recipient while it waits. */
  readonly tray: InvitationTray | null;
  readonly snoozedUntil: number | null;
  readonly question: InvitationQuestion | null;
  readonly sentAt: number;
  readonly answeredAt: number | null;
  readonly expiresAt: number;
  readonly asOfSeq: string;
}

/**
 * What the viewer may see of an invitation at time `at`; null: nothing. The sender's view is made of what the sender did, of
 * an acceptance, and of time alone: whatever the recipient did in silence is in columns this does not read for them.
 */
export function viewFor(viewer: number, row: InvitationRow, at: number): InvitationView | null {
  if (row.blocked_at !== null) return null;
  const status =
    viewer === row.sender_id ? sentStatus(row, at) : viewer === row.recipient_id ? receivedStatus(row, at) : null;
  if (status === null) return null;
  return {
    id: row.id,
    senderId: row.sender_id,
    recipientId: row.recipient_id,
    reason: row.reason,
    context: row.context,
    note: row.note,
    status,
    tray: trayOf(viewer, row, status, at),
    snoozedUntil: isSnoozed(viewer, row, status, at) ? row.snoozed_until : null,
    question: questionOf(row),
    sentAt: row.sent_at,
    answeredAt: status === 'ACCEPTED' || status === 'DECLINED' ? row.answered_at : null,
    expiresAt: row.expires_at,
    asOfSeq: String(row.as_of),
  };
}

function sentStatus(row: InvitationRow, at: number): InvitationStatus {
  return row.sender_status === 'PENDING' && row.expires_at <= at ? 'EXPIRED' : row.sender_status;
}

function receivedStatus(row: InvitationRow, at: number): InvitationStatus | null {
  const { recipient_status: status } = row;
  if (status === 'DROPPED' || status === 'REMOVED') return null;
  if (status !== 'PENDING' && status !== 'FILED') return status;
  return row.expires_at <= at ? null : 'PENDING';
}

function questionOf({
  question: text,
  asked_at: askedAt,
  reply,
  replied_at,
}: InvitationRow): InvitationQuestion | null {
  return text === null || askedAt === null ? null : { text, askedAt, answer: reply, answeredAt: replied_at };
}

/** Putting off is the recipient's own affair. */
function isSnoozed(viewer: number, row: InvitationRow, status: InvitationStatus, at: number): boolean {
  return viewer === row.recipient_id && status === 'PENDING' && (row.snoozed_until ?? 0) > at;
}

function trayOf(viewer: number, row: InvitationRow, status: InvitationStatus, at: number): InvitationTray | null {
  if (viewer !== row.recipient_id || status !== 'PENDING') return null;
  if (isSnoozed(viewer, row, status, at)) return 'SNOOZED';
  return row.recipient_status === 'FILED' ? 'OTHER' : 'MAIN';
}
