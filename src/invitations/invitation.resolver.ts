import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from 'type-graphql';
import { Ahead } from '../graphql/ahead';
import type { RequestContext } from '../graphql/context';
import { toGlobalId } from '../graphql/global-id';
import { PageArgs } from '../graphql/page.type';
import { Member } from '../members/member.type';
import type { MemberReader } from '../members/member-reader';
import { Viewer } from '../members/viewer.type';
import type { InvitationView } from './invitation.rules';
import { Invitation, InvitationAllowance, InvitationConnection } from './invitation.type';
import { ReceivedFilter, type ReceivedOrder, ReceivedOrderEnum, SentFilter } from './invitation-filters.type';
import type { InvitationReader } from './invitation-reader';

@Resolver(() => Invitation)
export class InvitationResolver {
  constructor(private readonly members: MemberReader) {}

  @FieldResolver(() => ID, { description: 'Opaque and stable.' })
  id(@Root() invitation: InvitationView): string {
    return toGlobalId('Invitation', invitation.id);
  }

  @FieldResolver(() => Member, { description: 'Who asks.' })
  sender(@Root() invitation: InvitationView, @Ctx() context: RequestContext) {
    return context.loader(this.members.byId).load(invitation.senderId);
  }

  @FieldResolver(() => Member, { description: 'Who is asked.' })
  recipient(@Root() invitation: InvitationView, @Ctx() context: RequestContext) {
    return context.loader(this.members.byId).load(invitation.recipientId);
  }
}

@Resolver(() => Viewer)
export class ViewerInvitationsResolver {
  constructor(
    private readonly invitations: InvitationReader,
    private readonly members: MemberReader,
  ) {}

  @FieldResolver(() => InvitationConnection, {
    description: 'Invitations others sent you; those waiting for your answer unless filtered.',
  })
  async invitationsReceived(
    @Arg('filter', () => ReceivedFilter, { nullable: true, description: 'Which to list.' }) filter:
      | ReceivedFilter
      | undefined,
    @Arg('orderBy', () => ReceivedOrderEnum, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: ReceivedOrder,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const page = await this.invitations.received(context.viewerId, filter ?? {}, orderBy, args);
    const senders = page.edges.map(({ node }) => node.senderId);
    await this.members.foresee(senders, Ahead.of(info).below('edges', 'node', 'sender'), context);
    return page;
  }

  @FieldResolver(() => InvitationConnection, { description: 'Invitations you sent, newest first.' })
  invitationsSent(
    @Arg('filter', () => SentFilter, { nullable: true, description: 'Which to list.' }) filter: SentFilter | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return this.invitations.sent(context.viewerId, filter?.status ?? undefined, page);
  }

  @FieldResolver(() => InvitationAllowance, { description: 'How many invitations you may still send.' })
  invitationAllowance(@Ctx() context: RequestContext): Promise<InvitationAllowance> {
    return this.invitations.allowance(context.viewerId);
  }
}
