import type { EventKind } from '../events/event-kinds';
import type { OpenState } from '../relationships/relationship-state';

/** A change as one of the two heard of it, and what the other heard of the same change. */
export interface Deed {
  readonly change: number;
  readonly reader: number;
  readonly kind: EventKind;
  readonly other: EventKind | null;
  /** Whether the other may have heard of it all the same, in an event that has been pruned. */
  readonly half: boolean;
  readonly subject: number | null;
  readonly actor: number | null;
}

/** How two people stand: whether connected, the open invitation and how it stands with its recipient, who has blocked. */
export interface Outlook {
  readonly connected: boolean;
  readonly open: number | null;
  readonly state: OpenState | null;
  readonly blocked: readonly number[];
}

export interface Situation extends Outlook {
  readonly sender: number | null;
}

export type Two = { readonly low: number; readonly high: number };

/** Of the two ways to tell of one change, that of its actor; of an expiry, that of the sender. */
export function actorsOf(one: Deed, other: Deed): Deed {
  const first = one.actor === null ? one.kind === 'INVITATION_EXPIRED' : one.actor === one.reader;
  return first ? one : other;
}

/** The situations to which the actor's event can lead from here; none when it could not have happened. */
export function nextOf({ low, high }: Two, now: Situation, deed: Deed): Situation[] {
  const { kind, reader, other, subject } = deed;
  if (deed.actor !== null && deed.actor !== reader) return [];
  const peer = reader === low ? high : low;
  const free = { ...now, open: null, state: null, sender: null };
  const about = now.open !== null && now.open === subject;
  const closing = about && other === (now.state === 'PENDING' ? 'INVITATION_REMOVED' : null);
  if (now.blocked.includes(peer) || (now.blocked.length > 0 && kind !== 'BLOCK_REMOVED')) return [];
  switch (kind) {
    case 'INVITATION_SENT': {
      const [shown, unseen] = [other === 'INVITATION_RECEIVED', other === null];
      const legal = !now.connected && now.open === null && deed.change === subject && (shown || unseen);
      // Filed or dropped: the events do not say which, what follows does.
      const states = unseen ? (['FILED', 'DROPPED'] as const) : (['PENDING'] as const);
      return legal ? states.map((state) => ({ ...now, open: subject, sender: reader, state })) : [];
    }
    case 'INVITATION_UPDATED': {
      if (!about || now.state === 'DROPPED') return [];
      const waits = now.state !== 'DECLINED';
      // The sender answers a question; the recipient asks one, or decides, undoes or puts off in silence. Which it was, the
      // event does not say: the situation does.
      if (now.sender === reader) return other === (waits ? 'INVITATION_UPDATED' : null) ? [now] : [];
      if (other !== null) return waits ? [now] : [];
      return waits ? [now, { ...now, state: 'DECLINED' }] : [{ ...now, state: 'PENDING' }];
    }
    case 'INVITATION_REMINDER':
      return about && now.sender === peer && now.state === 'PENDING' && other === null ? [now] : [];
    case 'MEMBER_ALLOWED':
      return subject === peer && other === null ? [now] : [];
    case 'INVITATION_WITHDRAWN':
      return closing && now.sender === reader ? [free] : [];
    case 'INVITATION_EXPIRED':
      return closing && now.sender === reader && deed.actor === null ? [free] : [];
    case 'CONNECTION_CREATED': {
      const legal = !now.connected && now.sender === peer && subject === peer && other === 'CONNECTION_CREATED';
      return legal ? [{ ...free, connected: true }] : [];
    }
    case 'CONNECTION_REMOVED':
      return now.connected && subject === peer && other === 'CONNECTION_REMOVED' ? [{ ...now, connected: false }] : [];
    case 'BLOCK_CREATED': {
      const expected = now.connected ? 'CONNECTION_REMOVED' : now.open === null ? null : heardByBlocked(now, reader);
      return subject === peer && other === expected ? [{ ...free, connected: false, blocked: [reader] }] : [];
    }
    case 'BLOCK_REMOVED':
      return now.blocked.includes(reader) && other === null ? [{ ...now, blocked: [] }] : [];
    default:
      return [];
  }
}

function heardByBlocked({ sender, state }: Situation, blocker: number): EventKind | null {
  if (sender !== blocker) return 'INVITATION_EXPIRED';
  return state === 'PENDING' ? 'INVITATION_REMOVED' : null;
}
