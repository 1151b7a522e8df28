import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after `endCursor`.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether there is more before `startCursor`.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge, null on an empty page.' })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge: pass it as `after` for the next page.',
  })
  endCursor: string | null;
}

@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many to give, 1 to 100; 20 when absent.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Begin behind the edge with this cursor.' })
  after?: string;
}

@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, { nullable: true, description: 'How many to give from the end, 1 to 100; instead of `first`.' })
  last?: number;

  @Field(() => String, { nullable: true, description: 'End before the edge with this cursor; goes with `last`.' })
  before?: string;
}

/** An abstract edge type of a list of `node`s; extend it with what is known about the edge itself. */
export function EdgeOf<Node extends object>(node: () => ClassType<Node>) {
  @ObjectType()
  abstract class EdgeBase {
    @Field(() => String, { description: "This edge's place in the list; opaque." })
    cursor: string;

    @Field(() => node(), { description: 'The item.' })
    node: Node;
  }
  return EdgeBase;
}

/** An abstract connection type (Relay's word for a paged list) over an edge type. */
export function PagesOf<E extends object>(edge: () => ClassType<E>) {
  @ObjectType()
  abstract class PagesBase {
    @Field(() => [edge()], { description: 'The items of this page, each with its cursor.' })
    edges: readonly E[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'Items of the whole list. Counted only when selected.' })
    totalCount: number | Promise<number>;
  }
  return PagesBase;
}
