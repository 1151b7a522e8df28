/** Every kind of event. The name of its GraphQL type is the same in PascalCase with `Event` behind it. Append only. */
export const EVENT_KINDS = [
  'INVITATION_SENT',
  'INVITATION_RECEIVED',
  'INVITATION_UPDATED',
  'INVITATION_WITHDRAWN',
  'INVITATION_REMOVED',
  'INVITATION_EXPIRED',
  'CONNECTION_CREATED',
  'CONNECTION_REMOVED',
  'BLOCK_CREATED',
  'BLOCK_REMOVED',
  'NOTIFICATIONS_UPDATED',
  'SETTINGS_UPDATED',
  'PROFILE_UPDATED',
  'SESSION_ENDED',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];
