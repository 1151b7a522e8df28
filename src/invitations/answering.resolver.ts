import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { Payload, payload } from '../graphql/user-error.type';
import { Member } from '../members/member.type';
import type { MemberReader } from '../members/member-reader';
import type { AnsweringService } from './answering.service';
import {
  AllowInvitationsFromInput,
  AnswerQuestionInput,
  AskSenderInput,
  SnoozeInvitationInput,
} from './answering-inputs.type';
import type { InvitationReader } from './invitation-reader';
import { InvitationPayload } from './invitations.resolver';

@ObjectType('SnoozeInvitationPayload', { description: 'The invitation put off, or taken up again.' })
export class SnoozeInvitationPayload extends InvitationPayload {}

@ObjectType('AskSenderPayload', { description: 'The invitation with your question.' })
export class AskSenderPayload extends InvitationPayload {}

@ObjectType('AnswerQuestionPayload', { description: 'The invitation with your answer.' })
export class AnswerQuestionPayload extends InvitationPayload {}

@ObjectType('AllowInvitationsFromPayload', { simpleResolvers: true, description: 'Who may invite you again.' })
export class AllowInvitationsFromPayload extends Payload {
  @Field(() => Member, { nullable: true, description: 'The member; null when refused.' })
  member?: Member;
}

@Resolver()
export class AnsweringResolver {
  constructor(
    private readonly service: AnsweringService,
    private readonly invitations: InvitationReader,
    private readonly members: MemberReader,
  ) {}

  @Mutation(() => SnoozeInvitationPayload, {
    description: 'Puts an invitation off: it leaves your list and comes back by itself. Its sender is not told.',
  })
  snoozeInvitation(
    @Arg('input', () => SnoozeInvitationInput, { description: 'Which, and until when.' }) input: SnoozeInvitationInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.service.snooze(context.viewerId, input));
  }

  @Mutation(() => AskSenderPayload, {
    description: 'Asks the sender one question before you decide. They are told; it neither accepts nor declines.',
  })
  askSender(
    @Arg('input', () => AskSenderInput, { description: 'About which, and what.' }) input: AskSenderInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.service.ask(context.viewerId, input));
  }

  @Mutation(() => AnswerQuestionPayload, {
    description: 'Answers the question about an invitation of yours, once, while it is open.',
  })
  answerQuestion(
    @Arg('input', () => AnswerQuestionInput, { description: 'About which, and what.' }) input: AnswerQuestionInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.service.answerQuestion(context.viewerId, input));
  }

  @Mutation(() => AllowInvitationsFromPayload, {
    description: 'Lets a member reach you again whom you had reported. They are not told.',
  })
  allowInvitationsFrom(
    @Arg('input', () => AllowInvitationsFromInput, { description: 'Whom.' }) input: AllowInvitationsFromInput,
    @Ctx() context: RequestContext,
  ) {
    context.requireViewer();
    return payload(async () => {
      const member = await this.service.allow(context.viewerId, input);
      return { member: await context.loader(this.members.byId).load(member) };
    });
  }

  private answer(context: RequestContext, work: () => Promise<number>) {
    context.requireViewer();
    return payload(async () => {
      const id = await work();
      context.forget();
      return { invitation: await context.loader(this.invitations.byId).load(id) };
    });
  }
}
