/** Every kind of event. The name of its GraphQL type is the same in PascalCase with `Event` behind it. Append only. */
export const EVENT_KINDS = {
  INVITATION_SENT: 'You sent an invitation, perhaps on another device.',
  INVITATION_RECEIVED: 'Somebody would like to connect with you.',
  INVITATION_UPDATED:
    'An invitation changed: you answered, put off or took up one again, or a question was asked or answered.',
  INVITATION_REMINDER: 'An invitation you received still waits for your answer.',
  INVITATION_WITHDRAWN: 'You took an invitation back.',
  INVITATION_REMOVED: 'An invitation you received is gone.',
  INVITATION_EXPIRED: 'An invitation you sent has ended without an acceptance.',
  CONNECTION_CREATED: 'You and another member are connected.',
  CONNECTION_REMOVED: 'You and another member are no longer connected.',
  BLOCK_CREATED: 'You blocked a member.',
  BLOCK_REMOVED: 'You unblocked a member.',
  MEMBER_ALLOWED: 'You let a member invite you again whom you had said not to know.',
  NOTIFICATIONS_UPDATED: 'You marked notifications as read, perhaps on another device.',
  RELATIONSHIP_UPDATED: 'You changed what you note about a member, perhaps on another device.',
  SETTINGS_UPDATED: 'You changed your settings, perhaps on another device.',
  PROFILE_UPDATED: 'You changed your profile, perhaps on another device.',
  SESSION_ENDED: 'One or more of your sessions ended.',
  SUGGESTION_DISMISSED: 'You do not want somebody suggested any more, perhaps on another device.',
  STANDING_CHANGED: 'How freely you may invite has changed, or how much your reports weigh.',
} as const;

export type EventKind = keyof typeof EVENT_KINDS;
