import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A position in your event stream. Opaque: store it after applying what came with it, and pass it as `after` to go on from there. It is yours alone and of no use to anybody else. */
  Cursor: { input: string; output: string; }
  /** A moment in UTC with milliseconds, ISO 8601: `2026-05-04T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A date of a career as exactly as it is known: `2019`, `2019-04` or `2019-04-01`. */
  PartialDate: { input: string; output: string; }
};

/** Which invitation to accept. */
export type AcceptInvitationInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An invitation you received. */
  readonly invitationId: Scalars['ID']['input'];
};

/** The invitation accepted, and the new connection. */
export type AcceptInvitationPayload = {
  readonly __typename?: 'AcceptInvitationPayload';
  /** The new connection, when this made one. */
  readonly edge: Maybe<NetworkEdge>;
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now; null when refused. */
  readonly invitation: Maybe<Invitation>;
};

/** How many of your invitations were accepted, of those sent long enough ago to tell: 30 days. */
export type AcceptanceRate = {
  readonly __typename?: 'AcceptanceRate';
  /** Accepted ones among them, from 0 to 1; null while there are fewer than 20. */
  readonly rate: Maybe<Scalars['Float']['output']>;
  /** How many were sent at least 30 days ago. */
  readonly sent: Scalars['Int']['output'];
};

/** Something a member has achieved. */
export type Accomplishment = {
  readonly __typename?: 'Accomplishment';
  /** As exactly as the member says. */
  readonly date: Maybe<Scalars['PartialDate']['output']>;
  /** More about it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** What it is. */
  readonly title: Scalars['String']['output'];
  /** Where to read more. */
  readonly url: Maybe<Scalars['String']['output']>;
};

/** Something you have achieved. */
export type AccomplishmentInput = {
  /** As exactly as you like. */
  readonly date?: InputMaybe<Scalars['PartialDate']['input']>;
  /** At most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters. */
  readonly title: Scalars['String']['input'];
  /** Where to read more: an http or https address. */
  readonly url?: InputMaybe<Scalars['String']['input']>;
};

/** Fields given replace, absent fields stay; null ends a limit or a pause. */
export type AdmissionInput = {
  /** Public: an invitation to you needs a personal note. */
  readonly asksNote?: InputMaybe<Scalars['Boolean']['input']>;
  /** Public: an invitation to you needs a reason other than OTHER. */
  readonly asksReason?: InputMaybe<Scalars['Boolean']['input']>;
  /** Private: how many invitations a day are put before you at most; null: any number. 1 to 1000. */
  readonly dailyIntake?: InputMaybe<Scalars['Int']['input']>;
  /** Private: until then every invitation goes to your "other" tray; null: no pause. At most a year ahead. */
  readonly pausedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Private: what becomes of invitations that you do not admit. During a pause they are always filed. */
  readonly unadmitted?: InputMaybe<Unadmitted>;
  /** Private: whose invitations are put before you. */
  readonly whoMayInvite?: InputMaybe<WhoMayInvite>;
};

/** How invitations reach you. */
export type AdmissionSettings = {
  readonly __typename?: 'AdmissionSettings';
  /** Public: an invitation to you needs a personal note. */
  readonly asksNote: Scalars['Boolean']['output'];
  /** Public: an invitation to you needs a reason other than OTHER. */
  readonly asksReason: Scalars['Boolean']['output'];
  /** Private: how many invitations a day are put before you at most; null: any number. */
  readonly dailyIntake: Maybe<Scalars['Int']['output']>;
  /** Private: until then every invitation goes to your "other" tray; null: no pause. */
  readonly pausedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Private: what becomes of invitations that you do not admit. During a pause they are always filed. */
  readonly unadmitted: Unadmitted;
  /** Private: whose invitations are put before you. */
  readonly whoMayInvite: WhoMayInvite;
};

/** Who may invite you again. */
export type AllowInvitationsFromInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member. */
  readonly memberId: Scalars['ID']['input'];
};

/** Who may invite you again. */
export type AllowInvitationsFromPayload = {
  readonly __typename?: 'AllowInvitationsFromPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The member; null when refused. */
  readonly member: Maybe<Member>;
};

/** What may be sent within a rolling window. */
export type AllowanceWindow = {
  readonly __typename?: 'AllowanceWindow';
  /** The most that may be sent within the window. */
  readonly limit: Scalars['Int']['output'];
  /** How many more may be sent now. */
  readonly remaining: Scalars['Int']['output'];
  /** When the oldest invitation leaves the window, so that one more may be sent; null when none is in it. */
  readonly resetsAt: Maybe<Scalars['DateTime']['output']>;
};

/** Which invitations to answer, and how. Name them, or describe them. */
export type AnswerInvitationsInput = {
  /** How. */
  readonly answer: InvitationAnswer;
  /** Only tells what would come of each item; nothing is changed. */
  readonly dryRun?: Scalars['Boolean']['input'];
  /** Instead of ids: those that wait for your answer and fit, oldest first, 50 at once. Send it again for as long as one of the outcomes is without errors: what was refused still fits. It takes no `idempotencyKey`: what was answered fits no more. */
  readonly filter?: InputMaybe<ReceivedFilter>;
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Up to 50 invitations you received. */
  readonly invitationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether to report the senders, too. Only with DECLINE. */
  readonly report?: DeclineReport;
};

/** What came of each answer. */
export type AnswerInvitationsPayload = {
  readonly __typename?: 'AnswerInvitationsPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** One for each item, in their order. */
  readonly outcomes: Maybe<ReadonlyArray<InvitationOutcome>>;
};

/** Your one answer to the question about your invitation. */
export type AnswerQuestionInput = {
  /** Plain text of at most 500 characters. */
  readonly answer: Scalars['String']['input'];
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An open invitation of yours. */
  readonly invitationId: Scalars['ID']['input'];
};

/** The invitation with your answer. */
export type AnswerQuestionPayload = {
  readonly __typename?: 'AnswerQuestionPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now; null when refused. */
  readonly invitation: Maybe<Invitation>;
};

/** What you have to say against a restriction of your standing. */
export type AppealStandingInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Plain text of at most 1000 characters, for the operator to read. */
  readonly text: Scalars['String']['input'];
};

/** What came of appealStanding. */
export type AppealStandingPayload = {
  readonly __typename?: 'AppealStandingPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** Your standing, with the appeal; null when refused. */
  readonly standing: Maybe<Standing>;
};

/** Your one question before you decide. It does not accept. */
export type AskSenderInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An invitation that waits for your answer. */
  readonly invitationId: Scalars['ID']['input'];
  /** Plain text of at most 500 characters. */
  readonly question: Scalars['String']['input'];
};

/** The invitation with your question. */
export type AskSenderPayload = {
  readonly __typename?: 'AskSenderPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now; null when refused. */
  readonly invitation: Maybe<Invitation>;
};

/** You have blocked a member, perhaps on another device. A connection and open invitations ended with it. */
export type BlockCreatedEvent = Event & {
  readonly __typename?: 'BlockCreatedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** The other member, as they are to you now. */
  readonly member: Member;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** Whom to block. */
export type BlockMemberInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The other member. */
  readonly memberId: Scalars['ID']['input'];
};

/** What came of blockMember. */
export type BlockMemberPayload = {
  readonly __typename?: 'BlockMemberPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The other member as they are to you now; null when refused. */
  readonly member: Maybe<Member>;
  /** How they stand to you now; null when refused. */
  readonly relationship: Maybe<Relationship>;
};

/** You have unblocked a member, perhaps on another device. */
export type BlockRemovedEvent = Event & {
  readonly __typename?: 'BlockRemovedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** The other member, as they are to you now. */
  readonly member: Member;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** The old and the new password. */
export type ChangePasswordInput = {
  /** Proves that it is you. After ten failures you have to wait. */
  readonly currentPassword: Scalars['String']['input'];
  /** 10 to 200 characters, and not one that anybody would guess. */
  readonly newPassword: Scalars['String']['input'];
};

/** What came of changePassword. */
export type ChangePasswordPayload = {
  readonly __typename?: 'ChangePasswordPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** You, still signed in here and nowhere else. */
  readonly viewer: Maybe<Viewer>;
};

/** Nothing is missing up to here. Sent when catch-up is complete, every 25 seconds or so while all is quiet, and as the last word of a process that stops, when `head` may be false. */
export type Checkpoint = {
  readonly __typename?: 'Checkpoint';
  /** Your position; as good a place to resume from as any event. */
  readonly cursor: Scalars['Cursor']['output'];
  /** You have everything there is. */
  readonly head: Scalars['Boolean']['output'];
  /** The server's clock. */
  readonly serverTime: Scalars['DateTime']['output'];
};

/** You are connected with somebody: one of you accepted, or your invitations crossed. */
export type ConnectionCreatedEvent = Event & {
  readonly __typename?: 'ConnectionCreatedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The connection; null when it no longer stands. A later event in your stream tells of its end. */
  readonly edge: Maybe<NetworkEdge>;
  /** The invitation whose acceptance connected the two of you. */
  readonly invitation: Maybe<Invitation>;
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** How a list of connections is ordered. */
export type ConnectionOrder =
  /** By the company that the member names first; those without one last. */
  | 'COMPANY'
  /** By industry; those without one last. */
  | 'INDUSTRY'
  /** By name, A to Z without regard to case. Costs a sorting of the whole list for each page, as do those below. */
  | 'NAME'
  /** The latest connection first. */
  | 'NEWEST'
  /** The first connection first. */
  | 'OLDEST'
  /** By the skill that the member names first; those without one last. */
  | 'SKILL';

/** A way from you to a member, over people who show their connections to you. */
export type ConnectionPath = {
  readonly __typename?: 'ConnectionPath';
  /** How many connections it takes: 1, 2 or 3. */
  readonly length: Scalars['Int']['output'];
  /** The people between the two of you, from yours to theirs; none where you are connected. */
  readonly through: ReadonlyArray<Member>;
};

/** A connection has ended. Remove the member from your lists of connections. */
export type ConnectionRemovedEvent = Event & {
  readonly __typename?: 'ConnectionRemovedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** The other member, as they are to you now. */
  readonly member: Member;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** Who may see whom a member is connected with, and with how many. */
export type ConnectionsVisibility =
  /** Only members I am connected with. */
  | 'CONNECTIONS'
  /** Every member. */
  | 'EVERYONE'
  /** Nobody but me. Mutual connections are still seen by the two who share them. */
  | 'ONLY_ME';

/** Which invitation to decline. Its sender is not told. */
export type DeclineInvitationInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An invitation you received. */
  readonly invitationId: Scalars['ID']['input'];
  /** Whether to report the sender, too. */
  readonly report?: DeclineReport;
};

/** The invitation declined. */
export type DeclineInvitationPayload = {
  readonly __typename?: 'DeclineInvitationPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now; null when refused. */
  readonly invitation: Maybe<Invitation>;
};

/** Whether to report the sender along with declining. The sender never learns of either. */
export type DeclineReport =
  /** Just decline. */
  | 'NONE'
  /** The invitation is an advertisement or worse: they cannot reach you again either, and it weighs twice as much. */
  | 'SPAM'
  /** "I don't know this person": they cannot reach you again until you invite them. Use it only when it is true. */
  | 'UNKNOWN_SENDER';

/** How far a member is from you, over connections that you may know of. Degrees may be added: keep a default branch. */
export type Degree =
  /** You are connected. */
  | 'FIRST'
  /** Farther away, or not joined to you at all. */
  | 'OUT_OF_NETWORK'
  /** You have a mutual connection. */
  | 'SECOND'
  /** You. */
  | 'SELF'
  /** A connection of yours has a mutual connection with them. */
  | 'THIRD';

/** Whom not to suggest any more. */
export type DismissSuggestionInput = {
  /** The member. */
  readonly memberId: Scalars['ID']['input'];
};

/** What came of dismissSuggestion. */
export type DismissSuggestionPayload = {
  readonly __typename?: 'DismissSuggestionPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** Who is not suggested any more; null when refused. */
  readonly member: Maybe<Member>;
};

/** A school a member has been to. */
export type Education = {
  readonly __typename?: 'Education';
  /** What they left with. */
  readonly degree: Maybe<Scalars['String']['output']>;
  /** As exactly as the member says. */
  readonly endedOn: Maybe<Scalars['PartialDate']['output']>;
  /** Of study. */
  readonly field: Maybe<Scalars['String']['output']>;
  /** Its name. */
  readonly school: Scalars['String']['output'];
  /** As exactly as the member says. */
  readonly startedOn: Maybe<Scalars['PartialDate']['output']>;
};

/** A school you have been to. */
export type EducationInput = {
  /** At most 150 characters. */
  readonly degree?: InputMaybe<Scalars['String']['input']>;
  /** Not before `startedOn`. */
  readonly endedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** Of study; at most 150 characters. */
  readonly field?: InputMaybe<Scalars['String']['input']>;
  /** At most 150 characters. */
  readonly school: Scalars['String']['input'];
  /** As exactly as you like. */
  readonly startedOn?: InputMaybe<Scalars['PartialDate']['input']>;
};

/** Proves that it is you who wants to be erased. */
export type EraseMeInput = {
  /** Your password. After ten failures you have to wait. */
  readonly password: Scalars['String']['input'];
};

/** What came of eraseMe. Without errors your account is gone. */
export type EraseMePayload = {
  readonly __typename?: 'EraseMePayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
};

/** Why something was refused. Codes are added over time: keep a default branch. */
export type ErrorCode =
  /** You have answered this invitation already. */
  | 'ALREADY_ANSWERED'
  /** You have appealed against this restriction already. */
  | 'ALREADY_APPEALED'
  /** You have asked your one question about this invitation already. */
  | 'ALREADY_ASKED'
  /** The two of you are connected already. */
  | 'ALREADY_CONNECTED'
  /** Your invitation to this member is still open. Withdraw it, or wait for an answer. */
  | 'ALREADY_INVITED'
  /** You have answered as many invitations as is possible within an hour. Try again at `retryAt`. */
  | 'ANSWER_LIMIT_REACHED'
  /** You unblocked this member a short time ago. You can block them again at `retryAt`. */
  | 'BLOCKED_RECENTLY'
  /** You cannot connect with, block or remove yourself. */
  | 'CANNOT_INVITE_SELF'
  /** There is an account with this e-mail address already. Sign in instead. */
  | 'EMAIL_TAKEN'
  /** Another member has this handle. Choose another. */
  | 'HANDLE_TAKEN'
  /** This `idempotencyKey` was used before with a different input. Use a new key for a new request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A field of the input is not acceptable; `path` names it and `message` says what is. */
  | 'INVALID_INPUT'
  /** This invitation is no longer open: it was answered, withdrawn, or has expired. */
  | 'INVITATION_CLOSED'
  /** You have blocked this member. Unblock them first. */
  | 'MEMBER_BLOCKED'
  /** Your network has reached the largest size allowed. Remove a connection first. */
  | 'NETWORK_FULL'
  /** This member asks for a personal note with every invitation; see `relationship.asks`. */
  | 'NOTE_REQUIRED'
  /** You have not blocked this member. */
  | 'NOT_BLOCKED'
  /** The two of you are not connected. */
  | 'NOT_CONNECTED'
  /** There is no such thing for you: the id is unknown, gone, or not yours to see. */
  | 'NOT_FOUND'
  /** There is nothing to appeal against: your standing is not restricted now. */
  | 'NOT_RESTRICTED'
  /** There is no question about this invitation that waits for an answer. */
  | 'NO_OPEN_QUESTION'
  /** You have as many open invitations as are allowed. Withdraw some, or wait for answers. */
  | 'OPEN_LIMIT_REACHED'
  /** The other member's network has reached the largest size allowed. */
  | 'PEER_NETWORK_FULL'
  /** You have sent as many invitations as are allowed for now. Try again at `retryAt`. */
  | 'QUOTA_EXCEEDED'
  /** This member asks for a reason other than OTHER; see `relationship.asks`. */
  | 'REASON_REQUIRED'
  /** This session has ended: the refresh token is unknown, expired, or was used before. Sign in again. */
  | 'SESSION_ENDED'
  /** Too many members have said that they do not know you. Until `retryAt` you can only invite people whose e-mail address you know: send it as `recipientEmail`. See `viewer.standing`. */
  | 'STANDING_RESTRICTED'
  /** Too many attempts. Try again at `retryAt`. */
  | 'TOO_MANY_ATTEMPTS'
  /** The server is busy or a dependency is restarting; nothing was changed. Send the same request again shortly. */
  | 'TRY_AGAIN'
  /** This answer can no longer be taken back: too much time has passed, or something else has happened since. */
  | 'UNDO_TOO_LATE'
  /** You withdrew an invitation to this member a short time ago. Try again at `retryAt`. */
  | 'WITHDRAWN_RECENTLY'
  /** The e-mail address or the password is wrong. */
  | 'WRONG_CREDENTIALS';

/** Something that happened and concerns you. Its content is what you may see *now*, not then. Types are added over time: keep a default branch; the type's name is `kind` in PascalCase with `Event` behind it. */
export type Event = {
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** Events in order, at most 100, or 32 KB of them. */
export type EventBatch = {
  readonly __typename?: 'EventBatch';
  /** The position behind the last of them. */
  readonly cursor: Scalars['Cursor']['output'];
  /** Apply them in this order. */
  readonly events: ReadonlyArray<Event>;
  /** Whether they happened before you subscribed (catch-up) or just now. */
  readonly replay: Scalars['Boolean']['output'];
};

/** What happened. Kinds are added over time: keep a default branch, and store the cursor all the same. */
export type EventKind =
  /** You blocked a member. */
  | 'BLOCK_CREATED'
  /** You unblocked a member. */
  | 'BLOCK_REMOVED'
  /** You and another member are connected. */
  | 'CONNECTION_CREATED'
  /** You and another member are no longer connected. */
  | 'CONNECTION_REMOVED'
  /** An invitation you sent has ended without an acceptance. */
  | 'INVITATION_EXPIRED'
  /** Somebody would like to connect with you. */
  | 'INVITATION_RECEIVED'
  /** An invitation you received still waits for your answer. */
  | 'INVITATION_REMINDER'
  /** An invitation you received is gone. */
  | 'INVITATION_REMOVED'
  /** You sent an invitation, perhaps on another device. */
  | 'INVITATION_SENT'
  /** An invitation changed: you answered, put off or took up one again, or a question was asked or answered. */
  | 'INVITATION_UPDATED'
  /** You took an invitation back. */
  | 'INVITATION_WITHDRAWN'
  /** You let a member invite you again whom you had said not to know. */
  | 'MEMBER_ALLOWED'
  /** You marked notifications as read, perhaps on another device. */
  | 'NOTIFICATIONS_UPDATED'
  /** You changed your profile, perhaps on another device. */
  | 'PROFILE_UPDATED'
  /** You changed what you note about a member, perhaps on another device. */
  | 'RELATIONSHIP_UPDATED'
  /** One or more of your sessions ended. */
  | 'SESSION_ENDED'
  /** You changed your settings, perhaps on another device. */
  | 'SETTINGS_UPDATED'
  /** How freely you may invite has changed, or how much your reports weigh. */
  | 'STANDING_CHANGED'
  /** You do not want somebody suggested any more, perhaps on another device. */
  | 'SUGGESTION_DISMISSED';

/** A page of your event stream, for clients that cannot keep a connection open. */
export type EventPage = {
  readonly __typename?: 'EventPage';
  /** Where to go on. */
  readonly cursor: Scalars['Cursor']['output'];
  /** Apply them in this order. */
  readonly events: ReadonlyArray<Event>;
  /** Whether this page ends at the end of the stream. */
  readonly head: Scalars['Boolean']['output'];
  /** Set when the stream cannot go on from your cursor; then there are no events. */
  readonly reset: Maybe<StreamReset>;
};

/** Which page of the export. */
export type ExportMyDataInput = {
  /** The `endCursor` of the page before; absent for the first. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of what is kept about you. */
export type ExportMyDataPayload = {
  readonly __typename?: 'ExportMyDataPayload';
  /** Where to go on. Null when this was all. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** Up to 200 records; null when refused. */
  readonly records: Maybe<ReadonlyArray<ExportedRecord>>;
};

/** Something that is kept about you. */
export type ExportedRecord = {
  readonly __typename?: 'ExportedRecord';
  /** A JSON object, with the kind in its field `record`. Each makes a line of a file. */
  readonly json: Scalars['String']['output'];
  /** What it is: ACCOUNT, PROFILE, CONNECTION and others. Kinds are added over time. */
  readonly kind: Scalars['String']['output'];
};

/** A request to connect, with its reason and note. Seen only by its sender and its recipient. */
export type Invitation = Node & {
  readonly __typename?: 'Invitation';
  /** When it was accepted; to its recipient also when it was declined. */
  readonly answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Your last event about the two of you when this was read. Apply only events whose `seq` is greater. */
  readonly asOfSeq: Scalars['String']['output'];
  /** Where or how the two met, in the sender's words. */
  readonly context: Maybe<Scalars['String']['output']>;
  /** When it ends by itself if it is not accepted. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The sender's personal note: plain text, never markup. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The question before deciding, if one was asked. */
  readonly question: Maybe<InvitationQuestion>;
  /** Why the sender would like to connect. */
  readonly reason: InvitationReason;
  /** Who is asked. */
  readonly recipient: Member;
  /** Who asks. */
  readonly sender: Member;
  /** When it was sent. */
  readonly sentAt: Scalars['DateTime']['output'];
  /** Until when its recipient has put it off. Null to its sender, always. */
  readonly snoozedUntil: Maybe<Scalars['DateTime']['output']>;
  /** How it stands, as you may see it. */
  readonly status: InvitationStatus;
  /** Where it waits for your answer. Null to its sender, and when it waits no more. */
  readonly tray: Maybe<InvitationTray>;
};

/** How many invitations you may still send. Answering never counts. */
export type InvitationAllowance = {
  readonly __typename?: 'InvitationAllowance';
  /** The rolling day. */
  readonly day: AllowanceWindow;
  /** Your invitations that are open now. */
  readonly open: Scalars['Int']['output'];
  /** How many may be open at once; smaller while your account is young. */
  readonly openLimit: Scalars['Int']['output'];
  /** The rolling week. */
  readonly week: AllowanceWindow;
};

/** How to answer. */
export type InvitationAnswer =
  /** Accept all of them. */
  | 'ACCEPT'
  /** Decline all of them in silence. */
  | 'DECLINE';

/** A list of invitations. */
export type InvitationConnection = {
  readonly __typename?: 'InvitationConnection';
  /** The items of this page, each with its cursor. */
  readonly edges: ReadonlyArray<InvitationEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** Items of the whole list. Counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What a member asks, openly, of everybody who invites them. */
export type InvitationDemand = {
  readonly __typename?: 'InvitationDemand';
  /** A personal note. Without one the invitation is refused with NOTE_REQUIRED. */
  readonly note: Scalars['Boolean']['output'];
  /** A reason other than OTHER. Without one: REASON_REQUIRED. */
  readonly reason: Scalars['Boolean']['output'];
};

/** An invitation in a list. */
export type InvitationEdge = {
  readonly __typename?: 'InvitationEdge';
  /** This edge's place in the list; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Invitation;
};

/** An invitation you sent has ended without an acceptance. */
export type InvitationExpiredEvent = Event & {
  readonly __typename?: 'InvitationExpiredEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The invitation as you may see it now; null when it is gone from your side. */
  readonly invitation: Maybe<Invitation>;
  /** The invitation's id. */
  readonly invitationId: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** What becomes of your invitations. Those that nobody accepted count alike, whatever their recipients did in silence. */
export type InvitationInsight = {
  readonly __typename?: 'InvitationInsight';
  /** By the reason you gave, the most used first. */
  readonly byReason: ReadonlyArray<ReasonAcceptance>;
  /** All of them. */
  readonly overall: AcceptanceRate;
  /** To people with whom you named a common employer or school when you sent it. */
  readonly withSharedContext: AcceptanceRate;
  /** To people with whom you did not. */
  readonly withoutSharedContext: AcceptanceRate;
};

/** What came of one item, or would come of it. */
export type InvitationOutcome = {
  readonly __typename?: 'InvitationOutcome';
  /** Whether it connects the two of you. */
  readonly connected: Scalars['Boolean']['output'];
  /** Why this item was refused; empty when it was not. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now. Null for one that was not sent, because it was refused or of `dryRun`, and for an id that is none of yours. */
  readonly invitation: Maybe<Invitation>;
};

/** What the recipient asked before deciding: one question and one answer. */
export type InvitationQuestion = {
  readonly __typename?: 'InvitationQuestion';
  /** The sender's answer; null until they give it. */
  readonly answer: Maybe<Scalars['String']['output']>;
  /** When it was answered. */
  readonly answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked. */
  readonly askedAt: Scalars['DateTime']['output'];
  /** The question, in plain text. */
  readonly text: Scalars['String']['output'];
};

/** Why the sender would like to connect. Reasons may be added: keep a default branch. */
export type InvitationReason =
  /** I admire your work. */
  | 'ADMIRE_WORK'
  /** We studied together. */
  | 'CLASSMATE'
  /** I would like to work on something together. */
  | 'COLLABORATION'
  /** We work or worked together. */
  | 'COLLEAGUE'
  /** I am hiring. */
  | 'HIRING'
  /** Somebody introduced us. */
  | 'INTRODUCED'
  /** I am looking for a job. */
  | 'JOB_OPPORTUNITY'
  /** I offer to be a mentor. */
  | 'MENTORSHIP_OFFER'
  /** I am looking for a mentor. */
  | 'MENTORSHIP_SEEK'
  /** We have met; `context` may say where. */
  | 'MET_IN_PERSON'
  /** We have met online; `context` may say where. */
  | 'MET_ONLINE'
  /** None of the others; say it in the note. */
  | 'OTHER'
  /** We care about the same things. */
  | 'SHARED_INTERESTS';

/** Somebody would like to connect with you. */
export type InvitationReceivedEvent = Event & {
  readonly __typename?: 'InvitationReceivedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The invitation as you may see it now; null when it is gone from your side. */
  readonly invitation: Maybe<Invitation>;
  /** The invitation's id. */
  readonly invitationId: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** An invitation you received still waits for your answer. */
export type InvitationReminderEvent = Event & {
  readonly __typename?: 'InvitationReminderEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The invitation as you may see it now; null when it is gone from your side. */
  readonly invitation: Maybe<Invitation>;
  /** The invitation's id. */
  readonly invitationId: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** An invitation you received is gone. Remove it from your lists, with its notification. */
export type InvitationRemovedEvent = Event & {
  readonly __typename?: 'InvitationRemovedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The invitation as you may see it now; null when it is gone from your side. */
  readonly invitation: Maybe<Invitation>;
  /** The invitation's id. */
  readonly invitationId: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** You sent an invitation, perhaps on another device. */
export type InvitationSentEvent = Event & {
  readonly __typename?: 'InvitationSentEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The invitation as you may see it now; null when it is gone from your side. */
  readonly invitation: Maybe<Invitation>;
  /** The invitation's id. */
  readonly invitationId: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** How an invitation stands, as you may see it. To its sender an invitation is PENDING until it is accepted, withdrawn or expired, whatever the recipient did in silence. */
export type InvitationStatus =
  /** Accepted: the two were connected by it. */
  | 'ACCEPTED'
  /** Declined by its recipient. Only ever shown to them: to its sender it is PENDING until it ends. */
  | 'DECLINED'
  /** Not accepted in time. Only ever shown to the sender. */
  | 'EXPIRED'
  /** Sent and waiting for an answer. */
  | 'PENDING'
  /** Taken back by its sender. Only ever shown to the sender. */
  | 'WITHDRAWN';

/** Where an invitation waits for your answer. Trays may be added: keep a default branch. */
export type InvitationTray =
  /** Put before you, with an event and a notification, or taken up again by you when you took back a decline. */
  | 'MAIN'
  /** Not admitted by your settings: filed without a word, for you to look through when you like. */
  | 'OTHER'
  /** Put off by you; it comes back by itself at `snoozedUntil`. */
  | 'SNOOZED';

/** An invitation changed: you answered, put off or took up one again, or a question was asked or answered. When `invitation` is null it is gone: remove it from your lists. */
export type InvitationUpdatedEvent = Event & {
  readonly __typename?: 'InvitationUpdatedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The invitation as you may see it now; null when it is gone from your side. */
  readonly invitation: Maybe<Invitation>;
  /** The invitation's id. */
  readonly invitationId: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** You took an invitation back. */
export type InvitationWithdrawnEvent = Event & {
  readonly __typename?: 'InvitationWithdrawnEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The invitation as you may see it now; null when it is gone from your side. */
  readonly invitation: Maybe<Invitation>;
  /** The invitation's id. */
  readonly invitationId: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** Either `ids` or `upTo`. */
export type MarkNotificationsReadInput = {
  /** These, 1 to 100. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** This one and all that come after it in the list, that is, all older ones. */
  readonly upTo?: InputMaybe<Scalars['ID']['input']>;
};

/** What came of markNotificationsRead. */
export type MarkNotificationsReadPayload = {
  readonly __typename?: 'MarkNotificationsReadPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** How many are unread now; null when refused. */
  readonly unreadNotificationCount: Maybe<Scalars['Int']['output']>;
  /** You, to read the count and the list again; null when refused. */
  readonly viewer: Maybe<Viewer>;
};

/** A professional. When `available` is false the account is closed or not for you: the name is neutral, all else null or empty. */
export type Member = Node & {
  readonly __typename?: 'Member';
  /** What they have achieved, in the order they chose. */
  readonly accomplishments: ReadonlyArray<Accomplishment>;
  /** False: erased, closed, or not for you. Never an error. Met where something you still see mentions them, such as an invitation or an event; `node` answers null instead. */
  readonly available: Scalars['Boolean']['output'];
  /** Where they are headed. */
  readonly careerGoal: Maybe<Scalars['String']['output']>;
  /** How many connections; null where the list is hidden from you. */
  readonly connectionCount: Maybe<Scalars['Int']['output']>;
  /** The members this one is connected with, newest first; null where the list is hidden from you. */
  readonly connections: Maybe<NetworkConnection>;
  /** Where they have learnt, in the order they chose. */
  readonly education: ReadonlyArray<Education>;
  /** Unique; in lower case, digits and "-". */
  readonly handle: Maybe<Scalars['String']['output']>;
  /** What they are, in a line. */
  readonly headline: Maybe<Scalars['String']['output']>;
  /** Opaque and stable. Compare it, store it, never take it apart. */
  readonly id: Scalars['ID']['output'];
  /** The line of business. */
  readonly industry: Maybe<Scalars['String']['output']>;
  /** Where they are. */
  readonly location: Maybe<Scalars['String']['output']>;
  /** As the member writes it. */
  readonly name: Scalars['String']['output'];
  /** What they can be to others. */
  readonly offering: ReadonlyArray<Purpose>;
  /** An http or https address of a picture. */
  readonly photoUrl: Maybe<Scalars['String']['output']>;
  /** Where they have worked, in the order they chose. */
  readonly positions: ReadonlyArray<Position>;
  /** How this member stands to you. One query for all members of a list. Null where `available` is false. */
  readonly relationship: Maybe<Relationship>;
  /** What they look for in others. */
  readonly seeking: ReadonlyArray<Purpose>;
  /** What they can do. */
  readonly skills: ReadonlyArray<Scalars['String']['output']>;
  /** About them, in their own words. */
  readonly summary: Maybe<Scalars['String']['output']>;
};


/** A professional. When `available` is false the account is closed or not for you: the name is neutral, all else null or empty. */
export type MemberConnectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** You let a member invite you again whom you had said not to know, perhaps on another device. */
export type MemberAllowedEvent = Event & {
  readonly __typename?: 'MemberAllowedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** The other member, as they are to you now. */
  readonly member: Member;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** A page of members. */
export type MemberConnection = {
  readonly __typename?: 'MemberConnection';
  /** The items of this page, each with its cursor. */
  readonly edges: ReadonlyArray<MemberEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** Items of the whole list. Counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A member in a list. */
export type MemberEdge = {
  readonly __typename?: 'MemberEdge';
  /** This edge's place in the list; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Member;
};

/** Narrows a list of members. All fields given must fit. */
export type MemberFilter = {
  /** A present or former employer. A run of its words, the last may be unfinished; capitals and accents do not matter. */
  readonly company?: InputMaybe<Scalars['String']['input']>;
  /** The line of business. A run of its words, the last may be unfinished; capitals and accents do not matter. */
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  /** Where they are. A run of its words, the last may be unfinished; capitals and accents do not matter. */
  readonly location?: InputMaybe<Scalars['String']['input']>;
  /** Something they can do. A run of its words, the last may be unfinished; capitals and accents do not matter. */
  readonly skill?: InputMaybe<Scalars['String']['input']>;
};

/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Accepts an invitation: the two of you are connected. */
  readonly acceptInvitation: AcceptInvitationPayload;
  /** Lets a member reach you again whom you had reported. They are not told. */
  readonly allowInvitationsFrom: AllowInvitationsFromPayload;
  /** Accepts or declines up to 50 invitations. Each succeeds or is refused by itself. */
  readonly answerInvitations: AnswerInvitationsPayload;
  /** Answers the question about an invitation of yours, once, while it is open. */
  readonly answerQuestion: AnswerQuestionPayload;
  /** Says something against a restriction, once for each. An operator reads it. */
  readonly appealStanding: AppealStandingPayload;
  /** Asks the sender one question before you decide. They are told; it neither accepts nor declines. */
  readonly askSender: AskSenderPayload;
  /** Blocks a member: to them your account looks closed. Ends a connection and open invitations between the two of you; unblocking does not bring them back. */
  readonly blockMember: BlockMemberPayload;
  /** Changes your password and ends all your other sessions. */
  readonly changePassword: ChangePasswordPayload;
  /** Declines an invitation in silence: to its sender it stays open until it expires. */
  readonly declineInvitation: DeclineInvitationPayload;
  /** Has a member never suggested to you again. They do not learn of it. Your other devices hear SuggestionDismissed; doing it again changes nothing. */
  readonly dismissSuggestion: DismissSuggestionPayload;
  /** Erases you, for good: account, profile, connections, invitations, everything you wrote, everything written about you. Export your data first, in a document of its own: what comes behind in the same one is UNAUTHENTICATED. To others you are an account that was closed. Your sessions end: sockets close with 4403. Your e-mail address and your handle are free again. */
  readonly eraseMe: EraseMePayload;
  /** Everything that is kept about you, in pages; ask until `endCursor` is null. Secrets are left out, and what others did in silence: an invitation that was declined is PENDING here, too. What changes between two pages may be missing or twice. */
  readonly exportMyData: ExportMyDataPayload;
  /** Marks notifications as read. Your other devices hear NotificationsUpdated. */
  readonly markNotificationsRead: MarkNotificationsReadPayload;
  /** Exchanges a refresh token for new tokens. Send no access token with it: it may have expired. */
  readonly refreshSession: SessionPayload;
  /** Ends a connection, without a notification. Either of you may invite the other again. */
  readonly removeConnection: RemoveConnectionPayload;
  /** Asks a member to connect. If they have asked you already, the two of you are connected at once. */
  readonly sendInvitation: SendInvitationPayload;
  /** Asks up to 50 members to connect. Each succeeds or is refused by itself. */
  readonly sendInvitations: SendInvitationsPayload;
  /** Signs in. An unknown address and a wrong password are refused alike: WRONG_CREDENTIALS. */
  readonly signIn: SessionPayload;
  /** Ends this session, or all of yours. Their sockets close at once. */
  readonly signOut: SignOutPayload;
  /** Makes an account and signs in. */
  readonly signUp: SessionPayload;
  /** Puts an invitation off: it leaves your list and comes back by itself. Its sender is not told. */
  readonly snoozeInvitation: SnoozeInvitationPayload;
  /** Ends a block. The same member can be blocked again after 48 hours. */
  readonly unblockMember: UnblockMemberPayload;
  /** Takes back a decline of the last ten minutes, while nothing else has happened between the two of you. The invitation is in the tray MAIN then, wherever it was before. */
  readonly undoDecline: UndoDeclinePayload;
  /** Changes your profile. Your other devices hear ProfileUpdated. */
  readonly updateProfile: UpdateProfilePayload;
  /** Notes something about a connection, for your own eyes. Your other devices hear RelationshipUpdated. */
  readonly updateRelationship: UpdateRelationshipPayload;
  /** Changes your settings. Your other devices hear SettingsUpdated. */
  readonly updateSettings: UpdateSettingsPayload;
  /** Takes back an open invitation. The same member can be invited again after 21 days. */
  readonly withdrawInvitation: WithdrawInvitationPayload;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationAcceptInvitationArgs = {
  input: AcceptInvitationInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationAllowInvitationsFromArgs = {
  input: AllowInvitationsFromInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationAnswerInvitationsArgs = {
  input: AnswerInvitationsInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationAnswerQuestionArgs = {
  input: AnswerQuestionInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationAppealStandingArgs = {
  input: AppealStandingInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationAskSenderArgs = {
  input: AskSenderInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationBlockMemberArgs = {
  input: BlockMemberInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationDeclineInvitationArgs = {
  input: DeclineInvitationInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationDismissSuggestionArgs = {
  input: DismissSuggestionInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationEraseMeArgs = {
  input: EraseMeInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationExportMyDataArgs = {
  input: ExportMyDataInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationRemoveConnectionArgs = {
  input: RemoveConnectionInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationSendInvitationArgs = {
  input: SendInvitationInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationSendInvitationsArgs = {
  input: SendInvitationsInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationSignOutArgs = {
  input?: InputMaybe<SignOutInput>;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationSignUpArgs = {
  input: SignUpInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationSnoozeInvitationArgs = {
  input: SnoozeInvitationInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationUnblockMemberArgs = {
  input: UnblockMemberInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationUndoDeclineArgs = {
  input: UndoDeclineInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationUpdateRelationshipArgs = {
  input: UpdateRelationshipInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationUpdateSettingsArgs = {
  input: UpdateSettingsInput;
};


/** Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors. */
export type MutationWithdrawInvitationArgs = {
  input: WithdrawInvitationInput;
};

/** A list of a member's connections. */
export type NetworkConnection = {
  readonly __typename?: 'NetworkConnection';
  /** The items of this page, each with its cursor. */
  readonly edges: ReadonlyArray<NetworkEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** Items of the whole list. Counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A connection with a member, and what is known about it. */
export type NetworkEdge = {
  readonly __typename?: 'NetworkEdge';
  /** Since when the two are connected. */
  readonly connectedAt: Scalars['DateTime']['output'];
  /** This edge's place in the list; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** Your label for the member, where you are connected with them. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** The member at the other end. */
  readonly node: Member;
  /** The note of the invitation it came from. Only on your own connections. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The reason of the invitation it came from. Only on your own connections. */
  readonly reason: Maybe<InvitationReason>;
};

/** What a week has added to your network. */
export type NetworkGrowth = {
  readonly __typename?: 'NetworkGrowth';
  /** Connections made in that week that still stand. */
  readonly added: Scalars['Int']['output'];
  /** Monday, midnight in UTC. */
  readonly weekStart: Scalars['DateTime']['output'];
};

/** How many members are so many steps away from you. */
export type NetworkReach = {
  readonly __typename?: 'NetworkReach';
  /** Your connections. */
  readonly first: Scalars['Int']['output'];
  /** Members with whom you have a mutual connection. */
  readonly second: Scalars['Int']['output'];
  /** Members three steps away, over connections that you may know of. */
  readonly third: Scalars['Int']['output'];
};

/** How many of your connections have something in common. */
export type NetworkShare = {
  readonly __typename?: 'NetworkShare';
  /** How many of your connections. */
  readonly count: Scalars['Int']['output'];
  /** What: the name of an industry or a company. */
  readonly name: Scalars['String']['output'];
};

/** Your network in numbers. Only what you ask for is counted. */
export type NetworkStatistics = {
  readonly __typename?: 'NetworkStatistics';
  /** Where your connections work now, the most frequent first. */
  readonly companies: ReadonlyArray<NetworkShare>;
  /** The last weeks, the present one last. */
  readonly growth: ReadonlyArray<NetworkGrowth>;
  /** The industries of your connections, the most frequent first. */
  readonly industries: ReadonlyArray<NetworkShare>;
  /** How far your network reaches. */
  readonly reach: NetworkReach;
};


/** Your network in numbers. Only what you ask for is counted. */
export type NetworkStatisticsCompaniesArgs = {
  first?: Scalars['Int']['input'];
};


/** Your network in numbers. Only what you ask for is counted. */
export type NetworkStatisticsGrowthArgs = {
  weeks?: Scalars['Int']['input'];
};


/** Your network in numbers. Only what you ask for is counted. */
export type NetworkStatisticsIndustriesArgs = {
  first?: Scalars['Int']['input'];
};

/** Anything with an id that `node` and `nodes` find again. */
export type Node = {
  /** Opaque and stable. Compare it, store it, never take it apart. */
  readonly id: Scalars['ID']['output'];
};

/** Something you are told. Yours alone. */
export type Notification = Node & {
  readonly __typename?: 'Notification';
  /** Who did it; null when nobody did. */
  readonly actor: Maybe<Member>;
  /** When it happened. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Opaque and stable. Compare it, store it, never take it apart. */
  readonly id: Scalars['ID']['output'];
  /** The invitation it is about, as you may see it now; null when it is about none. */
  readonly invitation: Maybe<Invitation>;
  /** What it is about. */
  readonly kind: NotificationKind;
  /** When you marked it as read; null while it is unread. */
  readonly readAt: Maybe<Scalars['DateTime']['output']>;
};

/** A list of notifications, newest first. */
export type NotificationConnection = {
  readonly __typename?: 'NotificationConnection';
  /** The items of this page, each with its cursor. */
  readonly edges: ReadonlyArray<NotificationEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** Items of the whole list. Counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A notification in a list. */
export type NotificationEdge = {
  readonly __typename?: 'NotificationEdge';
  /** This edge's place in the list; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** The item. */
  readonly node: Notification;
};

/** What a notification is about. Kinds are added over time: keep a default branch. */
export type NotificationKind =
  /** Your invitation was accepted. */
  | 'INVITATION_ACCEPTED'
  /** Somebody wants to connect with you. */
  | 'INVITATION_RECEIVED'
  /** An invitation is still waiting for your answer. */
  | 'INVITATION_REMINDER'
  /** Your question about an invitation was answered. */
  | 'QUESTION_ANSWERED'
  /** Somebody has a question about your invitation. */
  | 'QUESTION_ASKED'
  /** How freely you may invite has changed. */
  | 'STANDING_CHANGED';

/** You have marked notifications as read, perhaps on another device. Read the list again if you show it. */
export type NotificationsUpdatedEvent = Event & {
  readonly __typename?: 'NotificationsUpdatedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
  /** How many are unread now. */
  readonly unreadNotificationCount: Scalars['Int']['output'];
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last edge: pass it as `after` for the next page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there is more after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before `startCursor`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge, null on an empty page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** A place where a member has worked. */
export type Position = {
  readonly __typename?: 'Position';
  /** The employer. */
  readonly company: Scalars['String']['output'];
  /** What they did there. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Null: they are still there, or do not say. */
  readonly endedOn: Maybe<Scalars['PartialDate']['output']>;
  /** Where it was. */
  readonly location: Maybe<Scalars['String']['output']>;
  /** As exactly as the member says. */
  readonly startedOn: Maybe<Scalars['PartialDate']['output']>;
  /** What they were there. */
  readonly title: Scalars['String']['output'];
};

/** A place where you have worked. */
export type PositionInput = {
  /** At most 150 characters. */
  readonly company: Scalars['String']['input'];
  /** At most 2,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Absent: you are still there. Not before `startedOn`. */
  readonly endedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** At most 120 characters. */
  readonly location?: InputMaybe<Scalars['String']['input']>;
  /** As exactly as you like. */
  readonly startedOn?: InputMaybe<Scalars['PartialDate']['input']>;
  /** What you were there; at most 150 characters. */
  readonly title: Scalars['String']['input'];
};

/** You have changed your profile, perhaps on another device. Read it again. */
export type ProfileUpdatedEvent = Event & {
  readonly __typename?: 'ProfileUpdatedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** What one member can be to another beyond an acquaintance. Purposes are added over time. */
export type Purpose =
  /** An answer to a question of the trade now and then. */
  | 'ADVICE'
  /** Working on something together. */
  | 'COLLABORATION'
  /** People to hire. */
  | 'HIRING'
  /** A position to fill, or to be hired for. */
  | 'JOB'
  /** Learning from somebody with more experience, or passing it on. */
  | 'MENTORSHIP';

/** Everything that can be read, always as the signed-in member may see it. */
export type Query = {
  readonly __typename?: 'Query';
  /** Your events after a cursor, for clients that cannot keep a connection open. The cursors are those of `events`. */
  readonly eventPage: EventPage;
  /** The member with this handle, or null. */
  readonly member: Maybe<Member>;
  /** The object with this id as you may see it; null when there is none for you. Never an error. */
  readonly node: Maybe<Node>;
  /** The objects with these ids, at most 100, in the order asked; null in the place of each that is not there. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** Members who have all the words in their name, handle, headline, skills, titles or companies. Those with the words in their name come first, and of each hundred the nearer ones. */
  readonly searchMembers: MemberConnection;
  /** Where a client begins: a position in your event stream, and you. Whatever is read with or after it, now or on later pages, is kept up to date by the events behind `cursor`. */
  readonly snapshot: Snapshot;
  /** You. UNAUTHENTICATED without a valid access token. */
  readonly viewer: Viewer;
};


/** Everything that can be read, always as the signed-in member may see it. */
export type QueryEventPageArgs = {
  after: Scalars['Cursor']['input'];
  first?: Scalars['Int']['input'];
};


/** Everything that can be read, always as the signed-in member may see it. */
export type QueryMemberArgs = {
  handle: Scalars['String']['input'];
};


/** Everything that can be read, always as the signed-in member may see it. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read, always as the signed-in member may see it. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** Everything that can be read, always as the signed-in member may see it. */
export type QuerySearchMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
};

/** Acceptance of invitations sent for a reason. */
export type ReasonAcceptance = {
  readonly __typename?: 'ReasonAcceptance';
  /** Accepted ones among them, from 0 to 1; null while there are fewer than 20. */
  readonly rate: Maybe<Scalars['Float']['output']>;
  /** The reason. */
  readonly reason: InvitationReason;
  /** How many were sent at least 30 days ago. */
  readonly sent: Scalars['Int']['output'];
};

/** Which of the invitations you received to list. */
export type ReceivedFilter = {
  /** Only those from members with whom you share a connection, or only those from others. */
  readonly hasMutualConnections?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those with a note, or only those without. */
  readonly hasNote?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those sent for one of these reasons. */
  readonly reasons?: InputMaybe<ReadonlyArray<InvitationReason>>;
  /** Only those sent before this time. */
  readonly sentBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** PENDING (the default), ACCEPTED or DECLINED. Withdrawn and expired ones are gone from your side. */
  readonly status?: InputMaybe<InvitationStatus>;
  /** Which tray of those that are PENDING: MAIN (the default), SNOOZED for those you put off, or OTHER for those that your settings did not admit. No event tells of the last: read it again when you look at it. */
  readonly tray?: InputMaybe<InvitationTray>;
};

/** How received invitations are ordered. Orders may be added. */
export type ReceivedOrder =
  /** Newest first. */
  | 'NEWEST'
  /** Oldest first. */
  | 'OLDEST';

/** An event about something that is no longer yours to see, after a block or an erasure. Its number still counts; there is nothing to apply. */
export type RedactedEvent = Event & {
  readonly __typename?: 'RedactedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
  /** The id of what it was about: an invitation where `kind` begins with INVITATION, else a member. `node` finds nothing by it now. */
  readonly subjectId: Scalars['ID']['output'];
};

/** The token to exchange for a new one. */
export type RefreshSessionInput = {
  /** The one you received last. */
  readonly refreshToken: Scalars['String']['input'];
};

/** How a member stands to you. It has an id of its own, yours alone, so that caches keep it up to date. */
export type Relationship = Node & {
  readonly __typename?: 'Relationship';
  /** Your last event about the two of you when this was read. Apply only events whose `seq` is greater. */
  readonly asOfSeq: Scalars['String']['output'];
  /** What an invitation to this member must bring along; null when they ask for nothing. */
  readonly asks: Maybe<InvitationDemand>;
  /** Whether you may send this member an invitation now. False while you are restricted, although one with their e-mail address as `recipientEmail` is accepted even then. */
  readonly canInvite: Scalars['Boolean']['output'];
  /** Why not: something public, or your own doing. Null when you may. What the other has chosen in private never shows here. */
  readonly cannotInviteBecause: Maybe<ErrorCode>;
  /** Since when you are connected; null when you are not. */
  readonly connectedAt: Maybe<Scalars['DateTime']['output']>;
  /** How many steps away they are. */
  readonly degree: Degree;
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The invitation that is open between the two of you. */
  readonly invitation: Maybe<Invitation>;
  /** Your label for a connection; nobody else sees it. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** How many connections you have in common. */
  readonly mutualConnectionCount: Scalars['Int']['output'];
  /** The connections you have in common, also where their list of connections is hidden from you. */
  readonly mutualConnections: MemberConnection;
  /** The shortest ways from you to them, all of one length of at most 3 steps, only over people who show their connections to you. */
  readonly paths: ReadonlyArray<ConnectionPath>;
  /** Your note on a connection; nobody else sees it. */
  readonly privateNote: Maybe<Scalars['String']['output']>;
  /** How the two of you stand. */
  readonly state: RelationshipState;
};


/** How a member stands to you. It has an id of its own, yours alone, so that caches keep it up to date. */
export type RelationshipMutualConnectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** How a member stands to you. It has an id of its own, yours alone, so that caches keep it up to date. */
export type RelationshipPathsArgs = {
  max?: Scalars['Int']['input'];
};

/** How a member stands to you, as far as you may know. States may be added: keep a default branch. */
export type RelationshipState =
  /** You have blocked this member. Nobody is told who has blocked them. */
  | 'BLOCKED'
  /** You are connected. */
  | 'CONNECTED'
  /** Their invitation waits for your answer. */
  | 'INVITATION_RECEIVED'
  /** Your invitation is open. */
  | 'INVITATION_SENT'
  /** Nothing that you may know of; also for yourself. */
  | 'NONE';

/** You have changed what you note about a connection, perhaps on another device. */
export type RelationshipUpdatedEvent = Event & {
  readonly __typename?: 'RelationshipUpdatedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** As it is now; null when they are no longer there for you. */
  readonly relationship: Maybe<Relationship>;
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** Which connection to remove. */
export type RemoveConnectionInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The other member. */
  readonly memberId: Scalars['ID']['input'];
};

/** What came of removeConnection. */
export type RemoveConnectionPayload = {
  readonly __typename?: 'RemoveConnectionPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The other member as they are to you now; null when refused. */
  readonly member: Maybe<Member>;
  /** How they stand to you now; null when refused. */
  readonly relationship: Maybe<Relationship>;
};

/** Whom to invite, and why. */
export type SendInvitationInput = {
  /** Where or how you met: "Kafka meetup, Lisbon, May 2026". At most 120 characters. */
  readonly context?: InputMaybe<Scalars['String']['input']>;
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A personal note in plain text: at most 300 characters and one link. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** Why you would like to connect. */
  readonly reason: InvitationReason;
  /** The address the member signs in with, if you know it: some admit only those who do. Whether it was right is not told. At most 10 invitations a day may carry one. */
  readonly recipientEmail?: InputMaybe<Scalars['String']['input']>;
  /** The member to invite. */
  readonly recipientId: Scalars['ID']['input'];
};

/** The invitation sent, and the connection if the two invitations crossed. */
export type SendInvitationPayload = {
  readonly __typename?: 'SendInvitationPayload';
  /** The new connection, when this made one. */
  readonly edge: Maybe<NetworkEdge>;
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now; null when refused. */
  readonly invitation: Maybe<Invitation>;
};

/** Whom to invite, up to 50 at once. */
export type SendInvitationsInput = {
  /** Only tells what would come of each item; nothing is changed. */
  readonly dryRun?: Scalars['Boolean']['input'];
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The invitations, sent in this order. They need no keys of their own when the whole has one. */
  readonly items: ReadonlyArray<SendInvitationInput>;
};

/** What came of each invitation. */
export type SendInvitationsPayload = {
  readonly __typename?: 'SendInvitationsPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** One for each item, in their order. */
  readonly outcomes: Maybe<ReadonlyArray<InvitationOutcome>>;
};

/** Which of the invitations you sent to list; all when empty. */
export type SentFilter = {
  /** PENDING, ACCEPTED, WITHDRAWN or EXPIRED. */
  readonly status?: InputMaybe<InvitationStatus>;
};

/** What a device needs to act for you. */
export type Session = {
  readonly __typename?: 'Session';
  /** Send it with each request, as `Authorization: Bearer <accessToken>`. It does not live long. */
  readonly accessToken: Scalars['String']['output'];
  /** When the access token stops counting. Refresh shortly before. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Good for one `refreshSession`. Keep it safe: using an old one again ends the session. */
  readonly refreshToken: Scalars['String']['output'];
};

/** One or more of your sessions have ended: somebody signed out or the password was changed. */
export type SessionEndedEvent = Event & {
  readonly __typename?: 'SessionEndedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** What came of signing up, signing in or refreshing. */
export type SessionPayload = {
  readonly __typename?: 'SessionPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** Your session on this device. */
  readonly session: Maybe<Session>;
  /** You. */
  readonly viewer: Maybe<Viewer>;
};

/** What you have chosen. Only you see it. */
export type Settings = {
  readonly __typename?: 'Settings';
  /** How invitations reach you. */
  readonly admission: AdmissionSettings;
  /** Who sees your connections and their number. */
  readonly connectionsVisibleTo: ConnectionsVisibility;
  /** What you do not want to be notified of. */
  readonly mutedNotifications: ReadonlyArray<NotificationKind>;
};

/** You have changed your settings, perhaps on another device. Read them again. */
export type SettingsUpdatedEvent = Event & {
  readonly __typename?: 'SettingsUpdatedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** An e-mail address and its password. */
export type SignInInput = {
  /** Capital letters do not matter. */
  readonly email: Scalars['String']['input'];
  /** After ten failures you have to wait. */
  readonly password: Scalars['String']['input'];
};

/** Which sessions to end. */
export type SignOutInput = {
  /** All your sessions on all devices, not only this one. */
  readonly everywhere?: Scalars['Boolean']['input'];
};

/** What came of signOut. */
export type SignOutPayload = {
  readonly __typename?: 'SignOutPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
};

/** A new account. */
export type SignUpInput = {
  /** Not shown to anybody but you. */
  readonly email: Scalars['String']['input'];
  /** 3 to 40 characters of a–z, 0–9 and "-", unique. Made from your name when absent. */
  readonly handle?: InputMaybe<Scalars['String']['input']>;
  /** What you are, in a line of at most 220 characters. */
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** Your name as others will see it; at most 120 characters. */
  readonly name: Scalars['String']['input'];
  /** 10 to 200 characters, and not one that anybody would guess. */
  readonly password: Scalars['String']['input'];
};

/** Where to begin: everything as it is now, and where to follow on. */
export type Snapshot = {
  readonly __typename?: 'Snapshot';
  /** The end of your event stream before anything else here was read. Give it to `events(after:)`; skip events whose `seq` is not above the `asOfSeq` of what they are about. */
  readonly cursor: Scalars['Cursor']['output'];
  /** You. */
  readonly viewer: Viewer;
};

/** Which invitation to put off, and until when. */
export type SnoozeInvitationInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An invitation that waits for your answer. */
  readonly invitationId: Scalars['ID']['input'];
  /** When it comes back to your list, at most 90 days ahead; null brings it back now. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The invitation put off, or taken up again. */
export type SnoozeInvitationPayload = {
  readonly __typename?: 'SnoozeInvitationPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now; null when refused. */
  readonly invitation: Maybe<Invitation>;
};

/** How freely you may invite, and how much your reports weigh. Only you see it. */
export type Standing = {
  readonly __typename?: 'Standing';
  /** Your appeal against the restriction in force; null when you have made none. */
  readonly appeal: Maybe<StandingAppeal>;
  /** How freely you may invite. */
  readonly level: StandingLevel;
  /** You say "I don't know this person" to nearly everybody who invites you, so for now your reports weigh little. */
  readonly overusesReports: Scalars['Boolean']['output'];
  /** Why, in general words for you to read; empty when all is well. Nobody is named, and single reports do not show. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** When a restriction ends by itself; null when there is none. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** What you have to say against a restriction. */
export type StandingAppeal = {
  readonly __typename?: 'StandingAppeal';
  /** When you said it. */
  readonly madeAt: Scalars['DateTime']['output'];
  /** In your words. */
  readonly text: Scalars['String']['output'];
};

/** How freely you may invite has changed, or how much your reports weigh, or you appealed. */
export type StandingChangedEvent = Event & {
  readonly __typename?: 'StandingChangedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
  /** Your standing as it is now. */
  readonly standing: Standing;
};

/** How freely you may invite. Levels may be added: keep a default branch. */
export type StandingLevel =
  /** Several members have said lately that they do not know you or do not want your invitations. */
  | 'CAREFUL'
  /** You invite freely, within the allowances everybody has. */
  | 'GOOD'
  /** Until a given time you can only invite people whose e-mail address you know. */
  | 'RESTRICTED';

/** What `events` sends. Members are added over time: keep a default branch. */
export type StreamMessage = Checkpoint | EventBatch | StreamReset;

/** The stream cannot go on from your cursor without a gap, so it does not go on at all. Take a new `snapshot`. */
export type StreamReset = {
  readonly __typename?: 'StreamReset';
  /** Why. */
  readonly reason: StreamResetReason;
};

/** Why a stream cannot go on from a cursor. In every case: take a new snapshot and follow from its cursor. */
export type StreamResetReason =
  /** The operator has restored a backup or reset the streams. */
  | 'EPOCH'
  /** The database has lost the event your cursor points at, and another has taken its number. */
  | 'FORK'
  /** The database has lost the event your cursor points at. */
  | 'FUTURE'
  /** The events after your cursor have been deleted; you were away for longer than they are kept. */
  | 'RETENTION';

/** Everything that can be followed, over WebSocket (`graphql-transport-ws`) and server-sent events (`graphql-sse`). */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Everything that concerns you: first what happened after `after`, then a checkpoint, then whatever happens. Without `after`, from now on. Within the 30 days that events are kept, a client that comes back with its last cursor misses nothing and gets nothing twice, on any server. */
  readonly events: StreamMessage;
  /** Your invitations as they are accepted, from now on. To miss none while away, use `events`. Ends with `TRY_AGAIN` as `invitationReceived` does. */
  readonly invitationAnswered: Invitation;
  /** Invitations as they reach you, from now on. To miss none while away, use `events`. Ends with `TRY_AGAIN` when the history it goes by is no more: read your lists, and subscribe again. */
  readonly invitationReceived: Invitation;
};


/** Everything that can be followed, over WebSocket (`graphql-transport-ws`) and server-sent events (`graphql-sse`). */
export type SubscriptionEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
};

/** Members you may know, the likeliest first; at most 100. */
export type SuggestionConnection = {
  readonly __typename?: 'SuggestionConnection';
  /** The items of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SuggestionEdge>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** Items of the whole list. Counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** You do not want somebody suggested any more: take them off the list, on every device. */
export type SuggestionDismissedEvent = Event & {
  readonly __typename?: 'SuggestionDismissedEvent';
  /** Store it after applying this event; `events(after:)` goes on behind it. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What happened. */
  readonly kind: EventKind;
  /** Who, as they are to you now. */
  readonly member: Member;
  /** When it happened. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** The number of this event in your stream, a decimal. Goes up by exactly one from event to event. */
  readonly seq: Scalars['String']['output'];
};

/** A member you may know, and why. */
export type SuggestionEdge = {
  readonly __typename?: 'SuggestionEdge';
  /** This edge's place in the list; opaque. */
  readonly cursor: Scalars['String']['output'];
  /** How many mutual connections you have. */
  readonly mutualConnectionCount: Scalars['Int']['output'];
  /** Who is suggested. */
  readonly node: Member;
  /** Why: mutual connections first, then what your profiles share, the strongest first. */
  readonly reasons: ReadonlyArray<SuggestionReason>;
};

/** Why somebody is suggested to you. */
export type SuggestionReason = {
  readonly __typename?: 'SuggestionReason';
  /** How many mutual connections or shared skills. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** The first year in which you were both there, when it is known. */
  readonly fromYear: Maybe<Scalars['Int']['output']>;
  /** What to branch on. */
  readonly kind: SuggestionReasonKind;
  /** The company, school, skill, line of business or place. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** In English: "12 mutual connections", "both at Siemens 2019–2021". */
  readonly text: Scalars['String']['output'];
  /** The last year in which you were both there; null while it lasts, or when no year is known. */
  readonly untilYear: Maybe<Scalars['Int']['output']>;
};

/** What makes it likely that you know somebody. Kinds may be added: show `text` for those you do not know. */
export type SuggestionReasonKind =
  /** You have connections in common; `count` says how many. */
  | 'MUTUAL_CONNECTIONS'
  /** You have both worked at the company `name`; from `fromYear` to `untilYear` together, when that is known. */
  | 'SAME_COMPANY'
  /** You are both in the line of business `name`. */
  | 'SAME_INDUSTRY'
  /** You are both in `name`. */
  | 'SAME_PLACE'
  /** You have both been to the school `name`; from `fromYear` to `untilYear` together, when that is known. */
  | 'SAME_SCHOOL'
  /** You have skills in common; `count` says how many, `name` is the first of them. */
  | 'SHARED_SKILLS';

/** What becomes of an invitation that you do not admit. Its sender sees no difference. */
export type Unadmitted =
  /** You never see it. */
  | 'DROP'
  /** It waits in your "other" tray: no event, no notification. You may still accept it. */
  | 'FILE';

/** Whom to unblock. */
export type UnblockMemberInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The other member. */
  readonly memberId: Scalars['ID']['input'];
};

/** What came of unblockMember. */
export type UnblockMemberPayload = {
  readonly __typename?: 'UnblockMemberPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The other member as they are to you now; null when refused. */
  readonly member: Maybe<Member>;
  /** How they stand to you now; null when refused. */
  readonly relationship: Maybe<Relationship>;
};

/** Which decline to take back. */
export type UndoDeclineInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An invitation you declined within the last ten minutes. */
  readonly invitationId: Scalars['ID']['input'];
};

/** The invitation, waiting for an answer again. */
export type UndoDeclinePayload = {
  readonly __typename?: 'UndoDeclinePayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now; null when refused. */
  readonly invitation: Maybe<Invitation>;
};

/** Fields given replace, null empties, absent fields stay. A list is replaced as a whole. */
export type UpdateProfileInput = {
  /** At most 50, in the order to show them. */
  readonly accomplishments?: InputMaybe<ReadonlyArray<AccomplishmentInput>>;
  /** Where you are headed; at most 1,000 characters. */
  readonly careerGoal?: InputMaybe<Scalars['String']['input']>;
  /** At most 20, in the order to show them. */
  readonly education?: InputMaybe<ReadonlyArray<EducationInput>>;
  /** What you are, in a line of at most 220 characters. */
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** At most 100 characters. */
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  /** Where you are; at most 120 characters. */
  readonly location?: InputMaybe<Scalars['String']['input']>;
  /** At most 120 characters; never empty. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** What you can be to others. */
  readonly offering?: InputMaybe<ReadonlyArray<Purpose>>;
  /** An http or https address of a picture of you. */
  readonly photoUrl?: InputMaybe<Scalars['String']['input']>;
  /** At most 50, in the order to show them. */
  readonly positions?: InputMaybe<ReadonlyArray<PositionInput>>;
  /** What you look for in others. */
  readonly seeking?: InputMaybe<ReadonlyArray<Purpose>>;
  /** At most 50, each at most 80 characters. */
  readonly skills?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** About you; at most 3,000 characters. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
};

/** What came of updateProfile. */
export type UpdateProfilePayload = {
  readonly __typename?: 'UpdateProfilePayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** You, as you are now. */
  readonly member: Maybe<Member>;
};

/** What to note about a connection. Absent fields stay; null takes away. */
export type UpdateRelationshipInput = {
  /** A word or two to sort by, at most 60 characters. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** The member you are connected with. */
  readonly memberId: Scalars['ID']['input'];
  /** Whatever you want to remember, at most 2,000 characters. */
  readonly privateNote?: InputMaybe<Scalars['String']['input']>;
};

/** What came of updateRelationship. */
export type UpdateRelationshipPayload = {
  readonly __typename?: 'UpdateRelationshipPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** How they stand to you now; null when refused. */
  readonly relationship: Maybe<Relationship>;
};

/** Fields given replace, absent fields stay. */
export type UpdateSettingsInput = {
  /** How invitations reach you. */
  readonly admission?: InputMaybe<AdmissionInput>;
  /** Who sees your connections and their number. */
  readonly connectionsVisibleTo?: InputMaybe<ConnectionsVisibility>;
  /** All the kinds you do not want to be notified of. */
  readonly mutedNotifications?: InputMaybe<ReadonlyArray<NotificationKind>>;
};

/** What came of updateSettings. */
export type UpdateSettingsPayload = {
  readonly __typename?: 'UpdateSettingsPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** As they are now. */
  readonly settings: Maybe<Settings>;
};

/** A refusal that is part of normal use, with what to do about it. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** What to branch on. Stable for ever. */
  readonly code: ErrorCode;
  /** For a developer to read; not translated. */
  readonly message: Scalars['String']['output'];
  /** The field of the input at fault, outermost name first. */
  readonly path: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** How much of an exhausted allowance is left. */
  readonly remaining: Maybe<Scalars['Int']['output']>;
  /** When the same request may succeed. */
  readonly retryAt: Maybe<Scalars['DateTime']['output']>;
};

/** You, with what nobody else may see. Its id is its own: the public side of you is `member`. */
export type Viewer = Node & {
  readonly __typename?: 'Viewer';
  /** Members you have blocked, the latest first. */
  readonly blockedMembers: MemberConnection;
  /** The members you are connected with. */
  readonly connections: NetworkConnection;
  /** The address you sign in with. */
  readonly email: Scalars['String']['output'];
  /** Opaque and stable. Compare it, store it, never take it apart. */
  readonly id: Scalars['ID']['output'];
  /** How many invitations you may still send. */
  readonly invitationAllowance: InvitationAllowance;
  /** How many of your invitations were accepted, and which. */
  readonly invitationInsight: InvitationInsight;
  /** Invitations others sent you; those waiting for your answer unless filtered. */
  readonly invitationsReceived: InvitationConnection;
  /** Invitations you sent, newest first. */
  readonly invitationsSent: InvitationConnection;
  /** You as others see you. */
  readonly member: Member;
  /** Your network in numbers. */
  readonly networkStatistics: NetworkStatistics;
  /** What you have been told, newest first. */
  readonly notifications: NotificationConnection;
  /** What you have chosen. */
  readonly settings: Settings;
  /** How freely you may invite. Reports about you show here days later, and only when there are several. */
  readonly standing: Standing;
  /** Members you may know: connections of your connections whom you are not connected with, have not invited and have not dismissed. Further pages go on in the order of the first. */
  readonly suggestions: SuggestionConnection;
  /** Notifications that still exist and that you have not read. */
  readonly unreadNotificationCount: Scalars['Int']['output'];
};


/** You, with what nobody else may see. Its id is its own: the public side of you is `member`. */
export type ViewerBlockedMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** You, with what nobody else may see. Its id is its own: the public side of you is `member`. */
export type ViewerConnectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: ConnectionOrder;
  query?: InputMaybe<Scalars['String']['input']>;
};


/** You, with what nobody else may see. Its id is its own: the public side of you is `member`. */
export type ViewerInvitationsReceivedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReceivedFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: ReceivedOrder;
};


/** You, with what nobody else may see. Its id is its own: the public side of you is `member`. */
export type ViewerInvitationsSentArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** You, with what nobody else may see. Its id is its own: the public side of you is `member`. */
export type ViewerNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unreadOnly?: Scalars['Boolean']['input'];
};


/** You, with what nobody else may see. Its id is its own: the public side of you is `member`. */
export type ViewerSuggestionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Whose invitations reach a member. It is private: to everybody else an invitation is PENDING. Values may be added. */
export type WhoMayInvite =
  /** Every member. */
  | 'EVERYONE'
  /** Members who know the address you sign in with. */
  | 'KNOWS_EMAIL'
  /** Nobody: you do the inviting. */
  | 'NOBODY'
  /** Members with whom you share a connection, and those who know the address you sign in with. */
  | 'SECOND_DEGREE'
  /** Members who name an employer or a school that you name, too, and those who know the address you sign in with. */
  | 'SHARED_CONTEXT';

/** Which invitation to take back. */
export type WithdrawInvitationInput = {
  /** Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An open invitation of yours. */
  readonly invitationId: Scalars['ID']['input'];
};

/** The invitation taken back. */
export type WithdrawInvitationPayload = {
  readonly __typename?: 'WithdrawInvitationPayload';
  /** Empty when it was done. Otherwise nothing was changed, and this says why. */
  readonly errors: ReadonlyArray<UserError>;
  /** The invitation as it is now; null when refused. */
  readonly invitation: Maybe<Invitation>;
};

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { readonly __typename?: 'Mutation', readonly acceptInvitation: { readonly __typename?: 'AcceptInvitationPayload', readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly answeredAt: string | null } | null, readonly edge: { readonly __typename?: 'NetworkEdge', readonly connectedAt: string, readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type AllowInvitationsFromMutationVariables = Exact<{
  input: AllowInvitationsFromInput;
}>;


export type AllowInvitationsFromMutation = { readonly __typename?: 'Mutation', readonly allowInvitationsFrom: { readonly __typename?: 'AllowInvitationsFromPayload', readonly member: { readonly __typename?: 'Member', readonly id: string, readonly name: string } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type AnswerInvitationsMutationVariables = Exact<{
  input: AnswerInvitationsInput;
}>;


export type AnswerInvitationsMutation = { readonly __typename?: 'Mutation', readonly answerInvitations: { readonly __typename?: 'AnswerInvitationsPayload', readonly outcomes: ReadonlyArray<{ readonly __typename?: 'InvitationOutcome', readonly connected: boolean, readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> }> | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type AnswerQuestionMutationVariables = Exact<{
  input: AnswerQuestionInput;
}>;


export type AnswerQuestionMutation = { readonly __typename?: 'Mutation', readonly answerQuestion: { readonly __typename?: 'AnswerQuestionPayload', readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly question: { readonly __typename?: 'InvitationQuestion', readonly text: string, readonly answer: string | null, readonly answeredAt: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type AppealStandingMutationVariables = Exact<{
  input: AppealStandingInput;
}>;


export type AppealStandingMutation = { readonly __typename?: 'Mutation', readonly appealStanding: { readonly __typename?: 'AppealStandingPayload', readonly standing: { readonly __typename?: 'Standing', readonly level: StandingLevel, readonly until: string | null, readonly appeal: { readonly __typename?: 'StandingAppeal', readonly text: string, readonly madeAt: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type AskSenderMutationVariables = Exact<{
  input: AskSenderInput;
}>;


export type AskSenderMutation = { readonly __typename?: 'Mutation', readonly askSender: { readonly __typename?: 'AskSenderPayload', readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly question: { readonly __typename?: 'InvitationQuestion', readonly text: string, readonly askedAt: string, readonly answer: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type BlockMemberMutationVariables = Exact<{
  input: BlockMemberInput;
}>;


export type BlockMemberMutation = { readonly __typename?: 'Mutation', readonly blockMember: { readonly __typename?: 'BlockMemberPayload', readonly member: { readonly __typename?: 'Member', readonly id: string, readonly name: string } | null, readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly state: RelationshipState, readonly asOfSeq: string } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type BlockedMembersQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BlockedMembersQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly blockedMembers: { readonly __typename?: 'MemberConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename?: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly __typename?: 'MemberEdge', readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string } }> } } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { readonly __typename?: 'Mutation', readonly changePassword: { readonly __typename?: 'ChangePasswordPayload', readonly viewer: { readonly __typename?: 'Viewer', readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type ConnectionsQueryVariables = Exact<{
  query?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MemberFilter>;
  orderBy?: InputMaybe<ConnectionOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ConnectionsQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly connections: { readonly __typename?: 'NetworkConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename?: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly __typename?: 'NetworkEdge', readonly connectedAt: string, readonly reason: InvitationReason | null, readonly note: string | null, readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null, readonly photoUrl: string | null, readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly asOfSeq: string } | null } }> } } };

export type DeclineInvitationMutationVariables = Exact<{
  input: DeclineInvitationInput;
}>;


export type DeclineInvitationMutation = { readonly __typename?: 'Mutation', readonly declineInvitation: { readonly __typename?: 'DeclineInvitationPayload', readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly answeredAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type DismissSuggestionMutationVariables = Exact<{
  input: DismissSuggestionInput;
}>;


export type DismissSuggestionMutation = { readonly __typename?: 'Mutation', readonly dismissSuggestion: { readonly __typename?: 'DismissSuggestionPayload', readonly member: { readonly __typename?: 'Member', readonly id: string, readonly name: string } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type EraseMeMutationVariables = Exact<{
  input: EraseMeInput;
}>;


export type EraseMeMutation = { readonly __typename?: 'Mutation', readonly eraseMe: { readonly __typename?: 'EraseMePayload', readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type EventPageQueryVariables = Exact<{
  after: Scalars['Cursor']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type EventPageQuery = { readonly __typename?: 'Query', readonly eventPage: { readonly __typename?: 'EventPage', readonly cursor: string, readonly head: boolean, readonly events: ReadonlyArray<
      | { readonly __typename: 'BlockCreatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'BlockRemovedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'ConnectionCreatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'ConnectionRemovedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'InvitationExpiredEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'InvitationReceivedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'InvitationReminderEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'InvitationRemovedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'InvitationSentEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'InvitationUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'InvitationWithdrawnEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'MemberAllowedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'NotificationsUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'ProfileUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'RedactedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'RelationshipUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'SessionEndedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'SettingsUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'StandingChangedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
      | { readonly __typename: 'SuggestionDismissedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly cursor: string }
    >, readonly reset: { readonly __typename?: 'StreamReset', readonly reason: StreamResetReason } | null } };

export type EventsSubscriptionVariables = Exact<{
  after?: InputMaybe<Scalars['Cursor']['input']>;
}>;


export type EventsSubscription = { readonly __typename?: 'Subscription', readonly events:
    | { readonly __typename: 'Checkpoint', readonly cursor: string, readonly head: boolean, readonly serverTime: string }
    | { readonly __typename: 'EventBatch', readonly cursor: string, readonly replay: boolean, readonly events: ReadonlyArray<
        | { readonly __typename: 'BlockCreatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'BlockRemovedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'ConnectionCreatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly edge: { readonly __typename?: 'NetworkEdge', readonly connectedAt: string, readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string } } | null }
        | { readonly __typename: 'ConnectionRemovedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly member: { readonly __typename?: 'Member', readonly id: string } }
        | { readonly __typename: 'InvitationExpiredEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'InvitationReceivedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly tray: InvitationTray | null, readonly reason: InvitationReason, readonly note: string | null, readonly sender: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null } } | null }
        | { readonly __typename: 'InvitationReminderEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'InvitationRemovedEvent', readonly invitationId: string, readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'InvitationSentEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'InvitationUpdatedEvent', readonly invitationId: string, readonly seq: string, readonly kind: EventKind, readonly occurredAt: string, readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly tray: InvitationTray | null, readonly reason: InvitationReason, readonly note: string | null, readonly snoozedUntil: string | null, readonly sender: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null } } | null }
        | { readonly __typename: 'InvitationWithdrawnEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'MemberAllowedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'NotificationsUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'ProfileUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'RedactedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'RelationshipUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'SessionEndedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'SettingsUpdatedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'StandingChangedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
        | { readonly __typename: 'SuggestionDismissedEvent', readonly seq: string, readonly kind: EventKind, readonly occurredAt: string }
      > }
    | { readonly __typename: 'StreamReset', readonly reason: StreamResetReason }
   };

export type ExportMyDataMutationVariables = Exact<{
  input: ExportMyDataInput;
}>;


export type ExportMyDataMutation = { readonly __typename?: 'Mutation', readonly exportMyData: { readonly __typename?: 'ExportMyDataPayload', readonly endCursor: string | null, readonly records: ReadonlyArray<{ readonly __typename?: 'ExportedRecord', readonly kind: string, readonly json: string }> | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type InvitationAnsweredSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type InvitationAnsweredSubscription = { readonly __typename?: 'Subscription', readonly invitationAnswered: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly answeredAt: string | null, readonly recipient: { readonly __typename?: 'Member', readonly id: string, readonly name: string } } };

export type InvitationReceivedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type InvitationReceivedSubscription = { readonly __typename?: 'Subscription', readonly invitationReceived: { readonly __typename?: 'Invitation', readonly id: string, readonly reason: InvitationReason, readonly note: string | null, readonly sentAt: string, readonly sender: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null } } };

export type InvitationsReceivedQueryVariables = Exact<{
  filter?: InputMaybe<ReceivedFilter>;
  orderBy?: InputMaybe<ReceivedOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type InvitationsReceivedQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly invitationsReceived: { readonly __typename?: 'InvitationConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename?: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly __typename?: 'InvitationEdge', readonly node: { readonly __typename?: 'Invitation', readonly id: string, readonly reason: InvitationReason, readonly context: string | null, readonly note: string | null, readonly status: InvitationStatus, readonly tray: InvitationTray | null, readonly sentAt: string, readonly asOfSeq: string, readonly question: { readonly __typename?: 'InvitationQuestion', readonly text: string, readonly answer: string | null } | null, readonly sender: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null, readonly photoUrl: string | null } } }> } } };

export type InvitationsSentQueryVariables = Exact<{
  filter?: InputMaybe<SentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type InvitationsSentQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly invitationAllowance: { readonly __typename?: 'InvitationAllowance', readonly open: number, readonly openLimit: number, readonly day: { readonly __typename?: 'AllowanceWindow', readonly limit: number, readonly remaining: number, readonly resetsAt: string | null }, readonly week: { readonly __typename?: 'AllowanceWindow', readonly limit: number, readonly remaining: number, readonly resetsAt: string | null } }, readonly invitationsSent: { readonly __typename?: 'InvitationConnection', readonly pageInfo: { readonly __typename?: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly __typename?: 'InvitationEdge', readonly node: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly sentAt: string, readonly expiresAt: string, readonly recipient: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null } } }> } } };

export type MarkNotificationsReadMutationVariables = Exact<{
  input: MarkNotificationsReadInput;
}>;


export type MarkNotificationsReadMutation = { readonly __typename?: 'Mutation', readonly markNotificationsRead: { readonly __typename?: 'MarkNotificationsReadPayload', readonly unreadNotificationCount: number | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type MemberQueryVariables = Exact<{
  handle: Scalars['String']['input'];
}>;


export type MemberQuery = { readonly __typename?: 'Query', readonly member: { readonly __typename?: 'Member', readonly id: string, readonly handle: string | null, readonly name: string, readonly headline: string | null, readonly summary: string | null, readonly industry: string | null, readonly location: string | null, readonly photoUrl: string | null, readonly careerGoal: string | null, readonly seeking: ReadonlyArray<Purpose>, readonly offering: ReadonlyArray<Purpose>, readonly skills: ReadonlyArray<string>, readonly connectionCount: number | null, readonly positions: ReadonlyArray<{ readonly __typename?: 'Position', readonly title: string, readonly company: string, readonly startedOn: string | null, readonly endedOn: string | null, readonly location: string | null, readonly description: string | null }>, readonly education: ReadonlyArray<{ readonly __typename?: 'Education', readonly school: string, readonly degree: string | null, readonly field: string | null, readonly startedOn: string | null, readonly endedOn: string | null }>, readonly accomplishments: ReadonlyArray<{ readonly __typename?: 'Accomplishment', readonly title: string, readonly description: string | null, readonly date: string | null, readonly url: string | null }> } | null };

export type NetworkStatisticsQueryVariables = Exact<{
  weeks?: InputMaybe<Scalars['Int']['input']>;
}>;


export type NetworkStatisticsQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly networkStatistics: { readonly __typename?: 'NetworkStatistics', readonly growth: ReadonlyArray<{ readonly __typename?: 'NetworkGrowth', readonly weekStart: string, readonly added: number }>, readonly industries: ReadonlyArray<{ readonly __typename?: 'NetworkShare', readonly name: string, readonly count: number }>, readonly companies: ReadonlyArray<{ readonly __typename?: 'NetworkShare', readonly name: string, readonly count: number }>, readonly reach: { readonly __typename?: 'NetworkReach', readonly first: number, readonly second: number, readonly third: number } } } };

export type NodeQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type NodeQuery = { readonly __typename?: 'Query', readonly node:
    | { readonly __typename: 'Invitation', readonly id: string }
    | { readonly __typename: 'Member', readonly id: string }
    | { readonly __typename: 'Notification', readonly id: string }
    | { readonly __typename: 'Relationship', readonly id: string }
    | { readonly __typename: 'Viewer', readonly id: string }
   | null };

export type NodesQueryVariables = Exact<{
  ids: ReadonlyArray<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type NodesQuery = { readonly __typename?: 'Query', readonly nodes: ReadonlyArray<
    | { readonly __typename: 'Invitation', readonly id: string }
    | { readonly __typename: 'Member', readonly id: string }
    | { readonly __typename: 'Notification', readonly id: string }
    | { readonly __typename: 'Relationship', readonly id: string }
    | { readonly __typename: 'Viewer', readonly id: string }
   | null> };

export type NotificationsQueryVariables = Exact<{
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type NotificationsQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly unreadNotificationCount: number, readonly notifications: { readonly __typename?: 'NotificationConnection', readonly pageInfo: { readonly __typename?: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly __typename?: 'NotificationEdge', readonly node: { readonly __typename?: 'Notification', readonly id: string, readonly kind: NotificationKind, readonly createdAt: string, readonly readAt: string | null, readonly actor: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly photoUrl: string | null } | null, readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus } | null } }> } } };

export type RefreshSessionMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type RefreshSessionMutation = { readonly __typename?: 'Mutation', readonly refreshSession: { readonly __typename?: 'SessionPayload', readonly session: { readonly __typename?: 'Session', readonly accessToken: string, readonly refreshToken: string, readonly expiresAt: string } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string }> } };

export type RelationshipQueryVariables = Exact<{
  handle: Scalars['String']['input'];
}>;


export type RelationshipQuery = { readonly __typename?: 'Query', readonly member: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly state: RelationshipState, readonly canInvite: boolean, readonly cannotInviteBecause: ErrorCode | null, readonly connectedAt: string | null, readonly label: string | null, readonly privateNote: string | null, readonly degree: Degree, readonly mutualConnectionCount: number, readonly asOfSeq: string, readonly asks: { readonly __typename?: 'InvitationDemand', readonly note: boolean, readonly reason: boolean } | null, readonly mutualConnections: { readonly __typename?: 'MemberConnection', readonly edges: ReadonlyArray<{ readonly __typename?: 'MemberEdge', readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly photoUrl: string | null } }> }, readonly paths: ReadonlyArray<{ readonly __typename?: 'ConnectionPath', readonly through: ReadonlyArray<{ readonly __typename?: 'Member', readonly id: string, readonly name: string }> }>, readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly expiresAt: string } | null } | null, readonly connections: { readonly __typename?: 'NetworkConnection', readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly __typename?: 'NetworkEdge', readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string } }> } | null } | null };

export type RemoveConnectionMutationVariables = Exact<{
  input: RemoveConnectionInput;
}>;


export type RemoveConnectionMutation = { readonly __typename?: 'Mutation', readonly removeConnection: { readonly __typename?: 'RemoveConnectionPayload', readonly member: { readonly __typename?: 'Member', readonly id: string, readonly name: string } | null, readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly state: RelationshipState, readonly asOfSeq: string } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type SearchCardsQueryVariables = Exact<{
  query: Scalars['String']['input'];
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SearchCardsQuery = { readonly __typename?: 'Query', readonly searchMembers: { readonly __typename?: 'MemberConnection', readonly pageInfo: { readonly __typename?: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly __typename?: 'MemberEdge', readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null, readonly photoUrl: string | null, readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly degree: Degree, readonly state: RelationshipState, readonly label: string | null, readonly privateNote: string | null, readonly mutualConnectionCount: number, readonly mutualConnections: { readonly __typename?: 'MemberConnection', readonly edges: ReadonlyArray<{ readonly __typename?: 'MemberEdge', readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly photoUrl: string | null } }> }, readonly paths: ReadonlyArray<{ readonly __typename?: 'ConnectionPath', readonly through: ReadonlyArray<{ readonly __typename?: 'Member', readonly id: string, readonly name: string }> }> } | null } }> } };

export type SearchMembersQueryVariables = Exact<{
  query: Scalars['String']['input'];
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SearchMembersQuery = { readonly __typename?: 'Query', readonly searchMembers: { readonly __typename?: 'MemberConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename?: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly __typename?: 'MemberEdge', readonly cursor: string, readonly node: { readonly __typename?: 'Member', readonly id: string, readonly handle: string | null, readonly name: string, readonly headline: string | null, readonly photoUrl: string | null, readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly degree: Degree, readonly state: RelationshipState, readonly mutualConnectionCount: number, readonly mutualConnections: { readonly __typename?: 'MemberConnection', readonly edges: ReadonlyArray<{ readonly __typename?: 'MemberEdge', readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string } }> } } | null } }> } };

export type SendInvitationMutationVariables = Exact<{
  input: SendInvitationInput;
}>;


export type SendInvitationMutation = { readonly __typename?: 'Mutation', readonly sendInvitation: { readonly __typename?: 'SendInvitationPayload', readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly sentAt: string, readonly expiresAt: string, readonly recipient: { readonly __typename?: 'Member', readonly id: string, readonly name: string } } | null, readonly edge: { readonly __typename?: 'NetworkEdge', readonly connectedAt: string } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null, readonly remaining: number | null }> } };

export type SendInvitationsMutationVariables = Exact<{
  input: SendInvitationsInput;
}>;


export type SendInvitationsMutation = { readonly __typename?: 'Mutation', readonly sendInvitations: { readonly __typename?: 'SendInvitationsPayload', readonly outcomes: ReadonlyArray<{ readonly __typename?: 'InvitationOutcome', readonly connected: boolean, readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> }> | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly __typename?: 'Mutation', readonly signIn: { readonly __typename?: 'SessionPayload', readonly session: { readonly __typename?: 'Session', readonly accessToken: string, readonly refreshToken: string, readonly expiresAt: string } | null, readonly viewer: { readonly __typename?: 'Viewer', readonly id: string, readonly member: { readonly __typename?: 'Member', readonly id: string, readonly handle: string | null, readonly name: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type SignOutMutationVariables = Exact<{
  input?: InputMaybe<SignOutInput>;
}>;


export type SignOutMutation = { readonly __typename?: 'Mutation', readonly signOut: { readonly __typename?: 'SignOutPayload', readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string }> } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { readonly __typename?: 'Mutation', readonly signUp: { readonly __typename?: 'SessionPayload', readonly session: { readonly __typename?: 'Session', readonly accessToken: string, readonly refreshToken: string, readonly expiresAt: string } | null, readonly viewer: { readonly __typename?: 'Viewer', readonly id: string, readonly email: string, readonly member: { readonly __typename?: 'Member', readonly id: string, readonly handle: string | null, readonly name: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type SnapshotQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
}>;


export type SnapshotQuery = { readonly __typename?: 'Query', readonly snapshot: { readonly __typename?: 'Snapshot', readonly cursor: string, readonly viewer: { readonly __typename?: 'Viewer', readonly id: string, readonly unreadNotificationCount: number, readonly invitationsReceived: { readonly __typename?: 'InvitationConnection', readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly __typename?: 'InvitationEdge', readonly node: { readonly __typename?: 'Invitation', readonly id: string, readonly reason: InvitationReason, readonly note: string | null, readonly sentAt: string, readonly asOfSeq: string, readonly sender: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null } } }> }, readonly connections: { readonly __typename?: 'NetworkConnection', readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly __typename?: 'NetworkEdge', readonly connectedAt: string, readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly state: RelationshipState, readonly asOfSeq: string } | null } }> } } } };

export type SnoozeInvitationMutationVariables = Exact<{
  input: SnoozeInvitationInput;
}>;


export type SnoozeInvitationMutation = { readonly __typename?: 'Mutation', readonly snoozeInvitation: { readonly __typename?: 'SnoozeInvitationPayload', readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly tray: InvitationTray | null, readonly snoozedUntil: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type StandingQueryVariables = Exact<{ [key: string]: never; }>;


export type StandingQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly standing: { readonly __typename?: 'Standing', readonly level: StandingLevel, readonly until: string | null, readonly reasons: ReadonlyArray<string>, readonly overusesReports: boolean, readonly appeal: { readonly __typename?: 'StandingAppeal', readonly text: string, readonly madeAt: string } | null }, readonly invitationInsight: { readonly __typename?: 'InvitationInsight', readonly overall: { readonly __typename?: 'AcceptanceRate', readonly sent: number, readonly rate: number | null }, readonly byReason: ReadonlyArray<{ readonly __typename?: 'ReasonAcceptance', readonly reason: InvitationReason, readonly sent: number, readonly rate: number | null }>, readonly withSharedContext: { readonly __typename?: 'AcceptanceRate', readonly sent: number, readonly rate: number | null }, readonly withoutSharedContext: { readonly __typename?: 'AcceptanceRate', readonly sent: number, readonly rate: number | null } } } };

export type SuggestionsQueryVariables = Exact<{
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SuggestionsQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly suggestions: { readonly __typename?: 'SuggestionConnection', readonly pageInfo: { readonly __typename?: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly __typename?: 'SuggestionEdge', readonly mutualConnectionCount: number, readonly reasons: ReadonlyArray<{ readonly __typename?: 'SuggestionReason', readonly kind: SuggestionReasonKind, readonly text: string, readonly name: string | null, readonly count: number | null, readonly fromYear: number | null, readonly untilYear: number | null }>, readonly node: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null, readonly photoUrl: string | null } }> } } };

export type UnblockMemberMutationVariables = Exact<{
  input: UnblockMemberInput;
}>;


export type UnblockMemberMutation = { readonly __typename?: 'Mutation', readonly unblockMember: { readonly __typename?: 'UnblockMemberPayload', readonly member: { readonly __typename?: 'Member', readonly id: string, readonly name: string } | null, readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly state: RelationshipState, readonly asOfSeq: string } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type UndoDeclineMutationVariables = Exact<{
  input: UndoDeclineInput;
}>;


export type UndoDeclineMutation = { readonly __typename?: 'Mutation', readonly undoDecline: { readonly __typename?: 'UndoDeclinePayload', readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly answeredAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { readonly __typename?: 'Mutation', readonly updateProfile: { readonly __typename?: 'UpdateProfilePayload', readonly member: { readonly __typename?: 'Member', readonly id: string, readonly name: string, readonly headline: string | null, readonly summary: string | null, readonly industry: string | null, readonly location: string | null, readonly photoUrl: string | null, readonly careerGoal: string | null, readonly seeking: ReadonlyArray<Purpose>, readonly offering: ReadonlyArray<Purpose>, readonly skills: ReadonlyArray<string>, readonly positions: ReadonlyArray<{ readonly __typename?: 'Position', readonly title: string, readonly company: string, readonly startedOn: string | null, readonly endedOn: string | null, readonly location: string | null, readonly description: string | null }>, readonly education: ReadonlyArray<{ readonly __typename?: 'Education', readonly school: string, readonly degree: string | null, readonly field: string | null, readonly startedOn: string | null, readonly endedOn: string | null }>, readonly accomplishments: ReadonlyArray<{ readonly __typename?: 'Accomplishment', readonly title: string, readonly description: string | null, readonly date: string | null, readonly url: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type UpdateRelationshipMutationVariables = Exact<{
  input: UpdateRelationshipInput;
}>;


export type UpdateRelationshipMutation = { readonly __typename?: 'Mutation', readonly updateRelationship: { readonly __typename?: 'UpdateRelationshipPayload', readonly relationship: { readonly __typename?: 'Relationship', readonly id: string, readonly label: string | null, readonly privateNote: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { readonly __typename?: 'Mutation', readonly updateSettings: { readonly __typename?: 'UpdateSettingsPayload', readonly settings: { readonly __typename?: 'Settings', readonly connectionsVisibleTo: ConnectionsVisibility, readonly mutedNotifications: ReadonlyArray<NotificationKind>, readonly admission: { readonly __typename?: 'AdmissionSettings', readonly asksNote: boolean, readonly asksReason: boolean, readonly whoMayInvite: WhoMayInvite, readonly dailyIntake: number | null, readonly pausedUntil: string | null, readonly unadmitted: Unadmitted } } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly __typename?: 'Query', readonly viewer: { readonly __typename?: 'Viewer', readonly id: string, readonly email: string, readonly settings: { readonly __typename?: 'Settings', readonly connectionsVisibleTo: ConnectionsVisibility, readonly mutedNotifications: ReadonlyArray<NotificationKind> }, readonly member: { readonly __typename?: 'Member', readonly id: string, readonly handle: string | null, readonly name: string, readonly headline: string | null, readonly connectionCount: number | null } } };

export type WithdrawInvitationMutationVariables = Exact<{
  input: WithdrawInvitationInput;
}>;


export type WithdrawInvitationMutation = { readonly __typename?: 'Mutation', readonly withdrawInvitation: { readonly __typename?: 'WithdrawInvitationPayload', readonly invitation: { readonly __typename?: 'Invitation', readonly id: string, readonly status: InvitationStatus, readonly answeredAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename?: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string> | null, readonly retryAt: string | null }> } };


export const AcceptInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const AllowInvitationsFromDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AllowInvitationsFrom"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AllowInvitationsFromInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowInvitationsFrom"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<AllowInvitationsFromMutation, AllowInvitationsFromMutationVariables>;
export const AnswerInvitationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerInvitations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerInvitationsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerInvitations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AnswerInvitationsMutation, AnswerInvitationsMutationVariables>;
export const AnswerQuestionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerQuestion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerQuestionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerQuestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"question"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<AnswerQuestionMutation, AnswerQuestionMutationVariables>;
export const AppealStandingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppealStanding"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppealStandingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appealStanding"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<AppealStandingMutation, AppealStandingMutationVariables>;
export const AskSenderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AskSender"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AskSenderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"askSender"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"question"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<AskSenderMutation, AskSenderMutationVariables>;
export const BlockMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BlockMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BlockMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"blockMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOfSeq"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<BlockMemberMutation, BlockMemberMutationVariables>;
export const BlockedMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BlockedMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"blockedMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BlockedMembersQuery, BlockedMembersQueryVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const ConnectionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Connections"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectionOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"asOfSeq"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionsQuery, ConnectionsQueryVariables>;
export const DeclineInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclineInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeclineInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declineInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<DeclineInvitationMutation, DeclineInvitationMutationVariables>;
export const DismissSuggestionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DismissSuggestion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DismissSuggestionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dismissSuggestion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DismissSuggestionMutation, DismissSuggestionMutationVariables>;
export const EraseMeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EraseMe"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EraseMeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eraseMe"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<EraseMeMutation, EraseMeMutationVariables>;
export const EventPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventPage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"reset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<EventPageQuery, EventPageQueryVariables>;
export const EventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Events"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventBatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"replay"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvitationReceivedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tray"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvitationUpdatedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationId"}},{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tray"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"snoozedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectionCreatedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectionRemovedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvitationRemovedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationId"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Checkpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"serverTime"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamReset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<EventsSubscription, EventsSubscriptionVariables>;
export const ExportMyDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExportMyData"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExportMyDataInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportMyData"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"json"}}]}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ExportMyDataMutation, ExportMyDataMutationVariables>;
export const InvitationAnsweredDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"InvitationAnswered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationAnswered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<InvitationAnsweredSubscription, InvitationAnsweredSubscriptionVariables>;
export const InvitationReceivedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"InvitationReceived"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationReceived"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}}]}}]}}]}}]} as unknown as DocumentNode<InvitationReceivedSubscription, InvitationReceivedSubscriptionVariables>;
export const InvitationsReceivedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InvitationsReceived"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceivedFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceivedOrder"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationsReceived"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"context"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tray"}},{"kind":"Field","name":{"kind":"Name","value":"question"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"asOfSeq"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<InvitationsReceivedQuery, InvitationsReceivedQueryVariables>;
export const InvitationsSentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InvitationsSent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SentFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitationAllowance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"week"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"openLimit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitationsSent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<InvitationsSentQuery, InvitationsSentQueryVariables>;
export const MarkNotificationsReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkNotificationsRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkNotificationsReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markNotificationsRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables>;
export const MemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Member"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"handle"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"handle"},"value":{"kind":"Variable","name":{"kind":"Name","value":"handle"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"careerGoal"}},{"kind":"Field","name":{"kind":"Name","value":"seeking"}},{"kind":"Field","name":{"kind":"Name","value":"offering"}},{"kind":"Field","name":{"kind":"Name","value":"skills"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"education"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"school"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accomplishments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connectionCount"}}]}}]}}]} as unknown as DocumentNode<MemberQuery, MemberQueryVariables>;
export const NetworkStatisticsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NetworkStatistics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"weeks"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"networkStatistics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"growth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"weeks"},"value":{"kind":"Variable","name":{"kind":"Name","value":"weeks"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekStart"}},{"kind":"Field","name":{"kind":"Name","value":"added"}}]}},{"kind":"Field","name":{"kind":"Name","value":"industries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"companies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reach"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"first"}},{"kind":"Field","name":{"kind":"Name","value":"second"}},{"kind":"Field","name":{"kind":"Name","value":"third"}}]}}]}}]}}]}}]} as unknown as DocumentNode<NetworkStatisticsQuery, NetworkStatisticsQueryVariables>;
export const NodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Node"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<NodeQuery, NodeQueryVariables>;
export const NodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Nodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<NodesQuery, NodesQueryVariables>;
export const NotificationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Notifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"unreadOnly"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<NotificationsQuery, NotificationsQueryVariables>;
export const RefreshSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefreshSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const RelationshipDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Relationship"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"handle"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"handle"},"value":{"kind":"Variable","name":{"kind":"Name","value":"handle"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"canInvite"}},{"kind":"Field","name":{"kind":"Name","value":"cannotInviteBecause"}},{"kind":"Field","name":{"kind":"Name","value":"asks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"privateNote"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"mutualConnectionCount"}},{"kind":"Field","name":{"kind":"Name","value":"mutualConnections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"paths"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"max"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"through"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOfSeq"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RelationshipQuery, RelationshipQueryVariables>;
export const RemoveConnectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveConnection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveConnectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeConnection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOfSeq"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveConnectionMutation, RemoveConnectionMutationVariables>;
export const SearchCardsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchCards"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"privateNote"}},{"kind":"Field","name":{"kind":"Name","value":"mutualConnectionCount"}},{"kind":"Field","name":{"kind":"Name","value":"mutualConnections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"paths"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"max"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"through"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchCardsQuery, SearchCardsQueryVariables>;
export const SearchMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"mutualConnectionCount"}},{"kind":"Field","name":{"kind":"Name","value":"mutualConnections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchMembersQuery, SearchMembersQueryVariables>;
export const SendInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edge"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}}]}}]} as unknown as DocumentNode<SendInvitationMutation, SendInvitationMutationVariables>;
export const SendInvitationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendInvitations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendInvitationsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendInvitations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SendInvitationsMutation, SendInvitationsMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SignOutInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const SnapshotDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Snapshot"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"snapshot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}},{"kind":"Field","name":{"kind":"Name","value":"invitationsReceived"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"asOfSeq"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"connections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectedAt"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOfSeq"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SnapshotQuery, SnapshotQueryVariables>;
export const SnoozeInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SnoozeInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SnoozeInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"snoozeInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tray"}},{"kind":"Field","name":{"kind":"Name","value":"snoozedUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<SnoozeInvitationMutation, SnoozeInvitationMutationVariables>;
export const StandingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"overusesReports"}},{"kind":"Field","name":{"kind":"Name","value":"appeal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitationInsight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"overall"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byReason"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withSharedContext"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withoutSharedContext"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sent"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StandingQuery, StandingQueryVariables>;
export const SuggestionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Suggestions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suggestions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mutualConnectionCount"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"fromYear"}},{"kind":"Field","name":{"kind":"Name","value":"untilYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuggestionsQuery, SuggestionsQueryVariables>;
export const UnblockMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnblockMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnblockMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unblockMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"asOfSeq"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<UnblockMemberMutation, UnblockMemberMutationVariables>;
export const UndoDeclineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UndoDecline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UndoDeclineInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"undoDecline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<UndoDeclineMutation, UndoDeclineMutationVariables>;
export const UpdateProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"photoUrl"}},{"kind":"Field","name":{"kind":"Name","value":"careerGoal"}},{"kind":"Field","name":{"kind":"Name","value":"seeking"}},{"kind":"Field","name":{"kind":"Name","value":"offering"}},{"kind":"Field","name":{"kind":"Name","value":"skills"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}},{"kind":"Field","name":{"kind":"Name","value":"education"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"school"}},{"kind":"Field","name":{"kind":"Name","value":"degree"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accomplishments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const UpdateRelationshipDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateRelationship"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateRelationshipInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateRelationship"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"relationship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"privateNote"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateRelationshipMutation, UpdateRelationshipMutationVariables>;
export const UpdateSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSettings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSettingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectionsVisibleTo"}},{"kind":"Field","name":{"kind":"Name","value":"mutedNotifications"}},{"kind":"Field","name":{"kind":"Name","value":"admission"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asksNote"}},{"kind":"Field","name":{"kind":"Name","value":"asksReason"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayInvite"}},{"kind":"Field","name":{"kind":"Name","value":"dailyIntake"}},{"kind":"Field","name":{"kind":"Name","value":"pausedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"unadmitted"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateSettingsMutation, UpdateSettingsMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectionsVisibleTo"}},{"kind":"Field","name":{"kind":"Name","value":"mutedNotifications"}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"headline"}},{"kind":"Field","name":{"kind":"Name","value":"connectionCount"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const WithdrawInvitationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawInvitationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invitation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAt"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawInvitationMutation, WithdrawInvitationMutationVariables>;