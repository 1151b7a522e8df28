import { Field, ID, InterfaceType } from 'type-graphql';

/** What an object needs to be found by `node(id)`: its type's name travels with it. */
export interface NodeObject {
  readonly __typename: string;
}

@InterfaceType('Node', {
  description: 'Anything with an id that `node` and `nodes` find again.',
  resolveType: (value: NodeObject) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable. Compare it, store it, never take it apart.' })
  id: string;
}
