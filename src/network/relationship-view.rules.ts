import type { ErrorCode } from '../errors';
import type { Policy } from '../policy';
import { OPEN_ADMISSION } from '../relationships/admission.rules';
import { isRefusal } from '../relationships/command';
import { decide, isDue } from '../relationships/relationship.rules';
import { type MemberFacts, type OpenInvitation, type PairState, viewOf } from '../relationships/relationship-state';

export const RELATIONSHIP_STATES = {
  NONE: 'Nothing that you may know of; also for yourself.',
  INVITATION_SENT: 'Your invitation is open.',
  INVITATION_RECEIVED: 'Their invitation waits for your answer.',
  CONNECTED: 'You are connected.',
  BLOCKED: 'You have blocked this member. Nobody is told who has blocked them.',
} as const;

export type RelationshipState = keyof typeof RELATIONSHIP_STATES;

/** What a member demands openly of those who invite them. */
export interface InvitationDemand {
  readonly note: boolean;
  readonly reason: boolean;
}

/** How a member stands to the viewer. Everything in it was read at one moment. */
export interface RelationshipView {
  readonly viewerId: number;
  readonly peerId: number;
  readonly state: RelationshipState;
  readonly connectedAt: number | null;
  readonly asOfSeq: string;
  /** The invitation behind INVITATION_SENT and INVITATION_RECEIVED. */
  readonly invitationId: number | null;
  readonly asks: InvitationDemand | null;
  /** What the viewer has noted; null where the two are not connected. */
  readonly label: string | null;
  readonly privateNote: string | null;
  /** Never leaves the server: it holds what each of the two did in private. */
  readonly pair: PairState;
}

/** What the viewer may know of a pair at time `at`; null when the other has blocked them. */
export function relationshipFor(
  viewerId: number,
  peerId: number,
  { pair, asks, label, privateNote }: Pick<RelationshipView, 'pair' | 'asks' | 'label' | 'privateNote'>,
  at: number,
): RelationshipView | null {
  const [mine, theirs] = viewerId === pair.low ? [pair.lowSide, pair.highSide] : [pair.highSide, pair.lowSide];
  if (theirs.blockedAt !== null) return null;
  const open = pair.open && isWaiting(pair.open, viewerId, at) ? pair.open : null;
  const state = stateOf(pair, open, viewerId, mine.blockedAt !== null);
  const { connectedAt } = pair;
  const noted = connectedAt === null ? { label: null, privateNote: null } : { label, privateNote };
  const about = { viewerId, peerId, state, connectedAt, asks, ...noted };
  return { ...about, asOfSeq: String(mine.seq), invitationId: open?.id ?? null, pair };
}

function stateOf(pair: PairState, open: OpenInvitation | null, viewerId: number, blocked: boolean): RelationshipState {
  if (blocked) return 'BLOCKED';
  if (pair.connectedAt !== null) return 'CONNECTED';
  if (!open) return 'NONE';
  return open.sender === viewerId ? 'INVITATION_SENT' : 'INVITATION_RECEIVED';
}

/** Open as the viewer sees it: to its sender whatever the recipient did in silence, to its recipient until they answered. */
function isWaiting(open: OpenInvitation, viewerId: number, at: number): boolean {
  return !isDue(open, at) && (open.sender === viewerId || open.state === 'PENDING');
}

/**
 * Why the viewer may not invite now, or null, by the rules that sending obeys, as far as the viewer knows what they are
 * applied to: an invitation that was not put before them counts as none, and the size of the other's network stays theirs.
 */
export function cannotInvite(
  { pair, peerId }: RelationshipView,
  viewer: MemberFacts,
  at: number,
  policy: Policy,
): ErrorCode | null {
  const { open } = pair;
  const known = open && !isDue(open, at) && (open.sender === viewer.id || isKnown(open)) ? open : null;
  const peer: MemberFacts = { ...viewer, id: peerId, connectionCount: 0, admission: OPEN_ADMISSION };
  const invite = { kind: 'invite', actor: viewer.id, peer: peerId, ...BARE, origin: 'DIRECT' } as const;
  const decision = decide(viewOf({ ...pair, open: known }, viewer, peer), invite, at, policy);
  return isRefusal(decision) ? decision.refused : null;
}

const isKnown = ({ state }: OpenInvitation): boolean => state === 'PENDING' || state === 'DECLINED';

const BARE = { reason: 'OTHER', context: null, note: null } as const;
