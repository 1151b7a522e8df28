import type { Policy } from '../policy';
import { fullUntil, place } from './admission.rules';
import { type Invite, type Refusal, refuse } from './command';
import type { Fact } from './facts';
import type { View } from './relationship-state';
import { restrictedUntil } from './standing.rules';

export const DAY = 86_400_000;
export const WEEK = 7 * DAY;

/** Asking to connect; when the other has asked already, it is an acceptance. */
export function invite(view: View, command: Invite, at: number, policy: Policy): Fact | Refusal {
  const { pair, actor, mine, theirs } = view;
  const imported = command.origin === 'IMPORT';
  if (mine.blockedAt !== null) return refuse('MEMBER_BLOCKED');
  if (pair.connectedAt !== null) return refuse('ALREADY_CONNECTED');
  if (pair.open?.sender === actor.id) return refuse('ALREADY_INVITED');
  // Somebody else's list of connections does not overrule a no.
  if (imported && (theirs.unknown || pair.open?.state === 'DECLINED')) return refuse('ALREADY_ANSWERED');
  if (pair.open)
    return networkFull(view, policy) ?? { kind: 'connected', open: pair.open, crossing: true, silent: imported };
  if (mine.withdrewAt !== null && at < mine.withdrewAt + policy.withdrawCooldown)
    return refuse('WITHDRAWN_RECENTLY', { retryAt: mine.withdrewAt + policy.withdrawCooldown });
  if (imported) return { kind: 'invited', placed: mine.unknown ? 'DROPPED' : 'PENDING', counted: false, proved: false };
  const refusal =
    standingForbids(view, command, at) ??
    demandUnmet(view, command) ??
    tooManyProofs(view, command, at, policy) ??
    quotaExceeded(view, policy) ??
    openLimitReached(view, at, policy);
  if (refusal) return refusal;
  const placed = mine.unknown || isUnproved(view, command, at) ? 'DROPPED' : place(view, command, at);
  return { kind: 'invited', placed, counted: true, proved: triesToProve(command) };
}

/** A restricted member invites those whose address they give. */
function standingForbids({ actor }: View, command: Invite, at: number): Refusal | undefined {
  const retryAt = restrictedUntil(actor.standing, at);
  return retryAt === null || triesToProve(command) ? undefined : refuse('STANDING_RESTRICTED', { retryAt });
}

/** A restricted member's wrong address: a refusal would tell that it is wrong. */
const isUnproved = ({ actor }: View, { acquaintance }: Invite, at: number): boolean =>
  acquaintance?.knowsEmail !== true && restrictedUntil(actor.standing, at) !== null;

/** What the recipient demands openly. */
function demandUnmet({ peer: { admission } }: View, { note, reason }: Invite): Refusal | undefined {
  if (admission.asksNote && note === null) return refuse('NOTE_REQUIRED');
  if (admission.asksReason && reason === 'OTHER') return refuse('REASON_REQUIRED');
  return undefined;
}

/** Right and wrong ones count alike: a limit on wrong ones alone would tell which they are. */
function tooManyProofs({ actor }: View, command: Invite, at: number, policy: Policy): Refusal | undefined {
  if (!triesToProve(command)) return undefined;
  const retryAt = fullUntil(actor.proofs, policy.emailProofsPerDay, at);
  return retryAt === null ? undefined : refuse('TOO_MANY_ATTEMPTS', { retryAt });
}

const triesToProve = ({ acquaintance }: Invite): boolean => typeof acquaintance?.knowsEmail === 'boolean';

function quotaExceeded({ actor }: View, policy: Policy): Refusal | undefined {
  const week = actor.week.count >= policy.quotaPerWeek ? (actor.week.oldest ?? 0) + WEEK : 0;
  const day = actor.day.count >= policy.quotaPerDay ? (actor.day.oldest ?? 0) + DAY : 0;
  return week + day > 0 ? refuse('QUOTA_EXCEEDED', { retryAt: Math.max(week, day), remaining: 0 }) : undefined;
}

function openLimitReached({ actor }: View, at: number, policy: Policy): Refusal | undefined {
  const young = at < actor.createdAt + policy.youngAccount;
  const limit = young ? Math.min(policy.openLimitYoung, policy.openLimit) : policy.openLimit;
  return actor.openSentCount >= limit ? refuse('OPEN_LIMIT_REACHED', { remaining: 0 }) : undefined;
}

export function networkFull({ actor, peer }: View, policy: Policy): Refusal | undefined {
  if (actor.connectionCount >= policy.networkLimit) return refuse('NETWORK_FULL', { remaining: 0 });
  if (peer.connectionCount >= policy.networkLimit) return refuse('PEER_NETWORK_FULL');
  return undefined;
}
