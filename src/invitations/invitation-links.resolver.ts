import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { Relationship } from '../network/relationship.type';
import type { RelationshipView } from '../network/relationship-view.rules';
import { Notification } from '../notifications/notification.type';
import type { InvitationView } from './invitation.rules';
import { Invitation } from './invitation.type';
import type { InvitationReader } from './invitation-reader';

@Resolver(() => Relationship)
export class RelationshipInvitationResolver {
  constructor(private readonly invitations: InvitationReader) {}

  @FieldResolver(() => Invitation, {
    nullable: true,
    description: 'The invitation that is open between the two of you.',
  })
  async invitation(
    @Root() { invitationId }: RelationshipView,
    @Ctx() context: RequestContext,
  ): Promise<InvitationView | null> {
    return invitationId === null ? null : context.loader(this.invitations.byId).load(invitationId);
  }
}

@Resolver(() => Notification)
export class NotificationInvitationResolver {
  constructor(private readonly invitations: InvitationReader) {}

  @FieldResolver(() => Invitation, {
    nullable: true,
    description: 'The invitation it is about, as you may see it now; null when it is about none.',
  })
  async invitation(
    @Root() { invitationId }: Notification,
    @Ctx() context: RequestContext,
  ): Promise<InvitationView | null> {
    return invitationId === null ? null : context.loader(this.invitations.byId).load(invitationId);
  }
}
