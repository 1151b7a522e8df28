import type { Database, Tx } from '../database/database';
import { InvalidInput, NotFound } from '../errors';
import { fromGlobalId } from '../graphql/global-id';
import type { Door } from '../relationships/door';
import type { MarkNotificationsReadInput } from './notification.type';
import {
  countNotifications,
  markRead,
  markReadUpTo,
  type NotificationRow,
  notificationsById,
} from './notifications.queries';

const MOST = 100;

/** Keeps what a member has read. */
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  /**
   * Marks the owner's notifications as read; those already read stay as they were. Throws `NotFound` for an id that is not
   * the owner's, and then marks none.
   */
  async markRead(owner: number, { ids, upTo }: MarkNotificationsReadInput): Promise<void> {
    const listed = ids ?? undefined;
    if ((listed === undefined) === ((upTo ?? undefined) === undefined))
      throw new InvalidInput('input', 'Give either `ids` or `upTo`.');
    if (listed) return this.markThese(owner, listed);
    const [last] = await this.find(owner, [upTo ?? ''], () => ['input', 'upTo']);
    if (last && (await countNotifications(this.database, owner, true)) > 0)
      await this.write(owner, (tx, at) => markReadUpTo(tx, owner, last, at));
  }

  private async markThese(owner: number, ids: readonly string[]): Promise<void> {
    if (ids.length < 1 || ids.length > MOST) throw new InvalidInput(['input', 'ids'], `Give 1 to ${MOST} ids.`);
    const found = await this.find(owner, ids, (index) => ['input', 'ids', String(index)]);
    const unread = found.filter(({ read_at }) => read_at === null).map(({ id }) => id);
    if (unread.length > 0) await this.write(owner, (tx, at) => markRead(tx, owner, unread, at));
  }

  private async find(
    owner: number,
    ids: readonly string[],
    path: (index: number) => readonly string[],
  ): Promise<NotificationRow[]> {
    const wanted = ids.map((id, index) => fromGlobalId('Notification', id, path(index)));
    const rows = await notificationsById(this.database, owner, wanted);
    const found = new Set(rows.map(({ id }) => id));
    const missing = wanted.findIndex((id) => !found.has(id));
    if (missing >= 0) throw new NotFound(path(missing));
    return rows;
  }

  private write(owner: number, write: (tx: Tx, at: number) => Promise<void>): Promise<void> {
    return this.door.own({ actor: owner, event: 'NOTIFICATIONS_UPDATED', write });
  }
}
