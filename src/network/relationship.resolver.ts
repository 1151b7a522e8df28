import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { ErrorCode } from '../errors';
import type { RequestContext } from '../graphql/context';
import { toGlobalId } from '../graphql/global-id';
import type { NodeSource } from '../graphql/node.resolver';
import { ForwardPageArgs } from '../graphql/page.type';
import { ErrorCodeEnum } from '../graphql/user-error.type';
import { Member, MemberConnection } from '../members/member.type';
import { ConnectionPath, type Degree, DegreeEnum, degreeOf } from './degree.type';
import { type GraphReader, MOST_PATHS } from './graph-reader';
import { Relationship } from './relationship.type';
import type { RelationshipReader } from './relationship-reader';
import type { RelationshipView } from './relationship-view.rules';

@Resolver(() => Relationship)
export class RelationshipResolver {
  constructor(
    private readonly relationships: RelationshipReader,
    private readonly graph: GraphReader,
  ) {}

  @FieldResolver(() => ID, { description: 'Opaque and stable.' })
  id(@Root() relationship: RelationshipView): string {
    return toGlobalId('Relationship', relationship.peerId);
  }

  @FieldResolver(() => Boolean)
  async canInvite(@Root() relationship: RelationshipView, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.relationships.cannotInvite(relationship, context)) === null;
  }

  @FieldResolver(() => ErrorCodeEnum, { nullable: true })
  cannotInviteBecause(
    @Root() relationship: RelationshipView,
    @Ctx() context: RequestContext,
  ): Promise<ErrorCode | null> {
    return this.relationships.cannotInvite(relationship, context);
  }

  @FieldResolver(() => DegreeEnum, { description: 'How many steps away they are.' })
  async degree(@Root() { viewerId, peerId }: RelationshipView, @Ctx() context: RequestContext): Promise<Degree> {
    return peerId === viewerId ? 'SELF' : degreeOf(await context.loader(this.graph.degree).load(peerId));
  }

  @FieldResolver(() => Int, { description: 'How many connections you have in common.' })
  mutualConnectionCount(@Root() { peerId }: RelationshipView, @Ctx() context: RequestContext): Promise<number> {
    return context.loader(this.graph.mutualCount).load(peerId);
  }

  @FieldResolver(() => MemberConnection, {
    description: 'The connections you have in common, also where their list of connections is hidden from you.',
  })
  mutualConnections(
    @Root() { peerId }: RelationshipView,
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<MemberConnection> {
    return this.graph.mutualConnections(peerId, page, context);
  }

  @FieldResolver(() => [ConnectionPath], {
    description:
      'The shortest ways from you to them, all of one length of at most 3 steps, only over people who show their connections to you.',
  })
  async paths(
    @Root() { peerId }: RelationshipView,
    @Arg('max', () => Int, { defaultValue: 3, description: `At most so many, 1 to ${MOST_PATHS}.` }) max: number,
    @Ctx() context: RequestContext,
  ): Promise<ConnectionPath[]> {
    const paths = await this.graph.paths(peerId, max, context);
    return paths.map(({ through }) => ({ through, length: through.length + 1 }));
  }
}

@Resolver(() => Member)
export class MemberRelationshipResolver {
  constructor(private readonly relationships: RelationshipReader) {}

  @FieldResolver(() => Relationship, {
    nullable: true,
    description: 'How this member stands to you. One query for all members of a list. Null where `available` is false.',
  })
  relationship(@Root() member: Member, @Ctx() context: RequestContext): Promise<RelationshipView | null> {
    return context.loader(this.relationships.toPeer).load(member.memberId);
  }
}

/** A relationship's id holds the other member's; whose it is, the viewer tells. */
export const relationshipSource =
  (relationships: RelationshipReader): NodeSource =>
  (peerId, context) =>
    context.loader(relationships.toPeer).load(peerId);
