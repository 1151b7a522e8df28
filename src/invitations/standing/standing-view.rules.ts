import type { Policy } from '../../policy';
import type { InvitationReason } from '../../relationships/invitation-reason.type';
import { levelAt, restrictedUntil, type Standing } from '../../relationships/standing.rules';
import type { InvitationInsight, Standing as StandingView } from './standing.type';

const REASONS = {
  GOOD: [],
  CAREFUL: [
    'Several members have said lately that they do not know you, or do not want your invitations. Invite people who know you, and say why.',
  ],
  RESTRICTED: [
    'Many members have said lately that they do not know you, or do not want your invitations. For now you can invite people whose e-mail address you know, and answer everybody.',
  ],
} as const;

const OVERUSE =
  'You say "I don\'t know this person" to nearly everybody who invites you. Used so often it makes you look like the one who spams, and your reports weigh little. To decline in silence is enough.';

/** A standing as its owner reads it at time `at`. */
export function standingView(standing: Standing, at: number): StandingView {
  const level = levelAt(standing, at);
  return {
    level,
    until: restrictedUntil(standing, at),
    reasons: [...REASONS[level], ...(standing.overuses ? [OVERUSE] : [])],
    overusesReports: standing.overuses,
  };
}

/** Invitations of one member that were sent long enough ago, by what they have in common. */
export interface SentRow {
  readonly reason: InvitationReason;
  readonly shared: number | null;
  readonly sent: number;
  readonly accepted: number;
}

/** Rates are of all that were sent: a share of the answered would tell how many were answered in silence. */
export function insightOf(rows: readonly SentRow[], { insightLeast }: Policy): InvitationInsight {
  const acceptance = (of: readonly SentRow[]) => {
    const sent = of.reduce((sum, row) => sum + row.sent, 0);
    const accepted = of.reduce((sum, row) => sum + row.accepted, 0);
    return { sent, rate: sent < Math.max(1, insightLeast) ? null : accepted / sent };
  };
  const reasons = [...new Set(rows.map(({ reason }) => reason))];
  return {
    overall: acceptance(rows),
    byReason: reasons
      .map((reason) => ({ reason, ...acceptance(rows.filter((row) => row.reason === reason)) }))
      .toSorted((one, other) => other.sent - one.sent || (one.reason < other.reason ? -1 : 1)),
    withSharedContext: acceptance(rows.filter(({ shared }) => shared === 1)),
    withoutSharedContext: acceptance(rows.filter(({ shared }) => shared === 0)),
  };
}
