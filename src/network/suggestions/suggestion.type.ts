import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Event } from '../../events/event.type';
import { EdgeOf, PagesOf } from '../../graphql/page.type';
import { Payload } from '../../graphql/user-error.type';
import { Member } from '../../members/member.type';
import { REASON_KINDS, type ReasonKind } from './suggestion.rules';

export const ReasonKindEnum = Object.fromEntries(Object.keys(REASON_KINDS).map((kind) => [kind, kind]));

registerEnumType(ReasonKindEnum, {
  name: 'SuggestionReasonKind',
  description:
    'What makes it likely that you know somebody. Kinds may be added: show `text` for those you do not know.',
  valuesConfig: Object.fromEntries(Object.entries(REASON_KINDS).map(([kind, description]) => [kind, { description }])),
});

@ObjectType('SuggestionReason', { simpleResolvers: true, description: 'Why somebody is suggested to you.' })
export class SuggestionReason {
  @Field(() => ReasonKindEnum, { description: 'What to branch on.' })
  kind: ReasonKind;

  @Field(() => String, { description: 'In English: "12 mutual connections", "both at Siemens 2019–2021".' })
  text: string;

  @Field(() => String, { nullable: true, description: 'The company, school, skill, line of business or place.' })
  name: string | null;

  @Field(() => Int, { nullable: true, description: 'How many mutual connections or shared skills.' })
  count: number | null;

  @Field(() => Int, { nullable: true, description: 'The first year in which you were both there, when it is known.' })
  fromYear: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The last year in which you were both there; null while it lasts, or when no year is known.',
  })
  untilYear: number | null;
}

@ObjectType('SuggestionEdge', { description: 'A member you may know, and why.' })
export class SuggestionEdge extends EdgeOf(() => Member) {
  @Field(() => [SuggestionReason], {
    description: 'Why: mutual connections first, then what your profiles share, the strongest first.',
  })
  reasons: readonly SuggestionReason[];

  @Field(() => Int, { description: 'How many mutual connections you have.' })
  mutualConnectionCount: number;
}

@ObjectType('SuggestionConnection', { description: 'Members you may know, the likeliest first; at most 100.' })
export class SuggestionConnection extends PagesOf(() => SuggestionEdge) {}

@InputType('DismissSuggestionInput', { description: 'Whom not to suggest any more.' })
export class DismissSuggestionInput {
  @Field(() => ID, { description: 'The member.' })
  memberId: string;
}

@ObjectType('DismissSuggestionPayload', { simpleResolvers: true, description: 'What came of dismissSuggestion.' })
export class DismissSuggestionPayload extends Payload {
  @Field(() => Member, { nullable: true, description: 'Who is not suggested any more; null when refused.' })
  member?: Member | undefined;
}

@ObjectType('SuggestionDismissedEvent', {
  implements: Event,
  description: 'You do not want somebody suggested any more: take them off the list, on every device.',
})
export class SuggestionDismissedEvent extends Event {
  @Field(() => Member, { description: 'Who, as they are to you now.' })
  member: Member;
}
