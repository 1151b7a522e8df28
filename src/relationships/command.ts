import type { Tx } from '../database/database';
import type { ErrorCode } from '../errors';
import type { EventKind } from '../events/event-kinds';
import type { Acquaintance, Admission } from './admission.rules';

/** Makes a repeated command answer what it answered the first time. `hash` identifies the input it came with. */
export interface Idempotency {
  readonly key: string;
  readonly hash: string;
}

/** IMPORT is exempt from the quota and the cap of open invitations, and notifies nobody. */
export type Origin = 'DIRECT' | 'IMPORT';

/** UNKNOWN_SENDER is "I don't know this person"; both reports decline as well. */
export type Report = 'NONE' | 'UNKNOWN_SENDER' | 'SPAM';

export interface Invite {
  readonly kind: 'invite';
  readonly actor: number;
  readonly peer: number;
  readonly reason: string;
  readonly context: string | null;
  readonly note: string | null;
  readonly origin: Origin;
  /** Absent: nothing is known of it. */
  readonly acquaintance?: Acquaintance | undefined;
  readonly idempotency?: Idempotency | undefined;
}

interface OfInvitation {
  readonly invitation: number;
  readonly idempotency?: Idempotency | undefined;
}

export interface Accept extends OfInvitation {
  readonly kind: 'accept';
  readonly actor: number;
  readonly origin: Origin;
}

export interface Decline extends OfInvitation {
  readonly kind: 'decline';
  readonly actor: number;
  readonly report: Report;
}

export interface UndoDecline extends OfInvitation {
  readonly kind: 'undoDecline';
  readonly actor: number;
}

/** Puts an invitation off until a time; null: takes it up again. */
export interface Snooze extends OfInvitation {
  readonly kind: 'snooze';
  readonly actor: number;
  readonly until: number | null;
}

/** The recipient's one question before deciding, and the sender's one answer. */
export interface Ask extends OfInvitation {
  readonly kind: 'ask';
  readonly actor: number;
  readonly text: string;
}

export interface Reply extends OfInvitation {
  readonly kind: 'reply';
  readonly actor: number;
  readonly text: string;
}

export interface Withdraw extends OfInvitation {
  readonly kind: 'withdraw';
  readonly actor: number;
}

/** Time's own commands: they have no actor and are refused before the invitation is due to end, or to come back. */
interface OfTime extends OfInvitation {
  readonly actor: null;
  readonly sender: number;
  readonly recipient: number;
}

export interface Expire extends OfTime {
  readonly kind: 'expire';
}

/** A reminder, or the end of a snooze. */
export interface ComeBack extends OfTime {
  readonly kind: 'return';
}

export type Answer = Accept | Decline | UndoDecline | Snooze | Ask;
export type AboutInvitation = Answer | Reply | Withdraw | Expire | ComeBack;

export interface AboutPeer {
  readonly kind: 'disconnect' | 'block' | 'unblock' | 'allow';
  readonly actor: number;
  readonly peer: number;
  readonly idempotency?: Idempotency | undefined;
}

/** What is left between an erased member and somebody else ends, and the record of it goes. */
export interface Leave {
  readonly kind: 'leave';
  readonly actor: number;
  readonly peer: number;
  readonly idempotency?: undefined;
}

/** From here on the member is gone for everybody, and can do nothing; their own devices are not told. */
export interface Erase {
  readonly kind: 'erase';
  readonly actor: number;
  readonly write: (tx: Tx, at: number) => Promise<void>;
  readonly idempotency?: undefined;
}

/** A change that concerns only its actor; `write` runs in the same transaction as the event that tells of it. */
export interface OwnChange {
  readonly kind: 'own';
  readonly actor: number;
  /** Whom it mentions: they must not have been erased, and cannot be meanwhile. */
  readonly about?: number | undefined;
  readonly event: EventKind;
  readonly payload?: Readonly<Record<string, unknown>> | undefined;
  readonly write: (tx: Tx, at: number) => Promise<void>;
  /** What `write` changes of the actor's admission: commands behind this one in the same batch obey it already. */
  readonly admission?: Partial<Admission> | undefined;
  readonly idempotency?: undefined;
}

/** Time's own, about one member's standing; refused before it is due. */
export interface Recount {
  readonly kind: 'recount';
  readonly actor: number;
  readonly idempotency?: undefined;
}

export interface Appeal {
  readonly kind: 'appeal';
  readonly actor: number;
  readonly text: string;
  readonly idempotency?: Idempotency | undefined;
}

/** An operator's, who says why; `actor` is whose standing it is about. */
interface Pardon {
  readonly kind: 'pardon' | 'revokePardon';
  readonly actor: number;
  readonly text: string;
  readonly idempotency?: undefined;
}

export type OfStanding = Recount | Appeal | Pardon;
export type PairCommand = Invite | AboutInvitation | AboutPeer | Leave;
export type Command = PairCommand | OwnChange | Erase | OfStanding;

/** Nothing was changed, for a reason the rules name. Times are epoch milliseconds. */
export interface Refusal {
  readonly refused: ErrorCode;
  readonly retryAt?: number;
  readonly remaining?: number;
}

/** The command took effect as change `change`. `connected`: the two are connected by it. */
export interface Done {
  readonly change: number;
  readonly invitation?: number;
  readonly connected?: boolean;
}

export type Outcome = Done | Refusal;

export const refuse = (refused: ErrorCode, details: Omit<Refusal, 'refused'> = {}): Refusal => ({
  refused,
  ...details,
});

export const isRefusal = (value: object): value is Refusal => 'refused' in value;
