import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.type';
import { EdgeOf, PagesOf } from '../graphql/page.type';
import type { Purpose } from './purpose';
import { PurposeEnum } from './purpose.type';

/**
 * A member as the viewer may see them: made by `MemberReader.byId` only. Lists and long texts are resolved when asked for.
 */
@ObjectType('Member', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A professional. When `available` is false the account is closed or not for you: the name is neutral, all else null or empty.',
})
export class Member extends Node {
  /** Not in the schema: the number inside the id. */
  memberId: number;

  /** Not in the schema: whether the viewer may see who this member is connected with. */
  showsConnections: boolean;

  @Field(() => Boolean, {
    description:
      'False: erased, closed, or not for you. Never an error. Met where something you still see mentions them, such as an invitation or an event; `node` answers null instead.',
  })
  available: boolean;

  @Field(() => String, { nullable: true, description: 'Unique; in lower case, digits and "-".' })
  handle: string | null;

  @Field(() => String, { description: 'As the member writes it.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What they are, in a line.' })
  headline: string | null;

  @Field(() => String, { nullable: true, description: 'The line of business.' })
  industry: string | null;

  @Field(() => String, { nullable: true, description: 'Where they are.' })
  location: string | null;

  @Field(() => String, { nullable: true, description: 'An http or https address of a picture.' })
  photoUrl: string | null;

  @Field(() => [PurposeEnum], { description: 'What they look for in others.' })
  seeking: readonly Purpose[];

  @Field(() => [PurposeEnum], { description: 'What they can be to others.' })
  offering: readonly Purpose[];

  @Field(() => Int, { nullable: true, description: 'How many connections; null where the list is hidden from you.' })
  connectionCount: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'A member in a list.' })
export class MemberEdge extends EdgeOf(() => Member) {}

@ObjectType({ simpleResolvers: true, description: 'A page of members.' })
export class MemberConnection extends PagesOf(() => MemberEdge) {}
