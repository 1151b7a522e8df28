import type { Policy } from '../policy';
import { mark } from './admission.rules';
import type { Fact } from './facts';
import type { OpenInvitation, View, Window } from './relationship-state';

const HOUR = 3_600_000;
/** What counts as answering. */
const ANSWERS: ReadonlySet<Fact['kind']> = new Set(['connected', 'declined', 'declineUndone', 'snoozed', 'asked']);

/** What a fact does to the states. `id` is the change's id, which is also that of an invitation it makes. */
export function evolve(view: View, fact: Fact, id: number, at: number, policy: Policy): void {
  const { pair, actor, peer, mine, theirs } = view;
  pair.version += 1;
  if (ANSWERS.has(fact.kind)) mark(actor.answers, at, HOUR);
  switch (fact.kind) {
    case 'invited':
      pair.open = {
        id,
        sender: actor.id,
        state: fact.placed,
        expiresAt: at + policy.invitationLifetime,
        answeredAt: null,
        answeredVersion: null,
        question: null,
        reply: null,
        next: fact.placed === 'PENDING' && fact.counted ? { by: 'FIRST', at: at + policy.firstReminder } : null,
        reminder: null,
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
      pair.open = { ...fact.open, state: 'DECLINED', next: null, answeredAt: at, answeredVersion: pair.version };
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
      // Else blocking and unblocking would be a way around the pause after withdrawing.
      if (fact.open?.sender === actor.id) mine.withdrewAt = at;
      if (fact.open) close(view, fact.open);
      if (fact.connected) disconnect(view);
      return;
    case 'left':
      mine.blockedAt = null;
      theirs.blockedAt = null;
      if (fact.open) close(view, fact.open);
      if (fact.connected) disconnect(view);
      return;
    case 'asked':
      pair.open = { ...fact.open, question: id, next: null };
      return;
    case 'replied':
      pair.open = { ...fact.open, reply: id };
      return;
    case 'allowed':
      theirs.unknown = false;
      // Done in silence, so it must not show in whether the other may still take back a decline.
      if (pair.open?.answeredVersion === pair.version - 1) pair.open = { ...pair.open, answeredVersion: pair.version };
      return;
    case 'snoozed':
      pair.open = { ...fact.open, next: fact.until === null ? null : { by: 'WAKE', at: fact.until } };
      return;
    case 'reminded': {
      // Counted from the first, so that two never come at once after a long rest.
      const last = { by: 'LAST', at: at + policy.lastReminder - policy.firstReminder } as const;
      pair.open = { ...fact.open, next: fact.last ? null : last, reminder: id };
      return;
    }
    case 'woken':
      pair.open = { ...fact.open, next: null };
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
