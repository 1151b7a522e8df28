import type { Policy } from '../policy';
import { fullUntil } from './admission.rules';
import { type Answer, type PairCommand, type Refusal, refuse } from './command';
import type { Fact } from './facts';
import { invite, networkFull } from './inviting.rules';
import type { OpenInvitation, View } from './relationship-state';

/** The policy: what a command does to two people as they stand, or why it is refused. Pure; `at` is epoch milliseconds. */
export function decide(view: View, command: PairCommand, at: number, policy: Policy): Fact | Refusal {
  const { pair, actor, peer, mine, theirs } = view;
  if (actor.id === peer.id) return refuse('CANNOT_INVITE_SELF');
  if (command.kind === 'expire') return expire(view, command.invitation, at);
  if (command.kind === 'return') return comeBack(view, command.invitation, at);
  if (command.kind === 'leave') return leave(view);
  // To whoever is blocked, the blocker's account is closed.
  if (actor.erased || peer.erased || theirs.blockedAt !== null) return refuse('NOT_FOUND');

  switch (command.kind) {
    case 'invite':
      return invite(view, command, at, policy);
    case 'accept':
    case 'decline':
    case 'undoDecline':
    case 'snooze':
    case 'ask':
      return answersExhausted(view, at, policy) ?? answer(view, command, at, policy);
    case 'reply':
      return reply(view, command.invitation, command.text);
    case 'allow':
      return mine.blockedAt === null ? { kind: 'allowed' } : refuse('MEMBER_BLOCKED');
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

/** The last that is ever done with a pair; the other hears what a blocked member would. */
function leave({ pair, actor }: View): Fact | Refusal {
  if (!actor.erased || pair.version === 0) return refuse('NOT_FOUND');
  return { kind: 'left', open: pair.open, connected: pair.connectedAt !== null };
}

/** Answering is free, but not for machines. */
function answersExhausted({ actor }: View, at: number, policy: Policy): Refusal | undefined {
  const retryAt = fullUntil(actor.answers, policy.answersPerHour, at, HOUR);
  return retryAt === null ? undefined : refuse('ANSWER_LIMIT_REACHED', { retryAt, remaining: 0 });
}

const HOUR = 3_600_000;

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
  if (command.kind === 'snooze') return { kind: 'snoozed', open, until: command.until };
  if (command.kind === 'ask')
    return open.question === null ? { kind: 'asked', open, text: command.text } : refuse('ALREADY_ASKED');
  if (command.kind === 'decline') return { kind: 'declined', open, report: command.report };
  return networkFull(view, policy) ?? { kind: 'connected', open, crossing: false, silent: command.origin === 'IMPORT' };
}

/** A hidden no leaves the question answerable: the sender knows of none. */
function reply({ pair, actor }: View, invitation: number, text: string): Fact | Refusal {
  const { open } = pair;
  if (open?.id !== invitation) return refuse('INVITATION_CLOSED');
  if (open.sender !== actor.id) return refuse('NOT_FOUND');
  const waits = open.question !== null && open.reply === null;
  return waits ? { kind: 'replied', open, text } : refuse('NO_OPEN_QUESTION');
}

function expire({ pair }: View, invitation: number, at: number): Fact | Refusal {
  if (pair.open?.id !== invitation || !isDue(pair.open, at)) return refuse('INVITATION_CLOSED');
  return { kind: 'expired', open: pair.open };
}

/** At most two reminders; any answer has cleared what was to come. */
function comeBack({ pair: { open } }: View, invitation: number, at: number): Fact | Refusal {
  if (open?.id !== invitation || !open.next || at < open.next.at) return refuse('INVITATION_CLOSED');
  if (open.next.by === 'WAKE') return { kind: 'woken', open };
  return { kind: 'reminded', open, last: open.next.by === 'LAST' };
}

export const isDue = (open: OpenInvitation, at: number): boolean => at >= open.expiresAt;
