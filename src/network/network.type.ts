import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { EdgeOf, PagesOf } from '../graphql/page.type';
import { DateTime } from '../graphql/scalars';
import { Member } from '../members/member.type';
import { InvitationReasonEnum } from '../relationships/invitation-reason.type';

const CONNECTION_ORDERS = {
  NEWEST: 'The latest connection first.',
  OLDEST: 'The first connection first.',
  NAME: 'By name, A to Z without regard to case. Costs a sorting of the whole list for each page, as do those below.',
  COMPANY: 'By the company that the member names first; those without one last.',
  SKILL: 'By the skill that the member names first; those without one last.',
  INDUSTRY: 'By industry; those without one last.',
} as const;

export type ConnectionOrder = keyof typeof CONNECTION_ORDERS;

export const ConnectionOrderEnum = Object.fromEntries(Object.keys(CONNECTION_ORDERS).map((order) => [order, order]));

registerEnumType(ConnectionOrderEnum, {
  name: 'ConnectionOrder',
  description: 'How a list of connections is ordered.',
  valuesConfig: Object.fromEntries(
    Object.entries(CONNECTION_ORDERS).map(([order, description]) => [order, { description }]),
  ),
});

@ObjectType('NetworkEdge', { description: 'A connection with a member, and what is known about it.' })
export class NetworkEdge extends EdgeOf(() => Member) {
  @Field(() => DateTime, { description: 'Since when the two are connected.' })
  connectedAt: number;

  @Field(() => InvitationReasonEnum, {
    nullable: true,
    description: 'The reason of the invitation it came from. Only on your own connections.',
  })
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The note of the invitation it came from. Only on your own connections.',
  })
  note: string | null;
}

@ObjectType('NetworkConnection', { description: "A list of a member's connections." })
export class NetworkConnection extends PagesOf(() => NetworkEdge) {}
