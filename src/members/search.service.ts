import type { Database } from '../database/database';
import type { RequestContext } from '../graphql/context';
import {
  badArgument,
  cursorName,
  type Ordering,
  type Page,
  type PageArguments,
  pageQuery,
  toPage,
} from '../graphql/page';
import type { Member } from './member.type';
import type { MemberFilter } from './member-filter.input';
import type { MemberReader } from './member-reader';
import { nameTerm } from './member-term.rules';
import { countFound, foundMembers, rarest, type Search } from './search.queries';
import { searchPrefixes } from './search.rules';

type MemberPage = Page<{ readonly node: Member; readonly cursor: string }>;

/** One stretch of the results, in the order of the terms that begin with `read`. Cursors name it. */
const stretch = (read: string): Ordering => ({
  name: `search ${read}`,
  columns: ['t.term', 't.member_id'],
  descending: false,
});

/**
 * Finds members by words of their profile, over an index of those words. Results come in the order in which the index holds
 * the rarest of the words: first the members who have it in their name, then the others; among them those with exactly that
 * word, then longer ones by the alphabet. So a page reads only its own part of the index, and the order is the same for ever.
 */
export class SearchService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberReader,
    private readonly largestPage: number,
  ) {}

  async search(
    context: RequestContext,
    text: string,
    filter: MemberFilter | null,
    args: PageArguments,
  ): Promise<MemberPage> {
    const prefixes = searchPrefixes(text, filter);
    if (prefixes.length === 0) throw badArgument('query', 'Search for at least one word.');
    const resumed = cursorName(args.after ?? '');
    const begun = prefixes.find((prefix) => [prefix, nameTerm(prefix)].some((read) => stretch(read).name === resumed));
    const main = begun ?? (await rarest(this.database, prefixes)) ?? '';
    const needed = prefixes.filter((prefix) => prefix !== main);
    const common = { viewerId: context.viewerId, needed };
    const all: Search = { ...common, read: main, given: null };
    if (main.includes(':')) return this.page(context, all, all, args);
    const named: Search = { ...common, read: nameTerm(main), given: null };
    const others: Search = { ...all, given: named.read };
    if (resumed === stretch(main).name) return this.page(context, others, all, args);
    const page = await this.page(context, named, all, args);
    return page.pageInfo.hasNextPage ? page : this.lengthened(context, page, [others, all], args);
  }

  private async page(context: RequestContext, search: Search, all: Search, args: PageArguments): Promise<MemberPage> {
    const query = pageQuery(args, stretch(search.read), this.largestPage);
    const found = await foundMembers(this.database, search, query);
    const loader = context.loader(this.members.byId);
    const rows = await Promise.all(found.map(async (row) => ({ ...row, node: await loader.load(row.id) })));
    return toPage(
      query,
      rows,
      ({ term, id }) => [term, id],
      ({ node }) => ({ node }),
      () => countFound(this.database, all),
    );
  }

  /** Goes on with the next stretch where the first one did not fill the page. */
  private async lengthened(
    context: RequestContext,
    page: MemberPage,
    [search, all]: readonly [Search, Search],
    { first }: PageArguments,
  ): Promise<MemberPage> {
    const room = pageQuery({ first }, stretch(search.read), this.largestPage).size - page.edges.length;
    const next = await this.page(context, search, all, { first: Math.max(room, 1) });
    const edges = [...page.edges, ...next.edges.slice(0, room)];
    return {
      edges,
      pageInfo: {
        hasNextPage: next.pageInfo.hasNextPage || next.edges.length > room,
        hasPreviousPage: page.pageInfo.hasPreviousPage,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      get totalCount() {
        return next.totalCount;
      },
    };
  }
}
