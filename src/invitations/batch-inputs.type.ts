import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { IdempotentInput } from '../relationships/idempotent-input.type';
import { ReceivedFilter } from './invitation-filters.type';
import { DeclineReportEnum, SendInvitationInput } from './invitation-inputs.type';

const DRY_RUN = 'Only tells what would come of each item; nothing is changed.';

@InputType('SendInvitationsInput', { description: 'Whom to invite, up to 50 at once.' })
export class SendInvitationsInput extends IdempotentInput {
  @Field(() => [SendInvitationInput], {
    description: 'The invitations, sent in this order. They need no keys of their own when the whole has one.',
  })
  items: SendInvitationInput[];

  @Field(() => Boolean, { defaultValue: false, description: DRY_RUN })
  dryRun: boolean;
}

export const InvitationAnswerEnum = { ACCEPT: 'ACCEPT', DECLINE: 'DECLINE' } as const;

registerEnumType(InvitationAnswerEnum, {
  name: 'InvitationAnswer',
  description: 'How to answer.',
  valuesConfig: {
    ACCEPT: { description: 'Accept all of them.' },
    DECLINE: { description: 'Decline all of them in silence.' },
  },
});

@InputType('AnswerInvitationsInput', {
  description: 'Which invitations to answer, and how. Name them, or describe them.',
})
export class AnswerInvitationsInput extends IdempotentInput {
  @Field(() => InvitationAnswerEnum, { description: 'How.' })
  answer: keyof typeof InvitationAnswerEnum;

  @Field(() => DeclineReportEnum, {
    defaultValue: 'NONE',
    description: 'Whether to report the senders, too. Only with DECLINE.',
  })
  report: keyof typeof DeclineReportEnum;

  @Field(() => [ID], { nullable: true, description: 'Up to 50 invitations you received.' })
  invitationIds?: string[] | null;

  @Field(() => ReceivedFilter, {
    nullable: true,
    description:
      'Instead of ids: those that wait for your answer and fit, oldest first, 50 at once. Send it again for as long as one of the outcomes is without errors: what was refused still fits. It takes no `idempotencyKey`: what was answered fits no more.',
  })
  filter?: ReceivedFilter | null;

  @Field(() => Boolean, { defaultValue: false, description: DRY_RUN })
  dryRun: boolean;
}
