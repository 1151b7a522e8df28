import type { Policy } from '../policy';
import { fullUntil, mark, type Placement, place } from './admission.rules';
import { type Answer, type Invite, type PairCommand, type Refusal, type Report, refuse } from './command';
import type { OpenInvitation, View, Window } from './relationship-state';

/** What happened. `open` is the invitation that was open until then. */
export type Fact =
  | Invited
  | { readonly kind: 'connected'; readonly open: OpenInvitation; readonly crossing: boolean; readonly silent: boolean }
  | { readonly kind: 'declined'; readonly open: OpenInvitation; readonly report: Report }
  | { readonly kind: 'declineUndone' | 'withdrawn' | 'expired'; readonly open: OpenInvitation }
  | { readonly kind: 'disconnected' | 'unblocked' }
  | { readonly kind: 'blocked'; readonly open: OpenInvitation | null; readonly connected: boolean };

/** `counted`: within the quota. `proved`: its sender tried to prove that they know the recipient. */
interface Invited {
  readonly kind: 'invited';
  readonly placed: Placement;
  readonly counted: boolean;
  readonly proved: boolean;
}

/** The policy: what a command does to two people as they stand, or why it is refused. Pure; `at` is epoch milliseconds. */
export function decide(view: View, command: PairCommand, at: number, policy: Policy): Fact | Refusal {
  const { pair, actor, peer, mine, theirs } = view;
  if (actor.id === peer.id) return refuse('CANNOT_INVITE_SELF');
  if (command.kind === 'expire') return expire(view, command.invitation, at);
  // To whoever is blocked, the blocker's account is closed.
  if (actor.erased || peer.erased || theirs.blockedAt !== null) return refuse('NOT_FOUND');

  switch (command.kind) {
    case 'invite':
      return invite(view, command, at, policy);
    case 'accept':
    case 'decline':
    case 'undoDecline':
      return answer(view, command, at, policy);
    case 'withdraw':
      if (pair.open?.id !== command.invitation) return refuse('INVITATION_CLOSED');
      return pair.open.sender === actor.id ? { kind: 'withdrawn', open: pair.open } : refuse('NOT_FOUND');
    case 'disconnect':
      return pair.connectedAt === null ? refuse('NOT_CONNECTED') : { kind: 'disconnected' };
    case 'block':
      if (mine.blockedAt !== null) return refuse('MEMBER_BLOCKED');
      if (mine.unblockedAt !== null && at < mine.unblockedAt + policy.blockCooldown)
        return refuse('BLOCKED_RECENTLY', { retryAt: mine.unblockedAt + policy.blockCooldown });
      return { kind: 'blocked', open: pair.open, connected: pair.connectedAt !== null };
    case 'unblock':
      return mine.blockedAt === null ? refuse('NOT_BLOCKED') : { kind: 'unblocked' };
  }
}

function invite(view: View, command: Invite, at: number, policy: Policy): Fact | Refusal {
  const { pair, actor, peer, mine } = view;
  const imported = command.origin === 'IMPORT';
  if (mine.blockedAt !== null) return refuse('MEMBER_BLOCKED');
  if (pair.connectedAt !== null) return refuse('ALREADY_CONNECTED');
  if (pair.open?.sender === actor.id) return refuse('ALREADY_INVITED');
  if (pair.open)
    return networkFull(view, policy) ?? { kind: 'connected', open: pair.open, crossing: true, silent: imported };
  if (mine.withdrewAt !== null && at < mine.withdrewAt + policy.withdrawCooldown)
    return refuse('WITHDRAWN_RECENTLY', { retryAt: mine.withdrewAt + policy.withdrawCooldown });
  if (imported) return { kind: 'invited', placed: mine.unknown ? 'DROPPED' : 'PENDING', counted: false, proved: false };
  const refusal =
    demandUnmet(view, command) ??
    tooManyProofs(view, command, at, policy) ??
    quotaExceeded(view, policy) ??
    openLimitReached(view, at, policy);
  if (refusal) return refusal;
  const placed = mine.unknown ? 'DROPPED' : place(peer, command, at);
  return { kind: 'invited', placed, counted: true, proved: triesToProve(command) };
}

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

function answer(view: View, command: Answer, at: number, policy: Policy): Fact | Refusal {
  const { pair, actor } = view;
  const { open } = pair;
  if (open?.id !== command.invitation)
    return refuse(pair.connectedAt === null ? 'INVITATION_CLOSED' : 'ALREADY_ANSWERED');
  // The sender cannot answer, and what was dropped does not exist for its recipient.
  if (open.sender === actor.id || open.state === 'DROPPED') return refuse('NOT_FOUND');
  if (command.kind === 'undoDecline') {
    if (open.state !== 'DECLINED' || open.answeredAt === null) return refuse('UNDO_TOO_LATE');
    const late = at > open.answeredAt + policy.undoWindow || pair.version !== open.answeredVersion;
    return late ? refuse('UNDO_TOO_LATE') : { kind: 'declineUndone', open };
  }
  if (open.state === 'DECLINED') return refuse('ALREADY_ANSWERED');
  if (command.kind === 'decline') return { kind: 'declined', open, report: command.report };
  return networkFull(view, policy) ?? { kind: 'connected', open, crossing: false, silent: command.origin === 'IMPORT' };
}

function expire({ pair }: View, invitation: number, at: number): Fact | Refusal {
  if (pair.open?.id !== invitation || !isDue(pair.open, at)) return refuse('INVITATION_CLOSED');
  return { kind: 'expired', open: pair.open };
}

export const isDue = (open: OpenInvitation, at: number): boolean => at >= open.expiresAt;

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

function networkFull({ actor, peer }: View, policy: Policy): Refusal | undefined {
  if (actor.connectionCount >= policy.networkLimit) return refuse('NETWORK_FULL', { remaining: 0 });
  if (peer.connectionCount >= policy.networkLimit) return refuse('PEER_NETWORK_FULL');
  return undefined;
}

export const DAY = 86_400_000;
export const WEEK = 7 * DAY;

/** What a fact does to the states. `id` is the change's id, which is also that of an invitation it makes. */
export function evolve(view: View, fact: Fact, id: number, at: number, policy: Policy): void {
  const { pair, actor, peer, mine, theirs } = view;
  pair.version += 1;
  switch (fact.kind) {
    case 'invited':
      pair.open = {
        id,
        sender: actor.id,
        state: fact.placed,
        expiresAt: at + policy.invitationLifetime,
        answeredAt: null,
        answeredVersion: null,
      };
      actor.openSentCount += 1;
      theirs.unknown = false;
      if (fact.placed === 'PENDING' && fact.counted) mark(peer.intake, at);
      if (fact.proved) mark(actor.proofs, at);
      if (fact.counted) for (const window of [actor.day, actor.week]) count(window, at);
      return;
    case 'connected':
      close(view, fact.open);
      pair.connectedAt = at;
      actor.connectionCount += 1;
      peer.connectionCount += 1;
      theirs.unknown = false;
      return;
    case 'declined':
      pair.open = { ...fact.open, state: 'DECLINED', answeredAt: at, answeredVersion: pair.version };
      theirs.unknown = fact.report !== 'NONE';
      return;
    case 'declineUndone':
      pair.open = { ...fact.open, state: 'PENDING', answeredAt: null, answeredVersion: null };
      theirs.unknown = false;
      return;
    case 'withdrawn':
      close(view, fact.open);
      mine.withdrewAt = at;
      return;
    case 'expired':
      close(view, fact.open);
      return;
    case 'blocked':
      mine.blockedAt = at;
      if (fact.open) close(view, fact.open);
      if (fact.connected) disconnect(view);
      return;
    case 'unblocked':
      mine.blockedAt = null;
      mine.unblockedAt = at;
      return;
    case 'disconnected':
      disconnect(view);
      return;
  }
}

function close({ pair, actor, peer }: View, open: OpenInvitation): void {
  const sender = open.sender === actor.id ? actor : peer;
  sender.openSentCount -= 1;
  pair.open = null;
}

function disconnect({ pair, actor, peer }: View): void {
  pair.connectedAt = null;
  actor.connectionCount -= 1;
  peer.connectionCount -= 1;
}

function count(window: Window, at: number): void {
  window.count += 1;
  window.oldest ??= at;
}
