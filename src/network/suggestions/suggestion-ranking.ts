import type { Database } from '../../database/database';
import type { Policy } from '../../policy';
import type { GraphIndex } from '../graph/graph-index';
import { Appearances } from './appearances';
import type { Background } from './background.rules';
import { indexedNetwork } from './network-by-index';
import { type PlacedNetwork, surroundings } from './network-by-sql';
import { compare, fairShare, type Reason, worthOf } from './suggestion.rules';
import {
  type Eligible,
  eligible,
  openInvitations,
  type ProfileLine,
  profileLines,
  standings,
} from './suggestions.queries';
import { TwoSteps } from './two-steps.rules';

/** A member who may be suggested, and what they share with the viewer beside mutual connections. */
export interface Suggestion {
  readonly memberId: number;
  /** The higher, the earlier; a whole number. */
  readonly score: number;
  readonly background: readonly Reason[];
}

/** The index of the network in memory as it is now; undefined while there is none. Not to be kept over an `await`. */
export type IndexInMemory = () => Promise<GraphIndex | undefined>;

const DAY = 86_400_000;
const RECENT = 30 * DAY;
const BURDENED = 60 * DAY;
/** Candidates whose backgrounds are compared, and suggestions that come of them. */
const MOST_CANDIDATES = 150;
export const MOST_SUGGESTIONS = 100;
/** So many count as having been seen. */
const FIRST_SIGHT = 20;
const PRECISION = 1e9;

/** Ranks whom a viewer may know: a walk over the network, then a handful of statements about all candidates together. */
export class SuggestionRanking {
  private readonly twoSteps = new TwoSteps();
  private readonly appearances = new Appearances();

  constructor(
    private readonly database: Database,
    private readonly policy: Policy,
    private readonly index: IndexInMemory,
  ) {}

  /** The best first; equal scores in the order of ids. */
  async rank(viewer: number): Promise<Suggestion[]> {
    const at = this.database.time();
    const near = await this.candidates(viewer, at);
    const found = await this.eligible(viewer, [...near.keys()]);
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const [backgrounds, busy, own] = await Promise.all([
      this.backgrounds([viewer, ...ids]),
      openInvitations(this.database, ids, at - BURDENED),
      this.own(viewer),
    ]);
    const open = new Map(busy.map(({ id, count }) => [id, count]));
    const mine = backgrounds(own);
    const ranked = found
      .map((member): Suggestion => {
        const { factor, reasons } = compare(mine, backgrounds(member));
        const burden = { openInvitations: open.get(member.id) ?? 0, suggested: this.appearances.of(member.id, at) };
        const score = worthOf(near.get(member.id) ?? 0, factor) * fairShare(burden);
        return { memberId: member.id, score: Math.round(score * PRECISION), background: reasons };
      })
      .sort(byScore)
      .slice(0, MOST_SUGGESTIONS);
    const seen = ranked.slice(0, FIRST_SIGHT).map(({ memberId }) => memberId);
    this.appearances.note(viewer, seen, at);
    return ranked;
  }

  /** Those who may be suggested at this moment. */
  eligible(viewer: number, members: readonly number[]): Promise<Eligible[]> {
    const moment = { at: this.database.time(), cooldown: this.policy.withdrawCooldown };
    return eligible(this.database, viewer, members, moment);
  }

  /** How near the nearest are, by id. */
  private async candidates(viewer: number, at: number): Promise<Map<number, number>> {
    const known = await standings(this.database, viewer, { at, recentSince: at - RECENT });
    const index = await this.index();
    const network = index ? indexedNetwork(index) : await surroundings(this.database, viewer);
    const from = network.placeOf(viewer);
    if (from < 0) return new Map();
    const places = (recent: boolean) =>
      placesOf(
        network,
        known.flatMap(({ id, standing }) => ((standing === 'RECENT') === recent ? [id] : [])),
      );
    const walk = { from, absent: places(false), recent: places(true), most: MOST_CANDIDATES };
    const found = this.twoSteps.find(network, walk);
    return new Map(found.map(({ place, near }) => [network.idAt(place), near]));
  }

  private async own(viewer: number): Promise<Eligible> {
    const [own] = await this.database.query<Eligible>('SELECT id, industry, location FROM member WHERE id = ?', [
      viewer,
    ]);
    return own ?? { id: viewer, industry: null, location: null };
  }

  private async backgrounds(ids: readonly number[]): Promise<(member: Eligible) => Background> {
    const lines = new Map<number, ProfileLine[]>(ids.map((id) => [id, []]));
    for (const line of await profileLines(this.database, ids)) lines.get(line.id)?.push(line);
    return ({ id, industry, location }) => {
      const own = lines.get(id) ?? [];
      const stays = (kind: ProfileLine['kind']) =>
        own.flatMap((l) => (l.kind === kind ? [{ where: l.name, from: l.since, until: l.until }] : []));
      const skills = own.flatMap(({ kind, name }) => (kind === 'SKILL' ? [name] : []));
      return { jobs: stays('JOB'), schools: stays('SCHOOL'), skills, industry, location };
    };
  }
}

const byScore = (a: Suggestion, b: Suggestion): number => b.score - a.score || a.memberId - b.memberId;

const placesOf = (network: PlacedNetwork, ids: readonly number[]): Set<number> =>
  new Set(ids.map((id) => network.placeOf(id)).filter((place) => place >= 0));
