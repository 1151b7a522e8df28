import { Field, ObjectType } from 'type-graphql';
import { PartialDate } from '../graphql/scalars';

@ObjectType({ simpleResolvers: true, description: 'A place where a member has worked.' })
export class Position {
  @Field(() => String, { description: 'What they were there.' })
  title: string;

  @Field(() => String, { description: 'The employer.' })
  company: string;

  @Field(() => PartialDate, { nullable: true, description: 'As exactly as the member says.' })
  startedOn: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Null: they are still there, or do not say.' })
  endedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was.' })
  location: string | null;

  @Field(() => String, { nullable: true, description: 'What they did there.' })
  description: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A school a member has been to.' })
export class Education {
  @Field(() => String, { description: 'Its name.' })
  school: string;

  @Field(() => String, { nullable: true, description: 'What they left with.' })
  degree: string | null;

  @Field(() => String, { nullable: true, description: 'Of study.' })
  field: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'As exactly as the member says.' })
  startedOn: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'As exactly as the member says.' })
  endedOn: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something a member has achieved.' })
export class Accomplishment {
  @Field(() => String, { description: 'What it is.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'More about it.' })
  description: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'As exactly as the member says.' })
  date: string | null;

  @Field(() => String, { nullable: true, description: 'Where to read more.' })
  url: string | null;
}
