import { isMuted, NOTIFICATION_KINDS, type NotificationKind } from '../relationships/notification-kinds';

export const CONNECTIONS_VISIBILITY = {
  EVERYONE: 'Every member.',
  CONNECTIONS: 'Only members I am connected with.',
  ONLY_ME: 'Nobody but me. Mutual connections are still seen by the two who share them.',
} as const;

export type ConnectionsVisibility = keyof typeof CONNECTIONS_VISIBILITY;

/** Kinds as bits, in the order of `NOTIFICATION_KINDS`. */
export function mutedMask(kinds: readonly NotificationKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << NOTIFICATION_KINDS.indexOf(kind)), 0);
}

export const mutedKinds = (mask: number): NotificationKind[] =>
  NOTIFICATION_KINDS.filter((kind) => isMuted(mask, kind));
