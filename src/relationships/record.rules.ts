import type { Policy } from '../policy';
import type { Changes, InvitationUpdate } from './changes';
import type { PairCommand } from './command';
import type { Fact } from './facts';
import { isMuted, type NotificationKind } from './notification-kinds';
import { isWaiting, type MemberFacts, type OpenInvitation, type View } from './relationship-state';

/** Writes down what a fact does to invitations, connections, blocks and notifications. `id` is the change's. */
export function record(
  changes: Changes,
  view: View,
  fact: Fact,
  command: PairCommand | null,
  id: number,
  { at, policy }: { readonly at: number; readonly policy: Policy },
): void {
  const { pair, actor, peer } = view;
  switch (fact.kind) {
    case 'invited':
      if (command?.kind !== 'invite') return;
      newInvitation(changes, view, command, id, at, at + policy.invitationLifetime);
      changes.updateInvitation(id, {
        recipientStatus: fact.placed,
        senderStatus: 'PENDING',
        openUntil: at + policy.invitationLifetime,
      });
      if (fact.placed === 'PENDING' && command.origin === 'DIRECT')
        notify(changes, peer, 'INVITATION_RECEIVED', actor, id, id, at);
      else if (fact.placed !== 'PENDING') changes.removeNotification(NONE);
      return;
    case 'connected': {
      const accepted = {
        senderStatus: 'ACCEPTED',
        recipientStatus: 'ACCEPTED',
        openUntil: null,
        answeredAt: at,
      } as const;
      changes.updateInvitation(fact.open.id, { ...accepted, report: null });
      if (command?.kind === 'invite') {
        newInvitation(changes, view, command, id, at, at);
        changes.updateInvitation(id, accepted);
      }
      const mine = fact.open.id;
      const theirs = fact.crossing ? id : fact.open.id;
      const [lowInvitation, highInvitation] = actor.id === pair.low ? [mine, theirs] : [theirs, mine];
      changes.connect({ low: pair.low, high: pair.high, at, lowInvitation, highInvitation });
      if (!fact.silent) notify(changes, peer, 'INVITATION_ACCEPTED', actor, fact.open.id, id, at);
      return;
    }
    case 'declined':
      changes.updateInvitation(fact.open.id, {
        recipientStatus: 'DECLINED',
        answeredAt: at,
        report: fact.report === 'NONE' ? null : fact.report,
        snoozedUntil: null,
      });
      return;
    case 'declineUndone':
      changes.updateInvitation(fact.open.id, { recipientStatus: 'PENDING', answeredAt: null, report: null });
      return;
    case 'snoozed':
      changes.updateInvitation(fact.open.id, { snoozedUntil: fact.until });
      return;
    case 'asked':
      changes.updateInvitation(fact.open.id, { question: fact.text, askedAt: at, snoozedUntil: null });
      notify(changes, peer, 'QUESTION_ASKED', actor, fact.open.id, id, at);
      return;
    case 'replied':
      changes.updateInvitation(fact.open.id, { reply: fact.text, repliedAt: at });
      if (isWaiting(fact.open)) notify(changes, peer, 'QUESTION_ANSWERED', actor, fact.open.id, id, at);
      else changes.removeNotification(NONE);
      return;
    case 'reminded':
      if (fact.open.reminder !== null) changes.removeNotification(fact.open.reminder);
      notify(changes, peer, 'INVITATION_REMINDER', actor, fact.open.id, id, at);
      return;
    case 'woken':
      changes.updateInvitation(fact.open.id, { snoozedUntil: null });
      return;
    case 'allowed':
      return;
    case 'withdrawn':
      end(changes, fact.open, 'WITHDRAWN');
      return;
    case 'expired':
      end(changes, fact.open, 'EXPIRED');
      return;
    case 'blocked':
      if (fact.open) end(changes, fact.open, fact.open.sender === actor.id ? 'WITHDRAWN' : 'EXPIRED');
      if (fact.connected) changes.disconnect(pair);
      changes.block(actor.id, peer.id, at);
      changes.silence(actor.id, peer.id);
      return;
    case 'left':
      if (fact.open) end(changes, fact.open, 'EXPIRED');
      if (fact.connected) changes.disconnect(pair);
      changes.block(actor.id, peer.id, null);
      changes.block(peer.id, actor.id, null);
      changes.left.add(pair);
      return;
    case 'unblocked':
      changes.block(actor.id, peer.id, null);
      return;
    case 'disconnected':
      changes.disconnect(pair);
      return;
  }
}

/**
 * No notification has this id. Where a hidden no spares the recipient's, this one is removed in vain: the sender waits for
 * the commit, and one statement less is time that they can measure.
 */
const NONE = 0;

function newInvitation(
  changes: Changes,
  { actor, peer, pair }: View,
  command: Extract<PairCommand, { kind: 'invite' }>,
  id: number,
  sentAt: number,
  expiresAt: number,
): void {
  const { reason, context, note, origin } = command;
  const crossing = pair.connectedAt !== null && origin === 'DIRECT';
  changes.newInvitations.set(id, {
    id,
    senderId: actor.id,
    recipientId: peer.id,
    reason,
    context,
    note,
    origin: crossing ? 'CROSSING' : origin,
    sentAt,
    expiresAt,
    sharesContext: command.acquaintance?.sharesContext ?? null,
  });
}

/** An invitation that is over without an acceptance leaves the recipient's sight, but for a decline of their own. */
function end(changes: Changes, open: OpenInvitation, senderStatus: 'WITHDRAWN' | 'EXPIRED'): void {
  const update: InvitationUpdate = { senderStatus, openUntil: null };
  const waits = isWaiting(open);
  changes.updateInvitation(open.id, waits ? { ...update, recipientStatus: 'REMOVED' } : update);
  // The question's is the sender's; the others are the recipient's, who keeps those of what they declined.
  for (const id of [open.question, ...(waits ? [open.id, open.reply, open.reminder] : [NONE])])
    if (id !== null) changes.removeNotification(id);
}

function notify(
  changes: Changes,
  member: MemberFacts,
  kind: NotificationKind,
  actor: MemberFacts,
  invitationId: number,
  id: number,
  at: number,
): void {
  if (isMuted(member.mutedKinds, kind)) return;
  changes.notifications.set(id, { id, memberId: member.id, kind, actorId: actor.id, invitationId, at });
}
