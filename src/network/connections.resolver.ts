import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { Ahead } from '../graphql/ahead';
import type { RequestContext } from '../graphql/context';
import type { Page } from '../graphql/page';
import { ForwardPageArgs, PageArgs } from '../graphql/page.type';
import { Member } from '../members/member.type';
import { MemberFilter } from '../members/member-filter.input';
import type { MemberReader } from '../members/member-reader';
import { Viewer } from '../members/viewer.type';
import type { ConnectionReader, NetworkEdgeView } from './connection-reader';
import { type ConnectionOrder, ConnectionOrderEnum, NetworkConnection, NetworkEdge } from './network.type';

@Resolver(() => NetworkEdge)
export class NetworkEdgeResolver {
  constructor(private readonly members: MemberReader) {}

  @FieldResolver(() => Member, { description: 'The member at the other end.' })
  node(@Root() edge: NetworkEdgeView, @Ctx() context: RequestContext): Promise<Member> {
    return context.loader(this.members.byId).load(edge.peerId);
  }
}

@Resolver(() => Viewer)
export class ViewerConnectionsResolver {
  constructor(
    private readonly reader: ConnectionReader,
    private readonly members: MemberReader,
  ) {}

  @FieldResolver(() => NetworkConnection, { description: 'The members you are connected with.' })
  async connections(
    @Arg('query', () => String, {
      nullable: true,
      description: 'Only those who have all these words in their profile, as `searchMembers` finds them.',
    })
    query: string | undefined,
    @Arg('filter', () => MemberFilter, { nullable: true, description: 'Only those who also fit this.' })
    filter: MemberFilter | undefined,
    @Arg('orderBy', () => ConnectionOrderEnum, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: ConnectionOrder,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<NetworkEdgeView>> {
    const page = await this.reader.mine(context.viewerId, { query, filter, orderBy }, args);
    const peers = page.edges.map(({ peerId }) => peerId);
    await this.members.foresee(peers, Ahead.of(info).below('edges', 'node'), context);
    return page;
  }
}

@Resolver(() => Member)
export class MemberConnectionsResolver {
  constructor(private readonly reader: ConnectionReader) {}

  @FieldResolver(() => NetworkConnection, {
    nullable: true,
    description: 'The members this one is connected with, newest first; null where the list is hidden from you.',
  })
  connections(
    @Root() member: Member,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Page<NetworkEdgeView> | null> {
    return this.reader.of(member, page, context);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many connections, without members who are not there for you; null where the list is hidden.',
  })
  connectionCount(@Root() member: Member, @Ctx() context: RequestContext): Promise<number | null> {
    return this.reader.countOf(member, context);
  }
}
