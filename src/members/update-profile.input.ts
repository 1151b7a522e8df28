import { Field, InputType } from 'type-graphql';
import { PartialDate } from '../graphql/scalars';
import type { Purpose } from './purpose';
import { PurposeEnum } from './purpose.type';

@InputType({ description: 'A place where you have worked.' })
export class PositionInput {
  @Field(() => String, { description: 'What you were there; at most 150 characters.' })
  title: string;

  @Field(() => String, { description: 'At most 150 characters.' })
  company: string;

  @Field(() => PartialDate, { nullable: true, description: 'As exactly as you like.' })
  startedOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Absent: you are still there. Not before `startedOn`.' })
  endedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  location?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  description?: string | null;
}

@InputType({ description: 'A school you have been to.' })
export class EducationInput {
  @Field(() => String, { description: 'At most 150 characters.' })
  school: string;

  @Field(() => String, { nullable: true, description: 'At most 150 characters.' })
  degree?: string | null;

  @Field(() => String, { nullable: true, description: 'Of study; at most 150 characters.' })
  field?: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'As exactly as you like.' })
  startedOn?: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Not before `startedOn`.' })
  endedOn?: string | null;
}

@InputType({ description: 'Something you have achieved.' })
export class AccomplishmentInput {
  @Field(() => String, { description: 'At most 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  description?: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'As exactly as you like.' })
  date?: string | null;

  @Field(() => String, { nullable: true, description: 'Where to read more: an http or https address.' })
  url?: string | null;
}

@InputType({ description: 'Fields given replace, null empties, absent fields stay. A list is replaced as a whole.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'At most 120 characters; never empty.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What you are, in a line of at most 220 characters.' })
  headline?: string | null;

  @Field(() => String, { nullable: true, description: 'About you; at most 3,000 characters.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  industry?: string | null;

  @Field(() => String, { nullable: true, description: 'Where you are; at most 120 characters.' })
  location?: string | null;

  @Field(() => String, { nullable: true, description: 'An http or https address of a picture of you.' })
  photoUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Where you are headed; at most 1,000 characters.' })
  careerGoal?: string | null;

  @Field(() => [PurposeEnum], { nullable: true, description: 'What you look for in others.' })
  seeking?: Purpose[] | null;

  @Field(() => [PurposeEnum], { nullable: true, description: 'What you can be to others.' })
  offering?: Purpose[] | null;

  @Field(() => [String], { nullable: true, description: 'At most 50, each at most 80 characters.' })
  skills?: string[] | null;

  @Field(() => [PositionInput], { nullable: true, description: 'At most 50, in the order to show them.' })
  positions?: PositionInput[] | null;

  @Field(() => [EducationInput], { nullable: true, description: 'At most 20, in the order to show them.' })
  education?: EducationInput[] | null;

  @Field(() => [AccomplishmentInput], { nullable: true, description: 'At most 50, in the order to show them.' })
  accomplishments?: AccomplishmentInput[] | null;
}
