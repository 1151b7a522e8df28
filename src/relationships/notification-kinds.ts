/** What a member may be told of. The order is the order of bits in `member_state.muted_kinds`: append only. */
export const NOTIFICATION_KINDS = [
  'INVITATION_RECEIVED',
  'INVITATION_ACCEPTED',
  'INVITATION_REMINDER',
  'QUESTION_ASKED',
  'QUESTION_ANSWERED',
  'STANDING_CHANGED',
] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export function isMuted(mask: number, kind: NotificationKind): boolean {
  return (mask & (1 << NOTIFICATION_KINDS.indexOf(kind))) !== 0;
}
