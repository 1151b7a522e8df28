import { encodeKey, type Ordering, type Page, type PageArguments, pageQuery } from '../../graphql/page';
import { LatestOf } from './latest-of';
import type { Reason } from './suggestion.rules';
import type { Suggestion, SuggestionRanking } from './suggestion-ranking';

/** A suggestion in a list; the member is loaded when asked for. */
export interface SuggestionEdgeView {
  readonly cursor: string;
  readonly memberId: number;
  readonly background: readonly Reason[];
}

/** The list as it was ranked at one time. */
interface Round {
  readonly ranked: readonly Suggestion[];
  readonly number: number;
}

/** Best first; the round says in which ranking. */
const BEST: Ordering = { name: 'suggestions', columns: ['round', 'score', 'member_id'], descending: true };
const ROUNDS_KEPT = 2000;

/**
 * Pages of suggestions. The first page ranks anew; its cursors name the round, the score and the member. The following pages go
 * on in the same round for as long as this process remembers it, and where it does not, behind that score in a new ranking.
 * Whoever may no longer be suggested is left out of every page, whenever it was ranked.
 */
export class SuggestionReader {
  private readonly rounds = new LatestOf<number, Round>(ROUNDS_KEPT);
  private lastRound = 0;

  constructor(
    private readonly ranking: SuggestionRanking,
    private readonly largestPage: number,
  ) {}

  async page(viewer: number, args: PageArguments): Promise<Page<SuggestionEdgeView>> {
    const { size, key } = pageQuery(args, BEST, this.largestPage);
    const [number, score = 0, member = 0] = (key ?? []).map(Number);
    const round = await this.round(viewer, number);
    const rest = key ? round.ranked.filter((s) => isBehind(s, score, member)) : round.ranked;
    const shown = key ? await this.stillEligible(viewer, rest) : rest;
    const edges = shown.slice(0, size).map((suggestion) => edgeOf(round, suggestion));
    return {
      edges,
      pageInfo: {
        hasNextPage: shown.length > size,
        hasPreviousPage: key !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: Promise.resolve(round.ranked.length),
    };
  }

  /** The viewer's round of that number, when it is still known; else a new one, which the next pages find only after a first page. */
  private async round(viewer: number, number: number | undefined): Promise<Round> {
    const known = this.rounds.get(viewer);
    if (known && known.number === number) return known;
    const ranked = await this.ranking.rank(viewer);
    if (number !== undefined) return { ranked, number };
    this.lastRound = Math.max(this.lastRound + 1, Date.now());
    const round = { ranked, number: this.lastRound };
    this.rounds.set(viewer, round);
    return round;
  }

  private async stillEligible(viewer: number, rest: readonly Suggestion[]): Promise<readonly Suggestion[]> {
    const found = await this.ranking.eligible(
      viewer,
      rest.map(({ memberId }) => memberId),
    );
    const ids = new Set(found.map(({ id }) => id));
    return rest.filter(({ memberId }) => ids.has(memberId));
  }
}

const isBehind = (suggestion: Suggestion, score: number, member: number): boolean =>
  suggestion.score < score || (suggestion.score === score && suggestion.memberId > member);

function edgeOf(round: Round, { memberId, score, background }: Suggestion): SuggestionEdgeView {
  return { cursor: encodeKey(BEST, [round.number, score, memberId]), memberId, background };
}
