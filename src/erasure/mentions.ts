/** A column that can hold the id of a member who is still there, and of no other. */
export interface Mention {
  readonly table: string;
  readonly column: string;
  /** Where the rows are deleted page by page: the primary key. Elsewhere another part of the erasure sees to them. */
  readonly keys?: readonly string[];
}

const BETWEEN = ['member_id', 'peer_id'];

/** Where nothing is left of a member once they are erased. Notifications go before the invitations they are about. */
export const MENTIONS: readonly Mention[] = [
  // Ended one by one through the door, with word to the other.
  ...['low_id', 'high_id', 'open_sender_id'].map((column) => ({ table: 'pair', column })),
  ...BETWEEN.flatMap((column) => ['connection', 'block'].map((table) => ({ table, column }))),
  // Deleted page by page.
  { table: 'notification', column: 'actor_id', keys: ['id'] },
  { table: 'notification', column: 'member_id', keys: ['id'] },
  { table: 'invitation', column: 'sender_id', keys: ['id'] },
  ...BETWEEN.map((column) => ({ table: 'remark', column, keys: BETWEEN })),
  ...BETWEEN.map((column) => ({ table: 'suggestion_dismissal', column, keys: BETWEEN })),
  ...BETWEEN.map((column) => ({ table: 'report', column, keys: BETWEEN })),
  { table: 'standing_record', column: 'member_id', keys: ['id'] },
  { table: 'idempotency_key', column: 'member_id', keys: ['member_id', 'token'] },
  // What they received is kept as what its sender has spent, without them.
  { table: 'invitation', column: 'recipient_id' },
  // Their own stream is cut off at its end; in those of others nobody is named as the one who did it.
  { table: 'member_event', column: 'member_id' },
  { table: 'member_event', column: 'actor' },
  // Deleted at the very beginning, so that nobody signs in or finds them.
  ...['account', 'session', 'member_term'].map((table) => ({ table, column: 'member_id' })),
  // Deleted at the end, with the member.
  ...['position', 'education', 'skill', 'accomplishment', 'settings'].map((table) => ({ table, column: 'member_id' })),
  { table: 'member', column: 'id' },
];

/** Where a number stays, of which nobody can tell any more whose it was. */
export const KEPT: Readonly<Record<string, string>> = {
  'member_state.member_id': 'the tombstone: counters at zero, and `erased_at`',
  'erasure.member_id': 'the list of the erased',
  'member_event.subject': "others' events keep their subject's id: that is how a client knows what to remove",
  'member_event.payload': 'the same, for events of changes that concerned only the other',
  'lane_batch.members': 'for processes that have not heard of it yet; deleted after a day',
  'lane_batch.pairs': 'the same',
  'lane_batch.ended': 'the same',
  'lane_batch.chosen': 'the same',
  'lane_batch.erased': 'the same',
};

/** Tables that are about no member. */
export const ABOUT_NOBODY: readonly string[] = ['id_block', 'lane', 'lease', 'migration', 'stream_lineage'];
