/**
 * Every way a request can be refused, and what the client can do about it. Codes are for ever: they may be added to, never
 * renamed or reused. The texts are the descriptions of the `ErrorCode` enum in the schema.
 */
export const ERROR_CODES = {
  INVALID_INPUT: 'A field of the input is not acceptable; `path` names it and `message` says what is.',
  NOT_FOUND: 'There is no such thing for you: the id is unknown, gone, or not yours to see.',
  CANNOT_INVITE_SELF: 'You cannot connect with, block or remove yourself.',
  ALREADY_CONNECTED: 'The two of you are connected already.',
  NOT_CONNECTED: 'The two of you are not connected.',
  ALREADY_INVITED: 'Your invitation to this member is still open. Withdraw it, or wait for an answer.',
  ALREADY_ANSWERED: 'You have answered this invitation already.',
  INVITATION_CLOSED: 'This invitation is no longer open: it was answered, withdrawn, or has expired.',
  ALREADY_ASKED: 'You have asked your one question about this invitation already.',
  NO_OPEN_QUESTION: 'There is no question about this invitation that waits for an answer.',
  ANSWER_LIMIT_REACHED: 'You have answered as many invitations as is possible within an hour. Try again at `retryAt`.',
  UNDO_TOO_LATE:
    'This answer can no longer be taken back: too much time has passed, or something else has happened since.',
  WITHDRAWN_RECENTLY: 'You withdrew an invitation to this member a short time ago. Try again at `retryAt`.',
  QUOTA_EXCEEDED: 'You have sent as many invitations as are allowed for now. Try again at `retryAt`.',
  OPEN_LIMIT_REACHED: 'You have as many open invitations as are allowed. Withdraw some, or wait for answers.',
  NETWORK_FULL: 'Your network has reached the largest size allowed. Remove a connection first.',
  PEER_NETWORK_FULL: "The other member's network has reached the largest size allowed.",
  MEMBER_BLOCKED: 'You have blocked this member. Unblock them first.',
  NOT_BLOCKED: 'You have not blocked this member.',
  BLOCKED_RECENTLY: 'You unblocked this member a short time ago. You can block them again at `retryAt`.',
  IDEMPOTENCY_KEY_REUSED:
    'This `idempotencyKey` was used before with a different input. Use a new key for a new request.',
  TRY_AGAIN:
    'The server is busy or a dependency is restarting; nothing was changed. Send the same request again shortly.',
  EMAIL_TAKEN: 'There is an account with this e-mail address already. Sign in instead.',
  HANDLE_TAKEN: 'Another member has this handle. Choose another.',
  WRONG_CREDENTIALS: 'The e-mail address or the password is wrong.',
  SESSION_ENDED: 'This session has ended: the refresh token is unknown, expired, or was used before. Sign in again.',
  NOTE_REQUIRED: 'This member asks for a personal note with every invitation; see `relationship.asks`.',
  REASON_REQUIRED: 'This member asks for a reason other than OTHER; see `relationship.asks`.',
  STANDING_RESTRICTED:
    'Too many members have said that they do not know you. Until `retryAt` you can only invite people whose e-mail address you know: send it as `recipientEmail`. See `viewer.standing`.',
  NOT_RESTRICTED: 'There is nothing to appeal against: your standing is not restricted now.',
  ALREADY_APPEALED: 'You have appealed against this restriction already.',
  TOO_MANY_ATTEMPTS: 'Too many attempts. Try again at `retryAt`.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** What a refusal carries besides its code. Times are epoch milliseconds. */
export interface RefusalDetails {
  /** Where in the input the problem is: field names, and list positions as numbers in text, outermost first. */
  readonly path?: readonly string[];
  /** When the same request may succeed. */
  readonly retryAt?: number;
  /** How much of the exhausted allowance is left. */
  readonly remaining?: number;
}

/** An expected refusal. It travels as an exception and reaches the client as data: an entry of a payload's `errors`. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: RefusalDetails = {},
    message: string = ERROR_CODES[code],
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The field named by `path` is not acceptable; `message` says what would be. */
export class InvalidInput extends DomainError {
  constructor(path: string | readonly string[], message: string) {
    super('INVALID_INPUT', { path: typeof path === 'string' ? [path] : path }, message);
  }
}

/** The id in the field named by `path` leads nowhere for this viewer. */
export class NotFound extends DomainError {
  constructor(path: string | readonly string[]) {
    super('NOT_FOUND', { path: typeof path === 'string' ? [path] : path });
  }
}

/** The server cannot do it now; nothing was changed. */
export class TryAgain extends DomainError {
  constructor() {
    super('TRY_AGAIN');
  }
}
