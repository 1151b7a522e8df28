import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../graphql/scalars';
import { IdempotentInput } from '../relationships/idempotent-input.type';

@InputType('SnoozeInvitationInput', { description: 'Which invitation to put off, and until when.' })
export class SnoozeInvitationInput extends IdempotentInput {
  @Field(() => ID, { description: 'An invitation that waits for your answer.' })
  invitationId: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it comes back to your list, at most 90 days ahead; null brings it back now.',
  })
  until?: number | null;
}

@InputType('AskSenderInput', { description: 'Your one question before you decide. It does not accept.' })
export class AskSenderInput extends IdempotentInput {
  @Field(() => ID, { description: 'An invitation that waits for your answer.' })
  invitationId: string;

  @Field(() => String, { description: 'Plain text of at most 500 characters.' })
  question: string;
}

@InputType('AnswerQuestionInput', { description: 'Your one answer to the question about your invitation.' })
export class AnswerQuestionInput extends IdempotentInput {
  @Field(() => ID, { description: 'An open invitation of yours.' })
  invitationId: string;

  @Field(() => String, { description: 'Plain text of at most 500 characters.' })
  answer: string;
}

@InputType('AllowInvitationsFromInput', { description: 'Who may invite you again.' })
export class AllowInvitationsFromInput extends IdempotentInput {
  @Field(() => ID, { description: 'The member.' })
  memberId: string;
}
