import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { ErrorCode } from '../errors';
import type { RequestContext } from '../graphql/context';
import { toGlobalId } from '../graphql/global-id';
import type { NodeSource } from '../graphql/node.resolver';
import { ErrorCodeEnum } from '../graphql/user-error.type';
import { Member } from '../members/member.type';
import { Relationship } from './relationship.type';
import type { RelationshipReader } from './relationship-reader';
import type { RelationshipView } from './relationship-view.rules';

@Resolver(() => Relationship)
export class RelationshipResolver {
  constructor(private readonly relationships: RelationshipReader) {}

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
