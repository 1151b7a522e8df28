import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.type';
import { EdgeOf, PagesOf } from '../graphql/page.type';
import { DateTime } from '../graphql/scalars';
import { Payload } from '../graphql/user-error.type';
import { NotificationKindEnum } from '../members/settings.type';
import { Viewer } from '../members/viewer.type';
import type { NotificationKind } from '../relationships/notification-kinds';

/** A notification as its owner reads it. `actorId` and `invitationId` are resolved when asked for. */
@ObjectType('Notification', {
  implements: Node,
  simpleResolvers: true,
  description: 'Something you are told. Yours alone.',
})
export class Notification extends Node {
  /** Not in the schema: the number inside the id. */
  notificationId: number;
  actorId: number | null;
  invitationId: number | null;

  @Field(() => NotificationKindEnum, { description: 'What it is about.' })
  kind: NotificationKind;

  @Field(() => DateTime, { description: 'When it happened.' })
  createdAt: number;

  @Field(() => DateTime, { nullable: true, description: 'When you marked it as read; null while it is unread.' })
  readAt: number | null;
}

@ObjectType('NotificationEdge', { simpleResolvers: true, description: 'A notification in a list.' })
export class NotificationEdge extends EdgeOf(() => Notification) {}

@ObjectType('NotificationConnection', { description: 'A list of notifications, newest first.' })
export class NotificationConnection extends PagesOf(() => NotificationEdge) {}

@InputType('MarkNotificationsReadInput', { description: 'Either `ids` or `upTo`.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'These, 1 to 100.' })
  ids?: readonly string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'This one and all that come after it in the list, that is, all older ones.',
  })
  upTo?: string | null;
}

@ObjectType('MarkNotificationsReadPayload', { description: 'What came of markNotificationsRead.' })
export class MarkNotificationsReadPayload extends Payload {
  @Field(() => Viewer, { nullable: true, description: 'You, to read the count and the list again; null when refused.' })
  viewer?: Viewer | undefined;

  @Field(() => Int, { nullable: true, description: 'How many are unread now; null when refused.' })
  unreadNotificationCount?: number | undefined;
}
