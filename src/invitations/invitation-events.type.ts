import { ObjectType } from 'type-graphql';
import { Event } from '../events/event.type';

/** What events about invitations have in common; its fields are resolved beside it. */
@ObjectType()
export abstract class InvitationEvent extends Event {}

@ObjectType('InvitationSentEvent', {
  implements: Event,
  description: 'You sent an invitation, perhaps on another device.',
})
export class InvitationSentEvent extends InvitationEvent {}

@ObjectType('InvitationReceivedEvent', { implements: Event, description: 'Somebody would like to connect with you.' })
export class InvitationReceivedEvent extends InvitationEvent {}

@ObjectType('InvitationUpdatedEvent', {
  implements: Event,
  description:
    'An invitation changed: you answered, put off or took up one again, or a question was asked or answered. When `invitation` is null it is gone: remove it from your lists.',
})
export class InvitationUpdatedEvent extends InvitationEvent {}

@ObjectType('InvitationReminderEvent', {
  implements: Event,
  description: 'An invitation you received still waits for your answer.',
})
export class InvitationReminderEvent extends InvitationEvent {}

@ObjectType('InvitationWithdrawnEvent', { implements: Event, description: 'You took an invitation back.' })
export class InvitationWithdrawnEvent extends InvitationEvent {}

@ObjectType('InvitationRemovedEvent', {
  implements: Event,
  description: 'An invitation you received is gone. Remove it from your lists, with its notification.',
})
export class InvitationRemovedEvent extends InvitationEvent {}

@ObjectType('InvitationExpiredEvent', {
  implements: Event,
  description: 'An invitation you sent has ended without an acceptance.',
})
export class InvitationExpiredEvent extends InvitationEvent {}

export const INVITATION_EVENTS = [
  InvitationSentEvent,
  InvitationReceivedEvent,
  InvitationUpdatedEvent,
  InvitationReminderEvent,
  InvitationWithdrawnEvent,
  InvitationRemovedEvent,
  InvitationExpiredEvent,
];
