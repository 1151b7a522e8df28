import { ObjectType } from 'type-graphql';
import { toGlobalId } from '../graphql/global-id';
import { Node } from '../graphql/node.type';

/** Its fields are resolvers, here and in higher rooms. */
@ObjectType('Viewer', {
  implements: Node,
  simpleResolvers: true,
  description: 'You, with what nobody else may see. Its id is its own: the public side of you is `member`.',
})
export class Viewer extends Node {
  /** Not in the schema: the member who asks. */
  memberId: number;
}

export const viewerOf = (memberId: number): Viewer =>
  Object.assign(new Viewer(), { id: toGlobalId('Viewer', memberId), memberId });
