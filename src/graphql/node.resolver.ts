import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from './context';
import { parseGlobalId } from './global-id';
import { Node } from './node.type';
import { badArgument } from './page';

/** Finds one object of a type as the viewer may see it, or null. One for each type that implements `Node`. */
export type NodeSource = (id: number, context: RequestContext) => Promise<object | null>;

const MOST = 100;

@Resolver()
export class NodeResolver {
  constructor(private readonly sources: ReadonlyMap<string, NodeSource>) {}

  @Query(() => Node, {
    nullable: true,
    description: 'The object with this id as you may see it; null when there is none for you. Never an error.',
  })
  node(
    @Arg('id', () => ID, { description: 'Any id this API gave out.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<object | null> {
    context.requireViewer();
    return this.find(id, context);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The objects with these ids, at most 100, in the order asked; null in the place of each that is not there.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Ids this API gave out.' }) ids: string[],
    @Ctx() context: RequestContext,
  ): Promise<(object | null)[]> {
    context.requireViewer();
    if (ids.length > MOST) throw badArgument('ids', `Ask for at most ${MOST} at once.`);
    return Promise.all(ids.map((id) => this.find(id, context)));
  }

  private async find(id: string, context: RequestContext): Promise<object | null> {
    const parsed = parseGlobalId(id);
    const found = parsed && (await this.sources.get(parsed.type)?.(parsed.id, context));
    return found ? Object.assign(Object.create(found), { __typename: parsed.type }) : null;
  }
}
