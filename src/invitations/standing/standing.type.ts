import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Event } from '../../events/event.type';
import { DateTime } from '../../graphql/scalars';
import { Payload } from '../../graphql/user-error.type';
import { IdempotentInput } from '../../relationships/idempotent-input.type';
import { type InvitationReason, InvitationReasonEnum } from '../../relationships/invitation-reason.type';
import { STANDING_LEVELS, type StandingLevel } from '../../relationships/standing.rules';

export const StandingLevelEnum = Object.fromEntries(Object.keys(STANDING_LEVELS).map((level) => [level, level]));
registerEnumType(StandingLevelEnum, {
  name: 'StandingLevel',
  description: 'How freely you may invite. Levels may be added: keep a default branch.',
  valuesConfig: Object.fromEntries(
    Object.entries(STANDING_LEVELS).map(([level, description]) => [level, { description }]),
  ),
});

@ObjectType('StandingAppeal', { simpleResolvers: true, description: 'What you have to say against a restriction.' })
export class StandingAppeal {
  @Field(() => String, { description: 'In your words.' })
  text: string;

  @Field(() => DateTime, { description: 'When you said it.' })
  madeAt: number;
}

@ObjectType('Standing', { description: 'How freely you may invite, and how much your reports weigh. Only you see it.' })
export class Standing {
  @Field(() => StandingLevelEnum, { description: 'How freely you may invite.' })
  level: StandingLevel;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When a restriction ends by itself; null when there is none.',
  })
  until: number | null;

  @Field(() => [String], {
    description:
      'Why, in general words for you to read; empty when all is well. Nobody is named, and single reports do not show.',
  })
  reasons: readonly string[];

  @Field(() => Boolean, {
    description:
      'You say "I don\'t know this person" to nearly everybody who invites you, so for now your reports weigh little.',
  })
  overusesReports: boolean;
}

@InputType('AppealStandingInput', { description: 'What you have to say against a restriction of your standing.' })
export class AppealStandingInput extends IdempotentInput {
  @Field(() => String, { description: 'Plain text of at most 1000 characters, for the operator to read.' })
  text: string;
}

@ObjectType('AppealStandingPayload', { simpleResolvers: true, description: 'What came of appealStanding.' })
export class AppealStandingPayload extends Payload {
  @Field(() => Standing, { nullable: true, description: 'Your standing, with the appeal; null when refused.' })
  standing?: Standing;
}

@ObjectType('StandingChangedEvent', {
  implements: Event,
  description: 'How freely you may invite has changed, or how much your reports weigh, or you appealed.',
})
export class StandingChangedEvent extends Event {}

@ObjectType('AcceptanceRate', {
  simpleResolvers: true,
  description: 'How many of your invitations were accepted, of those sent long enough ago to tell: 30 days.',
})
export class AcceptanceRate {
  @Field(() => Int, { description: 'How many were sent at least 30 days ago.' })
  sent: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Accepted ones among them, from 0 to 1; null while there are fewer than 20.',
  })
  rate: number | null;
}

@ObjectType('ReasonAcceptance', { simpleResolvers: true, description: 'Acceptance of invitations sent for a reason.' })
export class ReasonAcceptance extends AcceptanceRate {
  @Field(() => InvitationReasonEnum, { description: 'The reason.' })
  reason: InvitationReason;
}

@ObjectType('InvitationInsight', {
  simpleResolvers: true,
  description:
    'What becomes of your invitations. Those that nobody accepted count alike, whatever their recipients did in silence.',
})
export class InvitationInsight {
  @Field(() => AcceptanceRate, { description: 'All of them.' })
  overall: AcceptanceRate;

  @Field(() => [ReasonAcceptance], { description: 'By the reason you gave, the most used first.' })
  byReason: readonly ReasonAcceptance[];

  @Field(() => AcceptanceRate, {
    description: 'To people with whom you named a common employer or school when you sent it.',
  })
  withSharedContext: AcceptanceRate;

  @Field(() => AcceptanceRate, { description: 'To people with whom you did not.' })
  withoutSharedContext: AcceptanceRate;
}
