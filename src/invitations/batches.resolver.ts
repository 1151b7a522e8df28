import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { Payload, payload, toUserError, UserError } from '../graphql/user-error.type';
import { AnswerInvitationsInput, SendInvitationsInput } from './batch-inputs.type';
import type { BatchesService, ItemOutcome } from './batches.service';
import { Invitation } from './invitation.type';
import type { InvitationReader } from './invitation-reader';

@ObjectType('InvitationOutcome', { description: 'What came of one item, or would come of it.' })
export class InvitationOutcome {
  @Field(() => Invitation, {
    nullable: true,
    description:
      'The invitation as it is now. Null for one that was not sent, because it was refused or of `dryRun`, and for an id that is none of yours.',
  })
  invitation?: Invitation;

  @Field(() => Boolean, { description: 'Whether it connects the two of you.' })
  connected: boolean;

  @Field(() => [UserError], { description: 'Why this item was refused; empty when it was not.' })
  errors: UserError[];
}

@ObjectType()
abstract class OutcomesPayload extends Payload {
  @Field(() => [InvitationOutcome], { nullable: true, description: 'One for each item, in their order.' })
  outcomes?: InvitationOutcome[];
}

@ObjectType('SendInvitationsPayload', { description: 'What came of each invitation.' })
export class SendInvitationsPayload extends OutcomesPayload {}

@ObjectType('AnswerInvitationsPayload', { description: 'What came of each answer.' })
export class AnswerInvitationsPayload extends OutcomesPayload {}

@Resolver()
export class BatchesResolver {
  constructor(
    private readonly service: BatchesService,
    private readonly invitations: InvitationReader,
  ) {}

  @Mutation(() => SendInvitationsPayload, {
    description: 'Asks up to 50 members to connect. Each succeeds or is refused by itself.',
  })
  sendInvitations(
    @Arg('input', () => SendInvitationsInput, { description: 'Whom, and why.' }) input: SendInvitationsInput,
    @Ctx() context: RequestContext,
  ) {
    return this.outcomes(context, () => this.service.send(context.viewerId, input));
  }

  @Mutation(() => AnswerInvitationsPayload, {
    description: 'Accepts or declines up to 50 invitations. Each succeeds or is refused by itself.',
  })
  answerInvitations(
    @Arg('input', () => AnswerInvitationsInput, { description: 'Which, and how.' }) input: AnswerInvitationsInput,
    @Ctx() context: RequestContext,
  ) {
    return this.outcomes(context, () => this.service.answer(context.viewerId, input));
  }

  private outcomes(context: RequestContext, work: () => Promise<ItemOutcome[]>) {
    context.requireViewer();
    return payload(async () => {
      const items = await work();
      context.forget();
      const loader = context.loader(this.invitations.byId);
      const outcomes = items.map(async ({ invitation, connected, error }) => ({
        invitation: invitation === null ? null : await loader.load(invitation),
        connected,
        errors: error === null ? [] : [toUserError(error)],
      }));
      return { outcomes: await Promise.all(outcomes) };
    });
  }
}
