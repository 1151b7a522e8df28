import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../graphql/node.type';
import { EdgeOf, PagesOf } from '../graphql/page.type';
import { DateTime } from '../graphql/scalars';
import { InvitationReasonEnum } from '../relationships/invitation-reason.type';
import {
  INVITATION_STATUSES,
  INVITATION_TRAYS,
  type InvitationStatus,
  type InvitationTray,
  type InvitationQuestion as Question,
} from './invitation.rules';

export const InvitationStatusEnum = Object.fromEntries(
  Object.keys(INVITATION_STATUSES).map((status) => [status, status]),
);

registerEnumType(InvitationStatusEnum, {
  name: 'InvitationStatus',
  description:
    'How an invitation stands, as you may see it. To its sender an invitation is PENDING until it is accepted, withdrawn or expired, whatever the recipient did in silence.',
  valuesConfig: Object.fromEntries(
    Object.entries(INVITATION_STATUSES).map(([status, description]) => [status, { description }]),
  ),
});

export const InvitationTrayEnum = Object.fromEntries(Object.keys(INVITATION_TRAYS).map((tray) => [tray, tray]));

registerEnumType(InvitationTrayEnum, {
  name: 'InvitationTray',
  description: 'Where an invitation waits for your answer. Trays may be added: keep a default branch.',
  valuesConfig: Object.fromEntries(
    Object.entries(INVITATION_TRAYS).map(([tray, description]) => [tray, { description }]),
  ),
});

@ObjectType('InvitationQuestion', {
  simpleResolvers: true,
  description: 'What the recipient asked before deciding: one question and one answer.',
})
export class InvitationQuestion implements Question {
  @Field(() => String, { description: 'The question, in plain text.' })
  text: string;

  @Field(() => DateTime, { description: 'When it was asked.' })
  askedAt: number;

  @Field(() => String, { nullable: true, description: "The sender's answer; null until they give it." })
  answer: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt: number | null;
}

@ObjectType('Invitation', {
  implements: Node,
  description: 'A request to connect, with its reason and note. Seen only by its sender and its recipient.',
})
export class Invitation extends Node {
  @Field(() => InvitationReasonEnum, { description: 'Why the sender would like to connect.' })
  reason: string;

  @Field(() => String, { nullable: true, description: "Where or how the two met, in the sender's words." })
  context: string | null;

  @Field(() => String, { nullable: true, description: "The sender's personal note: plain text, never markup." })
  note: string | null;

  @Field(() => InvitationStatusEnum, { description: 'How it stands, as you may see it.' })
  status: InvitationStatus;

  @Field(() => InvitationTrayEnum, {
    nullable: true,
    description: 'Where it waits for your answer. Null to its sender, and when it waits no more.',
  })
  tray: InvitationTray | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when its recipient has put it off. Null to its sender, always.',
  })
  snoozedUntil: number | null;

  @Field(() => InvitationQuestion, { nullable: true, description: 'The question before deciding, if one was asked.' })
  question: Question | null;

  @Field(() => DateTime, { description: 'When it was sent.' })
  sentAt: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was accepted; to its recipient also when it was declined.',
  })
  answeredAt: number | null;

  @Field(() => DateTime, { description: 'When it ends by itself if it is not accepted.' })
  expiresAt: number;

  @Field(() => String, {
    description: 'Your last event about the two of you when this was read. Apply only events whose `seq` is greater.',
  })
  asOfSeq: string;
}

@ObjectType('InvitationEdge', { description: 'An invitation in a list.' })
export class InvitationEdge extends EdgeOf(() => Invitation) {}

@ObjectType('InvitationConnection', { description: 'A list of invitations.' })
export class InvitationConnection extends PagesOf(() => InvitationEdge) {}

@ObjectType('AllowanceWindow', { description: 'What may be sent within a rolling window.' })
export class AllowanceWindow {
  @Field(() => Int, { description: 'The most that may be sent within the window.' })
  limit: number;

  @Field(() => Int, { description: 'How many more may be sent now.' })
  remaining: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the oldest invitation leaves the window, so that one more may be sent; null when none is in it.',
  })
  resetsAt: number | null;
}

@ObjectType('InvitationAllowance', { description: 'How many invitations you may still send. Answering never counts.' })
export class InvitationAllowance {
  @Field(() => AllowanceWindow, { description: 'The rolling day.' })
  day: AllowanceWindow;

  @Field(() => AllowanceWindow, { description: 'The rolling week.' })
  week: AllowanceWindow;

  @Field(() => Int, { description: 'Your invitations that are open now.' })
  open: number;

  @Field(() => Int, { description: 'How many may be open at once; smaller while your account is young.' })
  openLimit: number;
}
