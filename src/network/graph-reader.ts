import type { LoaderKind, RequestContext } from '../graphql/context';
import { type Ordering, type Page, type PageArguments, pageQuery, toPage } from '../graphql/page';
import type { Member } from '../members/member.type';
import type { MemberReader } from '../members/member-reader';
import type { Distance, MutualsWanted, PathsWanted, Reach } from './graph/graph';
import type { LiveGraph } from './graph/live-graph';

/** In the order of their ids: those who are longest here come first. */
const MUTUALS: Ordering = { name: 'mutuals', columns: ['id'], descending: false };

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

  private readonly ways: LoaderKind<PathsWanted, readonly (readonly number[])[]> = {
    cacheKey: ({ member, most }) => `${member}:${most}`,
    batch: async (wanted, context) => (await this.graph.graph()).paths(context.viewerId, wanted),
  };

  constructor(
    readonly graph: LiveGraph,
    private readonly members: MemberReader,
    private readonly largestPage: number,
  ) {}

  async mutualConnections(member: number, args: PageArguments, context: RequestContext): Promise<MemberPage> {
    const page = pageQuery(args, MUTUALS, this.largestPage);
    const wanted = { member, most: page.size + 1, after: Number(page.parameters[0] ?? 0) };
    const found = await context.loader(this.mutuals).load(wanted);
    const loader = context.loader(this.members.byId);
    const rows = await Promise.all(found.map(async (id) => ({ id, node: await loader.load(id) })));
    return toPage(
      page,
      rows,
      ({ id }) => [id],
      ({ node }) => ({ node }),
      () => context.loader(this.mutualCount).load(member),
    );
  }

  /** The people between the viewer and a member on the shortest ways. */
  async paths(member: number, most: number, context: RequestContext): Promise<{ through: Member[] }[]> {
    const ways = await context.loader(this.ways).load({ member, most });
    const loader = context.loader(this.members.byId);
    return Promise.all(ways.map(async (way) => ({ through: await Promise.all(way.map((id) => loader.load(id))) })));
  }

  async reach(viewer: number): Promise<Reach> {
    return (await this.graph.graph()).reach(viewer);
  }
}
