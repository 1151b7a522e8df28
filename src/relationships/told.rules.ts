import type { EventKind } from '../events/event-kinds';
import type { Fact } from './facts';
import { isWaiting, type OpenInvitation } from './relationship-state';

/** What each of the two is told of a fact: the table of who hears what. Null: nothing. */
export interface Told {
  readonly actor: EventKind | null;
  readonly peer: EventKind | null;
}

/** `actor` is who did it; for what time does, the sender. */
export function told(fact: Fact, actor: number): Told {
  switch (fact.kind) {
    case 'invited':
      return { actor: 'INVITATION_SENT', peer: fact.placed === 'PENDING' ? 'INVITATION_RECEIVED' : null };
    case 'connected':
      return { actor: 'CONNECTION_CREATED', peer: 'CONNECTION_CREATED' };
    case 'declined':
    case 'declineUndone':
    case 'snoozed':
      return { actor: 'INVITATION_UPDATED', peer: null };
    case 'asked':
      return { actor: 'INVITATION_UPDATED', peer: 'INVITATION_UPDATED' };
    case 'replied':
      return { actor: 'INVITATION_UPDATED', peer: isWaiting(fact.open) ? 'INVITATION_UPDATED' : null };
    case 'reminded':
      return { actor: null, peer: 'INVITATION_REMINDER' };
    case 'woken':
      return { actor: null, peer: 'INVITATION_UPDATED' };
    case 'allowed':
      return { actor: 'MEMBER_ALLOWED', peer: null };
    case 'withdrawn':
      return { actor: 'INVITATION_WITHDRAWN', peer: ifVisible(fact.open) };
    case 'expired':
      return { actor: 'INVITATION_EXPIRED', peer: ifVisible(fact.open) };
    case 'disconnected':
      return { actor: 'CONNECTION_REMOVED', peer: 'CONNECTION_REMOVED' };
    case 'blocked':
      return { actor: 'BLOCK_CREATED', peer: toldOfBlock(fact, actor) };
    case 'unblocked':
      return { actor: 'BLOCK_REMOVED', peer: null };
    case 'left':
      return { actor: null, peer: toldOfBlock(fact, actor) };
  }
}

const ifVisible = (open: OpenInvitation): EventKind | null => (open.state === 'PENDING' ? 'INVITATION_REMOVED' : null);

/** The blocked side hears what it hears when the blocker's account is closed. */
function toldOfBlock(fact: Extract<Fact, { connected: boolean }>, actor: number): EventKind | null {
  if (fact.connected) return 'CONNECTION_REMOVED';
  if (!fact.open) return null;
  return fact.open.sender === actor ? ifVisible(fact.open) : 'INVITATION_EXPIRED';
}
