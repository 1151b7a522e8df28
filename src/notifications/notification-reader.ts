import type { Database } from '../database/database';
import type { LoaderKind } from '../graphql/context';
import { toGlobalId } from '../graphql/global-id';
import { type Page, type PageArguments, pageQuery, toPage } from '../graphql/page';
import type { Notification } from './notification.type';
import {
  countNotifications,
  NEWEST,
  NEWEST_UNREAD,
  type NotificationRow,
  notificationPage,
  notificationsById,
} from './notifications.queries';

/** Reads notifications: only ever the viewer's own. */
export class NotificationReader {
  readonly byId: LoaderKind<number, Notification | null> = {
    batch: async (ids, { viewerId }) => {
      const rows = await notificationsById(this.database, viewerId, ids);
      const found = new Map(rows.map((row) => [row.id, shown(row)]));
      return ids.map((id) => found.get(id) ?? null);
    },
  };

  constructor(
    private readonly database: Database,
    private readonly largestPage: number,
  ) {}

  async page(
    viewer: number,
    unreadOnly: boolean,
    args: PageArguments,
  ): Promise<Page<{ node: Notification; cursor: string }>> {
    const page = pageQuery(args, unreadOnly ? NEWEST_UNREAD : NEWEST, this.largestPage);
    const rows = await notificationPage(this.database, viewer, unreadOnly, page);
    return toPage(
      page,
      rows,
      (row) => [row.created_at, row.id],
      (row) => ({ node: shown(row) }),
      () => countNotifications(this.database, viewer, unreadOnly),
    );
  }

  /** Notifications that still exist and are unread. */
  countUnread(viewer: number): Promise<number> {
    return countNotifications(this.database, viewer, true);
  }
}

function shown(row: NotificationRow): Notification {
  return {
    id: toGlobalId('Notification', row.id),
    notificationId: row.id,
    kind: row.kind,
    actorId: row.actor_id,
    invitationId: row.invitation_id,
    createdAt: row.created_at,
    readAt: row.read_at,
  };
}
