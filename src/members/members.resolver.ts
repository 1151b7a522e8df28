import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Database } from '../database/database';
import { Ahead } from '../graphql/ahead';
import type { RequestContext } from '../graphql/context';
import { withNodes } from '../graphql/page';
import { ForwardPageArgs } from '../graphql/page.type';
import { normalisedHandle } from './handle.rules';
import { Member, MemberConnection } from './member.type';
import { MemberFilter } from './member-filter.input';
import type { MemberReader } from './member-reader';
import { memberIdByHandle } from './members.queries';
import type { AccomplishmentEntry, EducationEntry, PositionEntry } from './profile';
import { Accomplishment, Education, Position } from './profile.type';
import type { SearchService } from './search.service';

@Resolver(() => Member)
export class MembersResolver {
  constructor(
    private readonly database: Database,
    private readonly members: MemberReader,
    private readonly searching: SearchService,
  ) {}

  @Query(() => Member, { nullable: true, description: 'The member with this handle, or null.' })
  async member(
    @Arg('handle', () => String, { description: 'Capital letters do not matter.' }) handle: string,
    @Ctx() context: RequestContext,
  ): Promise<Member | null> {
    context.requireViewer();
    const id = await memberIdByHandle(this.database, normalisedHandle(handle));
    // Nobody is looked for, too: else a blocked member could tell, by the time, a handle that is somebody's from one that is not.
    return this.find(id ?? 0, context);
  }

  @Query(() => MemberConnection, {
    description:
      'Members who have all the words in their name, handle, headline, skills, titles or companies. Those with the words in their name come first, and of each hundred the nearer ones.',
  })
  async searchMembers(
    @Arg('query', () => String, {
      description:
        'Up to 5 words of at least 2 characters each; the beginning of a word is enough. May be empty beside a filter.',
    })
    query: string,
    @Arg('filter', () => MemberFilter, { nullable: true, description: 'Only members who also fit this.' })
    filter: MemberFilter | null,
    @Args() args: ForwardPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MemberConnection> {
    const page = await this.searching.search(context.viewerId, query, filter, args);
    const ids = page.edges.map(({ id }) => id);
    await this.members.foresee(ids, Ahead.of(info).below('edges', 'node'), context);
    return withNodes(page, ({ id }) => context.loader(this.members.byId).load(id));
  }

  @FieldResolver(() => String, { nullable: true, description: 'About them, in their own words.' })
  async summary(@Root() member: Member, @Ctx() context: RequestContext): Promise<string | null> {
    return member.available ? (await context.loader(this.members.texts).load(member.memberId)).summary : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where they are headed.' })
  async careerGoal(@Root() member: Member, @Ctx() context: RequestContext): Promise<string | null> {
    return member.available ? (await context.loader(this.members.texts).load(member.memberId)).careerGoal : null;
  }

  @FieldResolver(() => [Position], { description: 'Where they have worked, in the order they chose.' })
  async positions(@Root() member: Member, @Ctx() context: RequestContext): Promise<readonly PositionEntry[]> {
    return member.available ? context.loader(this.members.positions).load(member.memberId) : [];
  }

  @FieldResolver(() => [Education], { description: 'Where they have learnt, in the order they chose.' })
  async education(@Root() member: Member, @Ctx() context: RequestContext): Promise<readonly EducationEntry[]> {
    return member.available ? context.loader(this.members.education).load(member.memberId) : [];
  }

  @FieldResolver(() => [String], { description: 'What they can do.' })
  async skills(@Root() member: Member, @Ctx() context: RequestContext): Promise<string[]> {
    const skills = member.available ? await context.loader(this.members.skills).load(member.memberId) : [];
    return skills.map(({ name }) => name);
  }

  @FieldResolver(() => [Accomplishment], { description: 'What they have achieved, in the order they chose.' })
  async accomplishments(
    @Root() member: Member,
    @Ctx() context: RequestContext,
  ): Promise<readonly AccomplishmentEntry[]> {
    return member.available ? context.loader(this.members.accomplishments).load(member.memberId) : [];
  }

  /** A `NodeSource`: null for whoever is not there for the viewer. */
  readonly find = async (id: number, context: RequestContext): Promise<Member | null> => {
    const member = await context.loader(this.members.byId).load(id);
    return member.available ? member : null;
  };
}
