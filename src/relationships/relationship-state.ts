import { CONNECTED, HIGH_BLOCKS, LOW_BLOCKS, type PairNews } from '../events/lane';
import type { Admission, Placement, Tally } from './admission.rules';
import type { Standing } from './standing.rules';

/** How an open invitation stands with its recipient. PENDING and FILED wait for an answer, FILED in the "other" tray and unannounced. */
export type OpenState = Placement | 'DECLINED';

export interface OpenInvitation {
  readonly id: number;
  readonly sender: number;
  readonly state: OpenState;
  readonly expiresAt: number;
  /** When it was declined, and the pair's version just after: a decline can be taken back while nothing else happened. */
  readonly answeredAt: number | null;
  readonly answeredVersion: number | null;
  /** The changes by which the recipient asked their question and the sender answered it. */
  readonly question: number | null;
  readonly reply: number | null;
  /** When it comes before its recipient again, and the notification that did so last. */
  readonly next: Return | null;
  readonly reminder: number | null;
}

/** FIRST and LAST are reminders, WAKE ends a snooze. */
export interface Return {
  readonly by: 'FIRST' | 'LAST' | 'WAKE';
  readonly at: number;
}

/** Whether the recipient may still answer and has it in one of their trays. */
export const isWaiting = ({ state }: OpenInvitation): boolean => state === 'PENDING' || state === 'FILED';

/** What one of the two has done, or had done to them. Times are epoch milliseconds. */
export interface Side {
  /** This member's last event about the pair. */
  seq: number;
  withdrewAt: number | null;
  blockedAt: number | null;
  unblockedAt: number | null;
  /** The other has said "I don't know this person": this side's invitations are dropped unseen. */
  unknown: boolean;
}

/** What stands between two people; `low` has the smaller id. */
export interface PairState {
  readonly low: number;
  readonly high: number;
  version: number;
  connectedAt: number | null;
  open: OpenInvitation | null;
  readonly lowSide: Side;
  readonly highSide: Side;
}

/** Invitations sent within a rolling window; `oldest` is when the first of them was sent. */
export interface Window {
  count: number;
  oldest: number | null;
}

/** A member as the rules see them. */
export interface MemberFacts {
  readonly id: number;
  readonly createdAt: number;
  erased: boolean;
  readonly mutedKinds: number;
  lastSeq: number;
  lastTag: number;
  connectionCount: number;
  openSentCount: number;
  readonly day: Window;
  readonly week: Window;
  admission: Admission;
  standing: Standing;
  readonly answers: Tally;
  /** Invitations that were put before this member today, and attempts of theirs at knowing an address. */
  readonly intake: Tally;
  readonly proofs: Tally;
}

/** A pair from the point of view of the member who acts. */
export interface View {
  readonly pair: PairState;
  readonly actor: MemberFacts;
  readonly peer: MemberFacts;
  readonly mine: Side;
  readonly theirs: Side;
  /** Whether the two share a connection; looked at only for those who invite. */
  readonly mutual: boolean;
}

export function emptyPair(one: number, other: number): PairState {
  const side = (): Side => ({ seq: 0, withdrewAt: null, blockedAt: null, unblockedAt: null, unknown: false });
  return {
    low: Math.min(one, other),
    high: Math.max(one, other),
    version: 0,
    connectedAt: null,
    open: null,
    lowSide: side(),
    highSide: side(),
  };
}

export function viewOf(pair: PairState, actor: MemberFacts, peer: MemberFacts, mutual = false): View {
  const [mine, theirs] = actor.id === pair.low ? [pair.lowSide, pair.highSide] : [pair.highSide, pair.lowSide];
  return { pair, actor, peer, mine, theirs, mutual };
}

export const pairKey = (one: number, other: number): string => (one < other ? `${one}:${other}` : `${other}:${one}`);

/** What the lanes tell everybody about a pair. */
export function newsOf({ low, high, version, connectedAt, lowSide, highSide }: PairState): PairNews {
  const connected = connectedAt === null ? 0 : CONNECTED;
  const blocks = (lowSide.blockedAt === null ? 0 : LOW_BLOCKS) | (highSide.blockedAt === null ? 0 : HIGH_BLOCKS);
  return [low, high, connected | blocks, version];
}
