import { Field, InputType } from 'type-graphql';

const RULE = 'A run of its words, the last may be unfinished; capitals and accents do not matter.';

@InputType({ description: 'Narrows a list of members. All fields given must fit.' })
export class MemberFilter {
  @Field(() => String, { nullable: true, description: `The line of business. ${RULE}` })
  industry?: string | null;

  @Field(() => String, { nullable: true, description: `A present or former employer. ${RULE}` })
  company?: string | null;

  @Field(() => String, { nullable: true, description: `Something they can do. ${RULE}` })
  skill?: string | null;

  @Field(() => String, { nullable: true, description: `Where they are. ${RULE}` })
  location?: string | null;
}
