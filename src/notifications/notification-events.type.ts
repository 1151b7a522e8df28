import { Field, Int, ObjectType } from 'type-graphql';
import { Event } from '../events/event.type';

@ObjectType('NotificationsUpdatedEvent', {
  implements: Event,
  description: 'You have marked notifications as read, perhaps on another device. Read the list again if you show it.',
})
export class NotificationsUpdatedEvent extends Event {
  @Field(() => Int, { description: 'How many are unread now.' })
  unreadNotificationCount: number;
}
