import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/scalars';
import { WHO_MAY_INVITE, type WhoMayInvite } from '../relationships/admission.rules';

export const WhoMayInviteEnum = Object.fromEntries(Object.keys(WHO_MAY_INVITE).map((name) => [name, name]));
registerEnumType(WhoMayInviteEnum, {
  name: 'WhoMayInvite',
  description:
    'Whose invitations reach a member. It is private: to everybody else an invitation is PENDING. Values may be added.',
  valuesConfig: Object.fromEntries(
    Object.entries(WHO_MAY_INVITE).map(([name, description]) => [name, { description }]),
  ),
});

export const UNADMITTED = {
  FILE: 'It waits in your "other" tray: no event, no notification. You may still accept it.',
  DROP: 'You never see it.',
} as const;
export type Unadmitted = keyof typeof UNADMITTED;

export const UnadmittedEnum = Object.fromEntries(Object.keys(UNADMITTED).map((name) => [name, name]));
registerEnumType(UnadmittedEnum, {
  name: 'Unadmitted',
  description: 'What becomes of an invitation that you do not admit. Its sender sees no difference.',
  valuesConfig: Object.fromEntries(Object.entries(UNADMITTED).map(([name, description]) => [name, { description }])),
});

const SAYS = {
  asksNote: 'Public: an invitation to you needs a personal note.',
  asksReason: 'Public: an invitation to you needs a reason other than OTHER.',
  whoMayInvite: 'Private: whose invitations are put before you.',
  dailyIntake: 'Private: how many invitations a day are put before you at most; null: any number.',
  pausedUntil: 'Private: until then every invitation goes to your "other" tray; null: no pause.',
  unadmitted: 'Private: what becomes of invitations that you do not admit. During a pause they are always filed.',
} as const;

@ObjectType({ simpleResolvers: true, description: 'How invitations reach you.' })
export class AdmissionSettings {
  @Field(() => Boolean, { description: SAYS.asksNote })
  asksNote: boolean;

  @Field(() => Boolean, { description: SAYS.asksReason })
  asksReason: boolean;

  @Field(() => WhoMayInviteEnum, { description: SAYS.whoMayInvite })
  whoMayInvite: WhoMayInvite;

  @Field(() => Int, { nullable: true, description: SAYS.dailyIntake })
  dailyIntake: number | null;

  @Field(() => DateTime, { nullable: true, description: SAYS.pausedUntil })
  pausedUntil: number | null;

  @Field(() => UnadmittedEnum, { description: SAYS.unadmitted })
  unadmitted: Unadmitted;
}

@InputType({ description: 'Fields given replace, absent fields stay; null ends a limit or a pause.' })
export class AdmissionInput {
  @Field(() => Boolean, { nullable: true, description: SAYS.asksNote })
  asksNote?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: SAYS.asksReason })
  asksReason?: boolean | null;

  @Field(() => WhoMayInviteEnum, { nullable: true, description: SAYS.whoMayInvite })
  whoMayInvite?: WhoMayInvite | null;

  @Field(() => Int, { nullable: true, description: `${SAYS.dailyIntake} 1 to 1000.` })
  dailyIntake?: number | null;

  @Field(() => DateTime, { nullable: true, description: `${SAYS.pausedUntil} At most a year ahead.` })
  pausedUntil?: number | null;

  @Field(() => UnadmittedEnum, { nullable: true, description: SAYS.unadmitted })
  unadmitted?: Unadmitted | null;
}
