import type { Database } from '../database/database';
import { InvalidInput } from '../errors';
import type { LoaderKind } from '../graphql/context';
import { badArgument, type Ordering, type Page, type PageArguments, pageQuery, toPage } from '../graphql/page';
import type { Policy } from '../policy';
import { DAY, WEEK } from '../relationships/inviting.rules';
import { type InvitationStatus, type InvitationView, viewFor } from './invitation.rules';
import type { InvitationAllowance } from './invitation.type';
import type { ReceivedFilter, ReceivedOrder } from './invitation-filters.type';
import {
  type Condition,
  invitationCount,
  invitationPage,
  invitationsById,
  type ReceivedChoice,
  readAllowance,
  received,
  sent,
} from './invitations.queries';

const byTime = (list: string, newest: boolean): Ordering => ({
  name: list,
  columns: ['i.sent_at', 'i.id'],
  descending: newest,
});

function choiceOf({ status, tray, ...rest }: ReceivedFilter): ReceivedChoice {
  if (status === 'WITHDRAWN' || status === 'EXPIRED')
    throw badArgument('filter', 'Received invitations are PENDING, ACCEPTED or DECLINED.');
  if (tray && (status ?? 'PENDING') !== 'PENDING')
    throw badArgument('filter', 'Only PENDING invitations are in a tray: leave out "tray" or "status".');
  return { status: status ?? 'PENDING', tray: tray ?? 'MAIN', ...rest };
}

/** Reads invitations, always as one of their two people sees them. */
export class InvitationReader {
  /** An invitation as the viewer may see it, or null. One query for all that are asked for together. */
  readonly byId: LoaderKind<number, InvitationView | null> = {
    batch: async (ids, context) => {
      const viewer = context.viewerId;
      const at = this.database.time();
      const rows = await invitationsById(this.database.together, viewer, ids);
      const views = new Map(rows.map((row) => [row.id, viewFor(viewer, row, at)]));
      return ids.map((id) => views.get(id) ?? null);
    },
  };

  constructor(
    private readonly database: Database,
    private readonly policy: Policy,
    private readonly largestPage: number,
  ) {}

  received(
    viewer: number,
    filter: ReceivedFilter,
    order: ReceivedOrder,
    args: PageArguments,
  ): Promise<Page<{ node: InvitationView }>> {
    const condition = received(viewer, choiceOf(filter), this.database.time());
    return this.list(viewer, condition, `received:${order}:${JSON.stringify(filter)}`, args, order !== 'OLDEST');
  }

  /** Ids of those that wait for the viewer's answer, oldest first. */
  async chosen(viewer: number, filter: ReceivedFilter, most: number): Promise<number[]> {
    if (filter.status && filter.status !== 'PENDING')
      throw new InvalidInput(['input', 'filter', 'status'], 'Only invitations that are PENDING can be answered.');
    const { edges } = await this.received(viewer, { ...filter, status: 'PENDING' }, 'OLDEST', { first: most });
    return edges.map(({ node }) => node.id);
  }

  sent(
    viewer: number,
    status: InvitationStatus | undefined,
    args: PageArguments,
  ): Promise<Page<{ node: InvitationView }>> {
    if (status === 'DECLINED')
      throw badArgument('filter', 'Sent invitations are PENDING, ACCEPTED, WITHDRAWN or EXPIRED.');
    return this.list(viewer, sent(viewer, status, this.database.time()), `sent:${status ?? 'all'}`, args);
  }

  async allowance(viewer: number): Promise<InvitationAllowance> {
    const { policy } = this;
    const at = this.database.time();
    const row = await readAllowance(this.database, viewer, at - DAY, at - WEEK);
    const young = at < row.created_at + policy.youngAccount;
    const window = (limit: number, count: number, oldest: number | null, length: number) => ({
      limit,
      remaining: Math.max(0, limit - count),
      resetsAt: oldest === null ? null : oldest + length,
    });
    return {
      day: window(policy.quotaPerDay, row.day, row.day_oldest, DAY),
      week: window(policy.quotaPerWeek, row.week, row.week_oldest, WEEK),
      open: row.open,
      openLimit: young ? Math.min(policy.openLimitYoung, policy.openLimit) : policy.openLimit,
    };
  }

  private async list(viewer: number, condition: Condition, name: string, args: PageArguments, newest = true) {
    const page = pageQuery(args, byTime(name, newest), this.largestPage);
    const rows = await invitationPage(this.database, viewer, condition, page);
    const at = this.database.time();
    const seen = rows.flatMap((row) => viewFor(viewer, row, at) ?? []);
    const count = () => invitationCount(this.database, viewer, condition);
    return toPage(
      page,
      seen,
      (view) => [view.sentAt, view.id],
      (node) => ({ node }),
      count,
    );
  }
}
