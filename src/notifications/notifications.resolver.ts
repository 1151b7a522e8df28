import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import type { NodeSource } from '../graphql/node.resolver';
import { ForwardPageArgs } from '../graphql/page.type';
import { payload } from '../graphql/user-error.type';
import { Member } from '../members/member.type';
import type { MemberReader } from '../members/member-reader';
import { Viewer, viewerOf } from '../members/viewer.type';
import {
  MarkNotificationsReadInput,
  MarkNotificationsReadPayload,
  Notification,
  NotificationConnection,
} from './notification.type';
import { NotificationsUpdatedEvent } from './notification-events.type';
import type { NotificationReader } from './notification-reader';
import type { NotificationsService } from './notifications.service';

@Resolver(() => Notification)
export class NotificationResolver {
  constructor(private readonly members: MemberReader) {}

  @FieldResolver(() => Member, { nullable: true, description: 'Who did it; null when nobody did.' })
  actor(@Root() { actorId }: Notification, @Ctx() context: RequestContext): Promise<Member> | null {
    return actorId === null ? null : context.loader(this.members.byId).load(actorId);
  }
}

@Resolver(() => Viewer)
export class ViewerNotificationsResolver {
  constructor(
    private readonly reader: NotificationReader,
    private readonly service: NotificationsService,
  ) {}

  @FieldResolver(() => NotificationConnection, { description: 'What you have been told, newest first.' })
  notifications(
    @Arg('unreadOnly', () => Boolean, { defaultValue: false, description: 'Only those you have not read.' })
    unreadOnly: boolean,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<NotificationConnection> {
    return this.reader.page(context.viewerId, unreadOnly, page);
  }

  @FieldResolver(() => Int, { description: 'Notifications that still exist and that you have not read.' })
  unreadNotificationCount(@Ctx() context: RequestContext): Promise<number> {
    return this.reader.countUnread(context.viewerId);
  }

  @Mutation(() => MarkNotificationsReadPayload, {
    description: 'Marks notifications as read. Your other devices hear NotificationsUpdated.',
  })
  markNotificationsRead(
    @Arg('input', () => MarkNotificationsReadInput, { description: 'Which.' }) input: MarkNotificationsReadInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkNotificationsReadPayload> {
    const { viewerId } = context;
    return payload(async () => {
      await this.service.markRead(viewerId, input);
      context.forget();
      return { viewer: viewerOf(viewerId), unreadNotificationCount: await this.reader.countUnread(viewerId) };
    });
  }
}

@Resolver(() => NotificationsUpdatedEvent)
export class NotificationsUpdatedResolver {
  constructor(private readonly reader: NotificationReader) {}

  @FieldResolver(() => Int)
  unreadNotificationCount(@Ctx() context: RequestContext): Promise<number> {
    return this.reader.countUnread(context.viewerId);
  }
}

export const notificationSource =
  (reader: NotificationReader): NodeSource =>
  (id, context) =>
    context.loader(reader.byId).load(id);
