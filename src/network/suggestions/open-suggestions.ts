import type { Config } from '../../config';
import type { Database } from '../../database/database';
import type { LoaderKind } from '../../graphql/context';
import type { ResolverObject } from '../../graphql/schema';
import type { MemberReader } from '../../members/member-reader';
import type { Door } from '../../relationships/door';
import { type IndexInMemory, SuggestionRanking } from './suggestion-ranking';
import { SuggestionReader } from './suggestion-reader';
import { SuggestionDismissedResolver, SuggestionEdgeResolver, ViewerSuggestionsResolver } from './suggestions.resolver';
import { SuggestionsService } from './suggestions.service';

export interface SuggestionsOptions {
  readonly config: Config;
  readonly database: Database;
  readonly door: Door;
  readonly members: MemberReader;
  /** Mutual connections of the viewer with a member. */
  readonly mutualCount: LoaderKind<number, number>;
  readonly index: IndexInMemory;
}

/** The resolvers of people you may know. */
export function openSuggestions(options: SuggestionsOptions): ResolverObject[] {
  const { config, database, door, members, mutualCount, index } = options;
  const ranking = new SuggestionRanking(database, config.policy, index);
  const reader = new SuggestionReader(ranking, config.limits.page);
  return [
    new ViewerSuggestionsResolver(reader, new SuggestionsService(database, door), members),
    ...[new SuggestionEdgeResolver(mutualCount, members), new SuggestionDismissedResolver(members)],
  ];
}
