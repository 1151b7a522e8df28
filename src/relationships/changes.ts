import type { Tx } from '../database/database';
import type { NewEvent } from '../events/event';
import type { Idempotency, Outcome } from './command';
import type { NotificationKind } from './notification-kinds';
import { type MemberFacts, type PairState, pairKey } from './relationship-state';
import type { StandingReport } from './standing.rules';

export interface NewInvitation {
  readonly id: number;
  readonly senderId: number;
  readonly recipientId: number;
  readonly reason: string;
  readonly context: string | null;
  readonly note: string | null;
  readonly origin: 'DIRECT' | 'IMPORT' | 'CROSSING';
  readonly sentAt: number;
  readonly expiresAt: number;
  /** Null: not looked up. */
  readonly sharesContext: boolean | null;
}

/** The columns of an invitation that change; absent ones stay. `openUntil` null: it no longer counts as open. */
export interface InvitationUpdate {
  readonly senderStatus?: 'PENDING' | 'ACCEPTED' | 'WITHDRAWN' | 'EXPIRED';
  readonly recipientStatus?: 'PENDING' | 'FILED' | 'ACCEPTED' | 'DECLINED' | 'DROPPED' | 'REMOVED';
  readonly report?: string | null;
  readonly answeredAt?: number | null;
  readonly openUntil?: number | null;
  readonly snoozedUntil?: number | null;
  readonly question?: string;
  readonly askedAt?: number;
  readonly reply?: string;
  readonly repliedAt?: number;
}

export interface NewNotification {
  readonly id: number;
  readonly memberId: number;
  readonly kind: NotificationKind;
  /** Null: nobody did it, or it is about none. */
  readonly actorId: number | null;
  readonly invitationId: number | null;
  readonly at: number;
}

/** A connection that now stands; each side keeps the invitation whose note it is remembered by. */
export interface Connected {
  readonly low: number;
  readonly high: number;
  readonly at: number;
  readonly lowInvitation: number;
  readonly highInvitation: number;
}

/** A report that was made, or (null) taken back. */
export interface ReportChange {
  readonly reported: number;
  readonly reporter: number;
  readonly made: StandingReport | null;
}

/** What an operator will want to read of a member's standing. */
export interface StandingRecord {
  readonly id: number;
  readonly member: number;
  readonly kind: 'RESTRICTED' | 'APPEALED' | 'PARDONED' | 'PARDON_REVOKED' | 'OVERUSED';
  readonly text: string | null;
  readonly at: number;
}

/** Everything a batch changes, as last states: what several commands did to one row is written once. */
export class Changes {
  readonly members = new Set<MemberFacts>();
  readonly pairs = new Set<PairState>();
  /** Those of the pairs whose rows go. */
  readonly left = new Set<PairState>();
  readonly erased: number[] = [];
  readonly events: NewEvent[] = [];
  readonly newInvitations = new Map<number, NewInvitation>();
  readonly invitationUpdates = new Map<number, InvitationUpdate>();
  readonly connections = new Map<
    string,
    Connected | { readonly low: number; readonly high: number; readonly at: null }
  >();
  readonly blocks = new Map<string, { readonly member: number; readonly peer: number; readonly at: number | null }>();
  readonly notifications = new Map<number, NewNotification>();
  readonly goneNotifications = new Set<number>();
  /** Pairs whose notifications about each other go. */
  readonly silenced: (readonly [one: number, other: number])[] = [];
  /** Members whose standing, or the time of its next recount, changed. */
  readonly standings = new Set<MemberFacts>();
  readonly reports = new Map<string, ReportChange>();
  readonly records: StandingRecord[] = [];
  readonly keys: { member: number; idempotency: Idempotency; outcome: Outcome; at: number }[] = [];
  readonly writes: ((tx: Tx) => Promise<void>)[] = [];

  /** Whether anybody has to be told, so that the lane must carry this batch. */
  get tells(): boolean {
    return this.members.size > 0;
  }

  get isEmpty(): boolean {
    return !this.tells && this.keys.length === 0 && this.standings.size === 0;
  }

  updateInvitation(id: number, update: InvitationUpdate): void {
    this.invitationUpdates.set(id, { ...this.invitationUpdates.get(id), ...update });
  }

  connect(connected: Connected): void {
    this.connections.set(pairKey(connected.low, connected.high), connected);
  }

  disconnect({ low, high }: PairState): void {
    this.connections.set(pairKey(low, high), { low, high, at: null });
  }

  block(member: number, peer: number, at: number | null): void {
    this.blocks.set(`${member}:${peer}`, { member, peer, at });
  }

  report(change: ReportChange): void {
    this.reports.set(`${change.reported}:${change.reporter}`, change);
  }

  removeNotification(id: number): void {
    if (!this.notifications.delete(id)) this.goneNotifications.add(id);
  }

  silence(one: number, other: number): void {
    for (const n of this.notifications.values())
      if (n.actorId !== null && pairKey(n.memberId, n.actorId) === pairKey(one, other)) this.notifications.delete(n.id);
    this.silenced.push([one, other]);
  }
}
