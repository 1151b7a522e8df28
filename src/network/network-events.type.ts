import { Field, ObjectType } from 'type-graphql';
import { Event, type ReadableEvent } from '../events/event.type';
import { Member } from '../members/member.type';
import type { NetworkEdgeView } from './connection-reader';
import { NetworkEdge } from './network.type';

@ObjectType('ConnectionCreatedEvent', {
  implements: Event,
  description: 'You are connected with somebody: one of you accepted, or your invitations crossed.',
})
export class ConnectionCreatedEvent extends Event {
  @Field(() => NetworkEdge, {
    nullable: true,
    description: 'The connection; null when it no longer stands. A later event in your stream tells of its end.',
  })
  edge: NetworkEdgeView | null;
}

@ObjectType()
abstract class AboutMemberEvent extends Event {
  @Field(() => Member, { description: 'The other member, as they are to you now.' })
  member: Member;
}

@ObjectType('ConnectionRemovedEvent', {
  implements: Event,
  description: 'A connection has ended. Remove the member from your lists of connections.',
})
export class ConnectionRemovedEvent extends AboutMemberEvent {}

@ObjectType('BlockCreatedEvent', {
  implements: Event,
  description: 'You have blocked a member, perhaps on another device. A connection and open invitations ended with it.',
})
export class BlockCreatedEvent extends AboutMemberEvent {}

@ObjectType('BlockRemovedEvent', {
  implements: Event,
  description: 'You have unblocked a member, perhaps on another device.',
})
export class BlockRemovedEvent extends AboutMemberEvent {}

@ObjectType('MemberAllowedEvent', {
  implements: Event,
  description: 'You let a member invite you again whom you had said not to know, perhaps on another device.',
})
export class MemberAllowedEvent extends AboutMemberEvent {}

/** The invitation by which a connection was made: it is in the payload of a `ConnectionCreatedEvent`. */
export function invitationBehind({ payload }: ReadableEvent): number | null {
  const parsed: { readonly invitation?: number | null } = JSON.parse(payload ?? '{}');
  return parsed.invitation ?? null;
}

export const NETWORK_EVENTS = [
  ConnectionCreatedEvent,
  ConnectionRemovedEvent,
  BlockCreatedEvent,
  BlockRemovedEvent,
  MemberAllowedEvent,
];
