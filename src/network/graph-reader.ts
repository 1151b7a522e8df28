import type { LoaderKind, RequestContext } from '../graphql/context';
import {
  badArgument,
  type Ordering,
  type Page,
  type PageArguments,
  pageQuery,
  toPage,
  withNodes,
} from '../graphql/page';
import type { Member } from '../members/member.type';
import type { MemberReader } from '../members/member-reader';
import type { Distance, MutualsWanted, PathsWanted, Reach } from './graph/graph';
import type { LiveGraph } from './graph/live-graph';

/** In the order of their ids: those who are longest here come first. */
const MUTUALS: Ordering = { name: 'mutuals', columns: ['id'], descending: false };

/** Ways to one member, in one answer. */
export const MOST_PATHS = 10;

type MemberPage = Page<{ readonly node: Member; readonly cursor: string }>;

/** Reads who knows whom, for all members of a list at once and without a query where the index answers. */
export class GraphReader {
  /** Steps from the viewer, by member; null for more than three. */
  readonly degree: LoaderKind<number, Distance | null> = {
    batch: async (members, context) => (await this.graph.graph()).degrees(context.viewerId, members),
  };
  readonly mutualCount: LoaderKind<number, number> = {
    batch: async (members, context) => (await this.graph.graph()).mutualCounts(context.viewerId, members),
  };

  private readonly mutuals: LoaderKind<MutualsWanted, readonly number[]> = {
    cacheKey: ({ member, most, after }) => `${member}:${most}:${after}`,
    batch: async (wanted, context) => (await this.graph.graph()).mutuals(context.viewerId, wanted),
  };

  private readonly shortest: LoaderKind<PathsWanted, readonly (readonly number[])[]> = {
    cacheKey: ({ member, most }) => `${member}:${most}`,
    batch: async (wanted, context) => (await this.graph.graph()).paths(context.viewerId, wanted),
  };

  constructor(
    readonly graph: LiveGraph,
    private readonly members: MemberReader,
    private readonly largestPage: number,
  ) {}

  async mutualConnections(member: number, args: PageArguments, context: RequestContext): Promise<MemberPage> {
    const page = await this.mutualIds(member, args, context);
    return withNodes(page, ({ id }) => context.loader(this.members.byId).load(id));
  }

  /** The same page, of their ids alone. */
  async mutualIds(
    member: number,
    args: PageArguments,
    context: RequestContext,
  ): Promise<Page<{ readonly id: number; readonly cursor: string }>> {
    const page = pageQuery(args, MUTUALS, this.largestPage);
    const wanted = { member, most: page.size + 1, after: Number(page.parameters[0] ?? 0) };
    return toPage(
      page,
      await context.loader(this.mutuals).load(wanted),
      (id) => [id],
      (id) => ({ id }),
      () => context.loader(this.mutualCount).load(member),
    );
  }

  /** The people between the viewer and a member on the shortest ways. */
  async paths(member: number, most: number, context: RequestContext): Promise<{ through: Member[] }[]> {
    const ways = await this.ways(member, most, context);
    const loader = context.loader(this.members.byId);
    return Promise.all(ways.map(async (way) => ({ through: await Promise.all(way.map((id) => loader.load(id))) })));
  }

  /** Their ids, by way. */
  async ways(member: number, most: number, context: RequestContext): Promise<readonly (readonly number[])[]> {
    if (most < 1 || most > MOST_PATHS) throw badArgument('max', `Ask for 1 to ${MOST_PATHS} paths.`);
    return context.loader(this.shortest).load({ member, most });
  }

  async reach(viewer: number): Promise<Reach> {
    return (await this.graph.graph()).reach(viewer);
  }
}
