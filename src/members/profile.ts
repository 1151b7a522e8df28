/** Columns of `member` that its member may change. */
export interface ProfileColumns {
  readonly name: string;
  readonly headline: string | null;
  readonly summary: string | null;
  readonly industry: string | null;
  readonly location: string | null;
  readonly photoUrl: string | null;
  readonly careerGoal: string | null;
  readonly seeking: string;
  readonly offering: string;
}

export interface PositionEntry {
  readonly title: string;
  readonly company: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly location: string | null;
  readonly description: string | null;
}

export interface EducationEntry {
  readonly school: string;
  readonly degree: string | null;
  readonly field: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export interface AccomplishmentEntry {
  readonly title: string;
  readonly description: string | null;
  readonly date: string | null;
  readonly url: string | null;
}

export interface ProfileLists {
  readonly positions: readonly PositionEntry[];
  readonly education: readonly EducationEntry[];
  readonly skills: readonly string[];
  readonly accomplishments: readonly AccomplishmentEntry[];
}

/** What changes of a profile: absent columns and lists stay as they are. */
export interface ProfileChange {
  readonly columns: Partial<ProfileColumns>;
  readonly lists: Partial<ProfileLists>;
}
