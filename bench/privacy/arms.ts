const DAY = 86_400_000;

/** A way in which recipients say no; the first is none. */
export interface Arm {
  readonly name: string;
  /** What they have chosen before anybody invites them. */
  readonly admission?: () => object;
  /** They do not see the invitation, and so cannot ask about it. */
  readonly blind?: true;
  /** What they do with an invitation before its sender looks again. */
  readonly answer?: (invitationId: string) => readonly [mutation: string, input: object];
}

const decline = (report: string) => (invitationId: string) => ['declineInvitation', { invitationId, report }] as const;
const until = (days: number) => new Date(Date.now() + days * DAY).toISOString();

export const ARMS: readonly [Arm, ...Arm[]] = [
  { name: 'does nothing' },
  { name: 'declines', answer: decline('NONE') },
  { name: 'does not know them', answer: decline('UNKNOWN_SENDER') },
  { name: 'reports spam', answer: decline('SPAM') },
  { name: 'snoozes', answer: (invitationId) => ['snoozeInvitation', { invitationId, until: until(30) }] },
  { name: 'is paused', admission: () => ({ pausedUntil: until(300) }) },
  { name: 'files', admission: () => ({ whoMayInvite: 'NOBODY', unadmitted: 'FILE' }) },
  { name: 'drops', admission: () => ({ whoMayInvite: 'NOBODY', unadmitted: 'DROP' }), blind: true },
];
