import type { Config } from '../config';
import type { Database } from '../database/database';
import type { NodeSource } from '../graphql/node.resolver';
import type { ResolverObject } from '../graphql/schema';
import type { MemberReader } from '../members/member-reader';
import type { Door } from '../relationships/door';
import { NotificationsUpdatedEvent } from './notification-events.type';
import { NotificationReader } from './notification-reader';
import {
  NotificationResolver,
  NotificationsUpdatedResolver,
  notificationSource,
  ViewerNotificationsResolver,
} from './notifications.resolver';
import { NotificationsService } from './notifications.service';

export interface NotificationsOptions {
  readonly config: Config;
  readonly database: Database;
  readonly door: Door;
  readonly members: MemberReader;
}

const NOTIFICATION_EVENTS = [NotificationsUpdatedEvent];

/** The room, furnished. */
export interface NotificationsRoom {
  readonly resolvers: readonly ResolverObject[];
  readonly types: typeof NOTIFICATION_EVENTS;
  readonly sources: ReadonlyMap<'Notification', NodeSource>;
}

export function openNotifications({ config, database, door, members }: NotificationsOptions): NotificationsRoom {
  const reader = new NotificationReader(database, config.limits.page);
  return {
    resolvers: [
      new NotificationResolver(members),
      new ViewerNotificationsResolver(reader, new NotificationsService(database, door)),
      new NotificationsUpdatedResolver(reader),
    ],
    types: NOTIFICATION_EVENTS,
    sources: new Map([['Notification', notificationSource(reader)]]),
  };
}
