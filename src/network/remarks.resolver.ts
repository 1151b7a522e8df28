import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Event, type ReadableEvent } from '../events/event.type';
import type { RequestContext } from '../graphql/context';
import { Payload, payload } from '../graphql/user-error.type';
import type { NetworkEdgeView } from './connection-reader';
import { NetworkEdge } from './network.type';
import { Relationship } from './relationship.type';
import type { RelationshipReader } from './relationship-reader';
import type { RelationshipView } from './relationship-view.rules';
import type { RemarksService } from './remarks.service';

@InputType({ description: 'What to note about a connection. Absent fields stay; null takes away.' })
export class UpdateRelationshipInput {
  @Field(() => ID, { description: 'The member you are connected with.' })
  memberId: string;

  @Field(() => String, { nullable: true, description: 'A word or two to sort by, at most 60 characters.' })
  label?: string | null;

  @Field(() => String, { nullable: true, description: 'Whatever you want to remember, at most 2,000 characters.' })
  privateNote?: string | null;
}

@ObjectType({ description: 'What came of updateRelationship.' })
export class UpdateRelationshipPayload extends Payload {
  @Field(() => Relationship, { nullable: true, description: 'How they stand to you now; null when refused.' })
  relationship?: RelationshipView | null | undefined;
}

@ObjectType('RelationshipUpdatedEvent', {
  implements: Event,
  description: 'You have changed what you note about a connection, perhaps on another device.',
})
export class RelationshipUpdatedEvent extends Event {
  @Field(() => Relationship, {
    nullable: true,
    description: 'As it is now; null when they are no longer there for you.',
  })
  relationship: RelationshipView | null;
}

@Resolver(() => Relationship)
export class RelationshipRemarkResolver {
  constructor(
    private readonly service: RemarksService,
    private readonly relationships: RelationshipReader,
  ) {}

  @Mutation(() => UpdateRelationshipPayload, {
    description: 'Notes something about a connection, for your own eyes. Your other devices hear RelationshipUpdated.',
  })
  updateRelationship(
    @Arg('input', () => UpdateRelationshipInput, { description: 'What.' }) input: UpdateRelationshipInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateRelationshipPayload> {
    const { viewerId } = context;
    return payload(async () => {
      const peer = await this.service.update(viewerId, input);
      context.forget();
      return { relationship: await context.loader(this.relationships.toPeer).load(peer) };
    });
  }
}

@Resolver(() => NetworkEdge)
export class EdgeLabelResolver {
  constructor(private readonly relationships: RelationshipReader) {}

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Your label for the member, where you are connected with them.',
  })
  async label(@Root() { peerId }: NetworkEdgeView, @Ctx() context: RequestContext): Promise<string | null> {
    return (await context.loader(this.relationships.toPeer).load(peerId))?.label ?? null;
  }
}

@Resolver(() => RelationshipUpdatedEvent)
export class RelationshipUpdatedResolver {
  constructor(private readonly relationships: RelationshipReader) {}

  @FieldResolver(() => Relationship, { nullable: true })
  relationship(@Root() event: ReadableEvent, @Ctx() context: RequestContext): Promise<RelationshipView | null> {
    const { member }: { readonly member?: number } = JSON.parse(event.payload ?? '{}');
    return context.loader(this.relationships.toPeer).load(member ?? 0);
  }
}
