import { createUnionType, Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { Cursor, DateTime } from '../graphql/scalars';
import type { Named } from '../graphql/schema';
import { EVENT_KINDS, type EventKind } from './event-kinds';
import { RESET_REASONS, type ResetReason } from './stream.rules';

export const EventKindEnum = Object.fromEntries(Object.keys(EVENT_KINDS).map((kind) => [kind, kind]));

registerEnumType(EventKindEnum, {
  name: 'EventKind',
  description: 'What happened. Kinds are added over time: keep a default branch, and store the cursor all the same.',
  valuesConfig: Object.fromEntries(Object.entries(EVENT_KINDS).map(([kind, description]) => [kind, { description }])),
});

export const ResetReasonEnum = Object.fromEntries(Object.keys(RESET_REASONS).map((reason) => [reason, reason]));

registerEnumType(ResetReasonEnum, {
  name: 'StreamResetReason',
  description:
    'Why a stream cannot go on from a cursor. In every case: take a new snapshot and follow from its cursor.',
  valuesConfig: Object.fromEntries(
    Object.entries(RESET_REASONS).map(([reason, description]) => [reason, { description }]),
  ),
});

/** An event ready for its reader: a `RedactedEvent` when what it was about is no longer the reader's to see. */
export interface ReadableEvent extends Named {
  readonly kind: EventKind;
  readonly seq: string;
  readonly cursor: string;
  readonly occurredAt: number;
  readonly subject: number | null;
  readonly payload: string | null;
}

/** The type of each kind of event. */
export const EVENT_TYPES = new Map(
  Object.keys(EVENT_KINDS).map((kind) => {
    const words = kind.toLowerCase().split('_');
    return [kind, `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Event`] as const;
  }),
);

@InterfaceType('Event', {
  description:
    "Something that happened and concerns you. Its content is what you may see *now*, not then. Types are added over time: keep a default branch; the type's name is `kind` in PascalCase with `Event` behind it.",
})
export abstract class Event {
  @Field(() => Cursor, { description: 'Store it after applying this event; `events(after:)` goes on behind it.' })
  cursor: string;

  @Field(() => String, {
    description: 'The number of this event in your stream, a decimal. Goes up by exactly one from event to event.',
  })
  seq: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt: number;

  @Field(() => EventKindEnum, { description: 'What happened.' })
  kind: EventKind;
}

@ObjectType('RedactedEvent', {
  implements: Event,
  description:
    'An event about something that is no longer yours to see, after a block or an erasure. Its number still counts; there is nothing to apply.',
})
export class RedactedEvent extends Event {
  @Field(() => ID, {
    description:
      'The id of what it was about: an invitation where `kind` begins with INVITATION, else a member. `node` finds nothing by it now.',
  })
  subjectId: string;
}

@ObjectType('ProfileUpdatedEvent', {
  implements: Event,
  description: 'You have changed your profile, perhaps on another device. Read it again.',
})
export class ProfileUpdatedEvent extends Event {}

@ObjectType('SettingsUpdatedEvent', {
  implements: Event,
  description: 'You have changed your settings, perhaps on another device. Read them again.',
})
export class SettingsUpdatedEvent extends Event {}

@ObjectType('SessionEndedEvent', {
  implements: Event,
  description: 'One or more of your sessions have ended: somebody signed out or the password was changed.',
})
export class SessionEndedEvent extends Event {}

/** Types that are found only through the interface. */
export const STREAM_EVENTS = [RedactedEvent, ProfileUpdatedEvent, SettingsUpdatedEvent, SessionEndedEvent];

@ObjectType('EventBatch', { description: 'Events in order, at most 100, or 32 KB of them.' })
export class EventBatch {
  @Field(() => [Event], { description: 'Apply them in this order.' })
  events: readonly ReadableEvent[];

  @Field(() => Cursor, { description: 'The position behind the last of them.' })
  cursor: string;

  @Field(() => Boolean, { description: 'Whether they happened before you subscribed (catch-up) or just now.' })
  replay: boolean;
}

@ObjectType('Checkpoint', {
  description:
    'Nothing is missing up to here. Sent when catch-up is complete, every 25 seconds or so while all is quiet, and as the last word of a process that stops, when `head` may be false.',
})
export class Checkpoint {
  @Field(() => Cursor, { description: 'Your position; as good a place to resume from as any event.' })
  cursor: string;

  @Field(() => Boolean, { description: 'You have everything there is.' })
  head: boolean;

  @Field(() => DateTime, { description: "The server's clock." })
  serverTime: number;
}

@ObjectType('StreamReset', {
  description:
    'The stream cannot go on from your cursor without a gap, so it does not go on at all. Take a new `snapshot`.',
})
export class StreamReset {
  @Field(() => ResetReasonEnum, { description: 'Why.' })
  reason: ResetReason;
}

export const StreamMessage = createUnionType({
  name: 'StreamMessage',
  description: 'What `events` sends. Members are added over time: keep a default branch.',
  types: () => [EventBatch, Checkpoint, StreamReset] as const,
});

@ObjectType('EventPage', {
  description: 'A page of your event stream, for clients that cannot keep a connection open.',
})
export class EventPage {
  @Field(() => [Event], { description: 'Apply them in this order.' })
  events: readonly ReadableEvent[];

  @Field(() => Cursor, { description: 'Where to go on.' })
  cursor: string;

  @Field(() => Boolean, { description: 'Whether this page ends at the end of the stream.' })
  head: boolean;

  @Field(() => StreamReset, {
    nullable: true,
    description: 'Set when the stream cannot go on from your cursor; then there are no events.',
  })
  reset: StreamReset | null;
}
