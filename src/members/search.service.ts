import type { Database } from '../database/database';
import {
  badArgument,
  CountedPage,
  cursorName,
  encodeKey,
  type Ordering,
  type Page,
  type PageArguments,
  type PageQuery,
  pageQuery,
} from '../graphql/page';
import type { MemberFilter } from './member-filter.input';
import { nameTerm } from './member-term.rules';
import { countFound, foundMembers, rarest, type Search } from './search.queries';
import { searchPrefixes } from './search.rules';

/** Whom a search has found; the members are loaded by who gives the page. */
export interface FoundEdge {
  readonly id: number;
  readonly cursor: string;
}

type FoundPage = Page<FoundEdge>;

/** Members whose nearness is compared at a time. */
const WINDOW = 100;
const FARTHEST = 9;
const INDEX = ['t.term', 't.member_id'] as const;

/** One stretch of the results, in the order of the terms that begin with `read`. Cursors name it. */
const stretch = (read: string): Ordering => ({
  name: `search ${read}`,
  columns: [...INDEX, 'given'],
  descending: false,
});

/** Where a window begins in the order of the index, and how many of its members were given before. */
interface Window {
  readonly after: readonly [term: string, id: number];
  readonly given: number;
}

/** From a page's cursor, which holds the three. */
function windowOf({ parameters }: PageQuery): Window {
  const [term, , id, , given] = parameters;
  return { after: [String(term ?? ''), Number(id ?? 0)], given: Number(given ?? 0) };
}

/** How many steps each of the members is away from the viewer; null: farther than anybody else. */
export type Nearness = (viewer: number, members: readonly number[]) => Promise<readonly (number | null)[]>;

/**
 * Finds members by words of their profile, over an index of those words. Results come in the order in which the index holds
 * the rarest of the words: first the members who have it in their name, then the others; among them those with exactly that
 * word, then longer ones by the alphabet. Of each hundred in this order the nearer ones come first, so that a page reads only
 * its own part of the index. Where somebody's distance changes between two pages, a hundred may show them twice or not.
 */
export class SearchService {
  private nearness: Nearness | undefined;

  constructor(
    private readonly database: Database,
    private readonly largestPage: number,
  ) {}

  async search(viewerId: number, text: string, filter: MemberFilter | null, args: PageArguments): Promise<FoundPage> {
    const prefixes = searchPrefixes(text, filter);
    if (prefixes.length === 0) throw badArgument('query', 'Search for at least one word.');
    const resumed = cursorName(args.after ?? '');
    const begun = prefixes.find((prefix) => [prefix, nameTerm(prefix)].some((read) => stretch(read).name === resumed));
    const main = begun ?? (await rarest(this.database, prefixes)) ?? '';
    const needed = prefixes.filter((prefix) => prefix !== main);
    const common = { viewerId, needed };
    const all: Search = { ...common, read: main, given: null };
    if (main.includes(':')) return this.page(all, all, args);
    const named: Search = { ...common, read: nameTerm(main), given: null };
    const others: Search = { ...all, given: named.read };
    if (resumed === stretch(main).name) return this.page(others, all, args);
    const page = await this.page(named, all, args);
    return page.pageInfo.hasNextPage ? page : this.lengthened(page, [others, all], args);
  }

  /** From now on the nearer members come first, among those who come next. */
  rankBy(nearness: Nearness): void {
    this.nearness = nearness;
  }

  private async page(search: Search, all: Search, args: PageArguments): Promise<FoundPage> {
    const ordering = stretch(search.read);
    const query = pageQuery(args, ordering, this.largestPage);
    let window = windowOf(query);
    const rows: FoundEdge[] = [];
    for (;;) {
      const { found, next } = await this.window(search, window);
      const { after } = window;
      const wanted = found.slice(window.given, window.given + query.size - rows.length);
      rows.push(...wanted.map(({ id }, n) => ({ id, cursor: encodeKey(ordering, [...after, window.given + n + 1]) })));
      const hasNextPage = next !== undefined || window.given + wanted.length < found.length;
      if (next === undefined || rows.length === query.size)
        return this.pageOf(rows, { hasNextPage, hasPreviousPage: query.resumed }, all);
      window = { after: next, given: 0 };
    }
  }

  /** The next members in the order of the index, the nearer ones first, and where the members after them begin. */
  private async window(search: Search, { after }: Window) {
    const base: Ordering = { ...stretch(search.read), columns: INDEX };
    const query = pageQuery({ first: WINDOW, after: encodeKey(base, after) }, base, WINDOW);
    const rows = await foundMembers(this.database, search, query);
    const found = rows.slice(0, WINDOW);
    const ids = found.map(({ id }) => id);
    const steps = ids.length > 1 && this.nearness ? await this.nearness(search.viewerId, ids) : [];
    const ranked = found.map(({ id }, n) => ({ id, far: steps[n] ?? FARTHEST })).sort((a, b) => a.far - b.far);
    const last = rows.length > WINDOW ? found.at(-1) : undefined;
    return { found: ranked, next: last && ([last.term, last.id] as const) };
  }

  private pageOf(
    edges: readonly FoundEdge[],
    info: Pick<FoundPage['pageInfo'], 'hasNextPage' | 'hasPreviousPage'>,
    all: Search,
  ): FoundPage {
    const pageInfo = { ...info, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
    return new CountedPage(edges, pageInfo, () => countFound(this.database, all));
  }

  /** Goes on with the next stretch where the first one did not fill the page. */
  private async lengthened(
    page: FoundPage,
    [search, all]: readonly [Search, Search],
    { first }: PageArguments,
  ): Promise<FoundPage> {
    const room = pageQuery({ first }, stretch(search.read), this.largestPage).size - page.edges.length;
    const next = await this.page(search, all, { first: Math.max(room, 1) });
    const edges = [...page.edges, ...next.edges.slice(0, room)];
    const pageInfo = {
      hasNextPage: next.pageInfo.hasNextPage || next.edges.length > room,
      hasPreviousPage: page.pageInfo.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return new CountedPage(edges, pageInfo, () => next.totalCount);
  }
}
