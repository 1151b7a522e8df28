import type { Purpose } from '../../members/purpose';
import type {
  AccomplishmentInput,
  EducationInput,
  PositionInput,
  UpdateProfileInput,
} from '../../members/update-profile.input';

/** Somebody who exists only to be met by newcomers. */
export interface DemoPerson {
  readonly handle: string;
  readonly name: string;
  readonly headline: string;
  readonly industry: string;
  readonly location: string;
  readonly summary: string;
  readonly careerGoal: string;
  readonly seeking: Purpose[];
  readonly offering: Purpose[];
  readonly skills: string[];
  /** The latest first. */
  readonly positions: PositionInput[];
  readonly education: EducationInput[];
  readonly accomplishments?: AccomplishmentInput[];
}

/** A position from a month to another one, or until today. */
export const work = (title: string, company: string, startedOn: string, endedOn?: string): PositionInput => ({
  ...{ title, company, startedOn, endedOn: endedOn ?? null },
});

export const study = (
  school: string,
  degree: string,
  field: string,
  startedOn: string,
  endedOn: string,
): EducationInput => ({ school, degree, field, startedOn, endedOn });

export const feat = (title: string, date: string, description?: string): AccomplishmentInput => ({
  ...{ title, date, description: description ?? null },
});

/** What a profile says, in the form in which a member would say it. */
export function profileOf({ handle: _, ...profile }: DemoPerson): UpdateProfileInput {
  return profile;
}
