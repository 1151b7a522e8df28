import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Anything with an id that `node` and `nodes` find again.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable. Compare it, store it, never take it apart.' })
  id: string;
}
