import type { Dice } from './dice';

const DAY = 86_400_000;

/** What the recipient answers to an invitation that waits, with mutations and their inputs. */
type Answer = (
  invitationId: string,
  now: number,
  dice: Dice,
) => readonly (readonly [mutation: string, input: object])[];

/** One way in which a recipient keeps somebody away without a word. */
export interface No {
  /** What is done to each invitation that waits, and comes to be seen. */
  readonly answers?: Answer;
  /** Whom the recipient admits. */
  readonly admission?: (now: number) => object;
  /** Grace goes away from both for good, and does nothing after that. */
  readonly leaves?: 'blocks' | 'closes';
  /** Whether the senders, when they name an address, name the wrong one. */
  readonly misled?: boolean;
  /** The recipient does not see what is sent, so there is nothing that they could ask about it. */
  readonly unseen?: boolean;
}

const decline =
  (report: string): Answer =>
  (invitationId) => [['declineInvitation', { invitationId, report }]];

/** All must look to the sender like the first. */
export const NOES: Readonly<Record<string, No>> = {
  'does nothing': {},
  declines: { answers: decline('NONE') },
  "says that she doesn't know them": { answers: decline('UNKNOWN_SENDER') },
  'reports them': { answers: decline('SPAM') },
  'puts it off': {
    answers: (invitationId, now, dice) => [
      ['snoozeInvitation', { invitationId, until: new Date(now + (1 + dice.below(80)) * DAY).toISOString() }],
    ],
  },
  'changes her mind': {
    answers: (invitationId, _now, dice) => [
      ['declineInvitation', { invitationId, report: dice.of(['NONE', 'SPAM', 'UNKNOWN_SENDER']) }],
      ['undoDecline', { invitationId }],
    ],
  },
  'has paused': { admission: (now) => ({ pausedUntil: new Date(now + 300 * DAY).toISOString() }) },
  'files everything': { admission: () => ({ whoMayInvite: 'NOBODY', unadmitted: 'FILE' }) },
  'drops everything': { admission: () => ({ whoMayInvite: 'NOBODY', unadmitted: 'DROP' }), unseen: true },
  'takes one a day and declines it': {
    admission: () => ({ whoMayInvite: 'SHARED_CONTEXT', dailyIntake: 1 }),
    answers: decline('SPAM'),
  },
  'drops those who have a wrong address': {
    admission: () => ({ whoMayInvite: 'KNOWS_EMAIL', unadmitted: 'DROP' }),
    misled: true,
    unseen: true,
  },
};
