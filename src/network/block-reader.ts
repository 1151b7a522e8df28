import type { Database } from '../database/database';
import type { RequestContext } from '../graphql/context';
import { type Ordering, type Page, type PageArguments, pageQuery, toPage } from '../graphql/page';
import type { Member } from '../members/member.type';
import type { MemberReader } from '../members/member-reader';
import { blockedMembers, countBlocked } from './blocks.queries';

/** Index `blocks_by_time`. */
const NEWEST: Ordering = { name: 'blocked', columns: ['b.blocked_at', 'b.peer_id'], descending: true };

/** Whom the viewer has blocked. Who has blocked them, nobody may read. */
export class BlockReader {
  constructor(
    private readonly database: Database,
    private readonly members: MemberReader,
    private readonly largestPage: number,
  ) {}

  async mine(context: RequestContext, args: PageArguments): Promise<Page<{ node: Member; cursor: string }>> {
    const { viewerId } = context;
    const page = pageQuery(args, NEWEST, this.largestPage);
    const found = await blockedMembers(this.database, viewerId, page);
    const loader = context.loader(this.members.byId);
    const rows = await Promise.all(found.map(async (row) => ({ ...row, node: await loader.load(row.peer_id) })));
    return toPage(
      page,
      rows,
      (row) => [row.blocked_at, row.peer_id],
      ({ node }) => ({ node }),
      () => countBlocked(this.database, viewerId),
    );
  }
}
