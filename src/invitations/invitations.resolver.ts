import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { Payload, payload } from '../graphql/user-error.type';
import type { ConnectionReader, NetworkEdgeView } from '../network/connection-reader';
import { NetworkEdge } from '../network/network.type';
import type { InvitationView } from './invitation.rules';
import { Invitation } from './invitation.type';
import {
  AcceptInvitationInput,
  DeclineInvitationInput,
  SendInvitationInput,
  UndoDeclineInput,
  WithdrawInvitationInput,
} from './invitation-inputs.type';
import type { InvitationReader } from './invitation-reader';
import type { Answered, InvitationsService } from './invitations.service';

@ObjectType()
export abstract class InvitationPayload extends Payload {
  @Field(() => Invitation, { nullable: true, description: 'The invitation as it is now; null when refused.' })
  invitation?: Invitation;
}

@ObjectType()
abstract class ConnectingPayload extends InvitationPayload {
  @Field(() => NetworkEdge, { nullable: true, description: 'The new connection, when this made one.' })
  edge?: NetworkEdge;
}

@ObjectType('SendInvitationPayload', {
  description: 'The invitation sent, and the connection if the two invitations crossed.',
})
export class SendInvitationPayload extends ConnectingPayload {}

@ObjectType('AcceptInvitationPayload', { description: 'The invitation accepted, and the new connection.' })
export class AcceptInvitationPayload extends ConnectingPayload {}

@ObjectType('DeclineInvitationPayload', { description: 'The invitation declined.' })
export class DeclineInvitationPayload extends InvitationPayload {}

@ObjectType('UndoDeclinePayload', { description: 'The invitation, waiting for an answer again.' })
export class UndoDeclinePayload extends InvitationPayload {}

@ObjectType('WithdrawInvitationPayload', { description: 'The invitation taken back.' })
export class WithdrawInvitationPayload extends InvitationPayload {}

@Resolver()
export class InvitationsResolver {
  constructor(
    private readonly service: InvitationsService,
    private readonly invitations: InvitationReader,
    private readonly connections: ConnectionReader,
  ) {}

  @Mutation(() => SendInvitationPayload, {
    description: 'Asks a member to connect. If they have asked you already, the two of you are connected at once.',
  })
  sendInvitation(
    @Arg('input', () => SendInvitationInput, { description: 'Whom, and why.' }) input: SendInvitationInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.service.send(context.viewerId, input));
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Accepts an invitation: the two of you are connected.' })
  acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'Which.' }) input: AcceptInvitationInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.service.accept(context.viewerId, input));
  }

  @Mutation(() => DeclineInvitationPayload, {
    description: 'Declines an invitation in silence: to its sender it stays open until it expires.',
  })
  declineInvitation(
    @Arg('input', () => DeclineInvitationInput, { description: 'Which, and whether to report.' })
    input: DeclineInvitationInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.service.decline(context.viewerId, input));
  }

  @Mutation(() => UndoDeclinePayload, {
    description:
      'Takes back a decline of the last ten minutes, while nothing else has happened between the two of you. The invitation is in the tray MAIN then, wherever it was before.',
  })
  undoDecline(
    @Arg('input', () => UndoDeclineInput, { description: 'Which.' }) input: UndoDeclineInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.service.undoDecline(context.viewerId, input));
  }

  @Mutation(() => WithdrawInvitationPayload, {
    description: 'Takes back an open invitation. The same member can be invited again after 21 days.',
  })
  withdrawInvitation(
    @Arg('input', () => WithdrawInvitationInput, { description: 'Which.' }) input: WithdrawInvitationInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.service.withdraw(context.viewerId, input));
  }

  /** Runs the work and reads what it left behind, as the viewer sees it. */
  private answer(context: RequestContext, work: () => Promise<Answered>) {
    const viewer = context.viewerId;
    return payload(async () => {
      const done = await work();
      context.forget();
      const invitation: InvitationView | null = await context.loader(this.invitations.byId).load(done.invitation);
      if (!done.connected || !invitation) return { invitation };
      const peer = invitation.senderId === viewer ? invitation.recipientId : invitation.senderId;
      return new Connected(invitation, () => context.loader(this.connections.toPeer).load(peer));
    });
  }
}

/** An invitation and the connection it has become, which is read only for clients that ask for it. */
class Connected {
  constructor(
    readonly invitation: InvitationView,
    private readonly read: () => Promise<NetworkEdgeView | null>,
  ) {}

  get edge(): Promise<NetworkEdgeView | null> {
    return this.read();
  }
}
