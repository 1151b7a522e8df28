import type { Config } from '../../config';
import type { Database } from '../../database/database';
import type { ResolverObject } from '../../graphql/schema';
import type { MemberReader } from '../../members/member-reader';
import type { Door } from '../../relationships/door';
import { type IndexInMemory, SuggestionRanking } from './suggestion-ranking';
import { type MutualCounts, SuggestionReader } from './suggestion-reader';
import { SuggestionDismissedResolver, SuggestionEdgeResolver, ViewerSuggestionsResolver } from './suggestions.resolver';
import { SuggestionsService } from './suggestions.service';

export interface SuggestionsOptions {
  readonly config: Config;
  readonly database: Database;
  readonly door: Door;
  readonly members: MemberReader;
  readonly counts: MutualCounts;
  readonly index: IndexInMemory;
}

/** The resolvers of people you may know. */
export function openSuggestions(options: SuggestionsOptions): ResolverObject[] {
  const { config, database, door, members, counts, index } = options;
  const ranking = new SuggestionRanking(database, config.policy, index);
  const reader = new SuggestionReader(ranking, counts, config.limits.page);
  return [
    new ViewerSuggestionsResolver(reader, new SuggestionsService(database, door), members),
    ...[new SuggestionEdgeResolver(reader, members), new SuggestionDismissedResolver(members)],
  ];
}
