import type { Database } from '../database/database';
import type { RequestContext } from '../graphql/context';
import { badArgument, type Page, type PageArguments, pageQuery, toPage } from '../graphql/page';
import type { Member } from './member.type';
import type { MemberFilter } from './member-filter.input';
import type { MemberReader } from './member-reader';
import { FILTER_FIELDS, filterTerm, isLongEnough, nameTerm, words, wordTerm } from './member-term.rules';
import { countFound, foundMembers, type Search } from './search.queries';

const MOST_WORDS = 5;

/**
 * Members found by a word in the name come before those found elsewhere, and within both the longest-standing ones first: an
 * order that does not change while someone is paging.
 */
const BY_RELEVANCE = { name: 'search', columns: ['tier', 'id'], descending: false } as const;

/** Finds members by words of their profile, over an index of those words. */
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
  ): Promise<Page<{ node: Member; cursor: string }>> {
    const page = pageQuery(args, BY_RELEVANCE, this.largestPage);
    const search = searchFor(context.viewerId, text, filter);
    const found = await foundMembers(this.database, search, page);
    const loader = context.loader(this.members.byId);
    const rows = await Promise.all(found.map(async (row) => ({ ...row, node: await loader.load(row.id) })));
    return toPage(
      page,
      rows,
      ({ tier, id }) => [tier, id],
      ({ node }) => ({ node }),
      () => countFound(this.database, search),
    );
  }
}

function searchFor(viewerId: number, text: string, filter: MemberFilter | null): Search {
  const asked = [...new Set(words(text))];
  if (asked.length > MOST_WORDS) throw badArgument('query', `Search for at most ${MOST_WORDS} words.`);
  if (!asked.every(isLongEnough)) throw badArgument('query', 'Each word needs at least 2 characters.');
  const [first, ...others] = [...asked.map(wordTerm), ...filterPrefixes(filter)].sort((a, b) => b.length - a.length);
  if (first === undefined) throw badArgument('query', 'Search for at least one word.');
  return { viewerId, prefixes: [first, ...others], preferred: asked.map(nameTerm) };
}

export function filterPrefixes(filter: MemberFilter | null): string[] {
  return FILTER_FIELDS.flatMap((field) => {
    const value = filter?.[field];
    if (value === undefined || value === null) return [];
    const prefix = filterTerm(field, value);
    if (prefix === undefined) throw badArgument('filter', `There is no word in "${field}".`);
    return [prefix];
  });
}
