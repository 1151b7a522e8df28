import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { ErrorCode } from '../errors';
import { Node } from '../graphql/node.type';
import { DateTime } from '../graphql/scalars';
import { ErrorCodeEnum } from '../graphql/user-error.type';
import {
  type InvitationDemand as Demand,
  RELATIONSHIP_STATES,
  type RelationshipState,
} from './relationship-view.rules';

export const RelationshipStateEnum = Object.fromEntries(
  Object.keys(RELATIONSHIP_STATES).map((state) => [state, state]),
);

registerEnumType(RelationshipStateEnum, {
  name: 'RelationshipState',
  description: 'How a member stands to you, as far as you may know. States may be added: keep a default branch.',
  valuesConfig: Object.fromEntries(
    Object.entries(RELATIONSHIP_STATES).map(([state, description]) => [state, { description }]),
  ),
});

@ObjectType('InvitationDemand', {
  simpleResolvers: true,
  description: 'What a member asks, openly, of everybody who invites them.',
})
export class InvitationDemand implements Demand {
  @Field(() => Boolean, { description: 'A personal note. Without one the invitation is refused with NOTE_REQUIRED.' })
  note: boolean;

  @Field(() => Boolean, { description: 'A reason other than OTHER. Without one: REASON_REQUIRED.' })
  reason: boolean;
}

@ObjectType('Relationship', {
  implements: Node,
  description: 'How a member stands to you. It has an id of its own, yours alone, so that caches keep it up to date.',
})
export class Relationship extends Node {
  @Field(() => RelationshipStateEnum, { description: 'How the two of you stand.' })
  state: RelationshipState;

  @Field(() => DateTime, { nullable: true, description: 'Since when you are connected; null when you are not.' })
  connectedAt: number | null;

  @Field(() => Boolean, {
    description:
      'Whether you may send this member an invitation now. False while you are restricted, although one with their e-mail address as `recipientEmail` is accepted even then.',
  })
  canInvite: boolean;

  @Field(() => ErrorCodeEnum, {
    nullable: true,
    description:
      'Why not: something public, or your own doing. Null when you may. What the other has chosen in private never shows here.',
  })
  cannotInviteBecause: ErrorCode | null;

  @Field(() => InvitationDemand, {
    nullable: true,
    description: 'What an invitation to this member must bring along; null when they ask for nothing.',
  })
  asks: Demand | null;

  @Field(() => String, { nullable: true, description: 'Your label for a connection; nobody else sees it.' })
  label: string | null;

  @Field(() => String, { nullable: true, description: 'Your note on a connection; nobody else sees it.' })
  privateNote: string | null;

  @Field(() => String, {
    description: 'Your last event about the two of you when this was read. Apply only events whose `seq` is greater.',
  })
  asOfSeq: string;
}
