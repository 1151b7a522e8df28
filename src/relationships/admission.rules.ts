import type { Invite } from './command';
import type { View } from './relationship-state';

export const WHO_MAY_INVITE = {
  EVERYONE: 'Every member.',
  SECOND_DEGREE: 'Members with whom you share a connection, and those who know the address you sign in with.',
  SHARED_CONTEXT:
    'Members who name an employer or a school that you name, too, and those who know the address you sign in with.',
  KNOWS_EMAIL: 'Members who know the address you sign in with.',
  NOBODY: 'Nobody: you do the inviting.',
} as const;

export type WhoMayInvite = keyof typeof WHO_MAY_INVITE;

/** What a member asks of those who invite them. The demands are public; everything else is theirs alone, and never refuses. */
export interface Admission {
  readonly asksNote: boolean;
  readonly asksReason: boolean;
  readonly whoMayInvite: WhoMayInvite;
  /** Most invitations that reach them in a day; null: any number. */
  readonly dailyIntake: number | null;
  /** Until then all invitations are filed. Epoch milliseconds. */
  readonly pausedUntil: number | null;
  /** Whether what is not admitted is dropped unseen, instead of being filed. */
  readonly drops: boolean;
}

export const OPEN_ADMISSION: Admission = {
  asksNote: false,
  asksReason: false,
  whoMayInvite: 'EVERYONE',
  dailyIntake: null,
  pausedUntil: null,
  drops: false,
};

/** What the sender has in common with the recipient. `knowsEmail` is null when they have not tried to prove it. */
export interface Acquaintance {
  readonly sharesContext: boolean;
  readonly knowsEmail: boolean | null;
}

/** How often something happened within a span that begins with the first time. */
export interface Tally {
  since: number | null;
  count: number;
}

const DAY = 86_400_000;

/** When the tally's span is over, or null while there is room in it. */
export function fullUntil(tally: Tally, limit: number, at: number, span = DAY): number | null {
  if (tally.since === null || at >= tally.since + span || tally.count < limit) return null;
  return tally.since + span;
}

export function mark(tally: Tally, at: number, span = DAY): void {
  const over = tally.since === null || at >= tally.since + span;
  if (over) Object.assign(tally, { since: at, count: 0 });
  tally.count += 1;
}

/** Where an invitation goes at its recipient: before their eyes, to the "other" tray, or nowhere. To its sender it is all one. */
export type Placement = 'PENDING' | 'FILED' | 'DROPPED';

export function place({ peer: { admission, intake }, mutual }: View, invite: Invite, at: number): Placement {
  if (admission.pausedUntil !== null && at < admission.pausedUntil) return 'FILED';
  const full = admission.dailyIntake !== null && fullUntil(intake, admission.dailyIntake, at) !== null;
  if (!full && isAmong(admission.whoMayInvite, invite.acquaintance, mutual)) return 'PENDING';
  return admission.drops ? 'DROPPED' : 'FILED';
}

function isAmong(who: WhoMayInvite, acquaintance: Acquaintance | undefined, mutual: boolean): boolean {
  const knows = acquaintance?.knowsEmail === true;
  switch (who) {
    case 'EVERYONE':
      return true;
    case 'SECOND_DEGREE':
      return knows || mutual;
    case 'SHARED_CONTEXT':
      return knows || acquaintance?.sharesContext === true;
    case 'KNOWS_EMAIL':
      return knows;
    case 'NOBODY':
      return false;
  }
}
