import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { IdempotentInput } from '../relationships/idempotent-input.type';
import { InvitationReasonEnum } from '../relationships/invitation-reason.type';

/** The fields of an invitation that is to be sent. */
@InputType()
export abstract class InvitationDraft extends IdempotentInput {
  @Field(() => ID, { description: 'The member to invite.' })
  recipientId: string;

  @Field(() => InvitationReasonEnum, { description: 'Why you would like to connect.' })
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where or how you met: "Kafka meetup, Lisbon, May 2026". At most 120 characters.',
  })
  context?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A personal note in plain text: at most 300 characters and one link.',
  })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The address the member signs in with, if you know it: some admit only those who do. Whether it was right is not told. At most 10 invitations a day may carry one.',
  })
  recipientEmail?: string | null;
}

@InputType('SendInvitationInput', { description: 'Whom to invite, and why.' })
export class SendInvitationInput extends InvitationDraft {}

@InputType('AcceptInvitationInput', { description: 'Which invitation to accept.' })
export class AcceptInvitationInput extends IdempotentInput {
  @Field(() => ID, { description: 'An invitation you received.' })
  invitationId: string;
}

export const DeclineReportEnum = { NONE: 'NONE', UNKNOWN_SENDER: 'UNKNOWN_SENDER', SPAM: 'SPAM' } as const;

registerEnumType(DeclineReportEnum, {
  name: 'DeclineReport',
  description: 'Whether to report the sender along with declining. The sender never learns of either.',
  valuesConfig: {
    NONE: { description: 'Just decline.' },
    UNKNOWN_SENDER: {
      description:
        '"I don\'t know this person": they cannot reach you again until you invite them. Use it only when it is true.',
    },
    SPAM: {
      description:
        'The invitation is an advertisement or worse: they cannot reach you again either, and it weighs twice as much.',
    },
  },
});

@InputType('DeclineInvitationInput', { description: 'Which invitation to decline. Its sender is not told.' })
export class DeclineInvitationInput extends IdempotentInput {
  @Field(() => ID, { description: 'An invitation you received.' })
  invitationId: string;

  @Field(() => DeclineReportEnum, { defaultValue: 'NONE', description: 'Whether to report the sender, too.' })
  report: keyof typeof DeclineReportEnum;
}

@InputType('UndoDeclineInput', { description: 'Which decline to take back.' })
export class UndoDeclineInput extends IdempotentInput {
  @Field(() => ID, { description: 'An invitation you declined within the last ten minutes.' })
  invitationId: string;
}

@InputType('WithdrawInvitationInput', { description: 'Which invitation to take back.' })
export class WithdrawInvitationInput extends IdempotentInput {
  @Field(() => ID, { description: 'An open invitation of yours.' })
  invitationId: string;
}
