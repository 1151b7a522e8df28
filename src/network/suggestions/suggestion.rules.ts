import { type Background, isSame, type SharedStay, sharedNames, sharedStay, type Years } from './background.rules';

export const REASON_KINDS = {
  MUTUAL_CONNECTIONS: 'You have connections in common; `count` says how many.',
  SAME_COMPANY:
    'You have both worked at the company `name`; from `fromYear` to `untilYear` together, when that is known.',
  SAME_SCHOOL: 'You have both been to the school `name`; from `fromYear` to `untilYear` together, when that is known.',
  SHARED_SKILLS: 'You have skills in common; `count` says how many, `name` is the first of them.',
  SAME_INDUSTRY: 'You are both in the line of business `name`.',
  SAME_PLACE: 'You are both in `name`.',
} as const;

export type ReasonKind = keyof typeof REASON_KINDS;

/** Why somebody is suggested. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly text: string;
  readonly name: string | null;
  readonly count: number | null;
  readonly fromYear: number | null;
  readonly untilYear: number | null;
}

/** How much is asked of a member already. */
export interface Burden {
  /** Invitations that are open to their senders: what the member made of them in silence changes nothing. */
  readonly openInvitations: number;
  /** How often they were suggested to somebody lately. */
  readonly suggested: number;
}

/** How far a shared background moves a suggestion forward: shares of what the first few mutual connections are worth. */
const BONUS = {
  together: 0.6,
  company: 0.2,
  schoolTogether: 0.4,
  school: 0.15,
  skill: 0.05,
  industry: 0.1,
  place: 0.15,
};
const MOST_SKILLS = 5;
/** So much nearness a background may multiply: about three mutual connections. Where there are many more, they tell enough. */
const MOVABLE = 0.05;

/** From here on somebody counts as sought after; twice as much halves what a suggestion of them is worth, and so on. */
const BUSY = { openInvitations: 20, suggested: 200 };
const LEAST_SHARE = 0.2;

/** What two members share, in order of weight, and how much that moves the suggestion forward: 1 is not at all. */
export function compare(mine: Background, theirs: Background): { readonly factor: number; readonly reasons: Reason[] } {
  const found = [
    ...stay('SAME_COMPANY', sharedStay(mine.jobs, theirs.jobs), BONUS.together, BONUS.company),
    ...stay('SAME_SCHOOL', sharedStay(mine.schools, theirs.schools), BONUS.schoolTogether, BONUS.school),
    ...skills(sharedNames(mine.skills, theirs.skills)),
    ...equal('SAME_INDUSTRY', mine.industry, theirs.industry, BONUS.industry),
    ...equal('SAME_PLACE', mine.location, theirs.location, BONUS.place),
  ].sort((a, b) => b.bonus - a.bonus);
  return {
    factor: found.reduce((sum, { bonus }) => sum + bonus, 1),
    reasons: found.map(({ reason }) => reason),
  };
}

/** The worth of a suggestion of somebody so near, with so much in common. */
export const worthOf = (near: number, factor: number): number => near + Math.min(near, MOVABLE) * (factor - 1);

/** What share of a suggestion's worth is left for somebody of whom so much is asked already: 1 while it is little. */
export function fairShare({ openInvitations, suggested }: Burden): number {
  const most = Math.max(openInvitations / BUSY.openInvitations, suggested / BUSY.suggested, 1);
  return Math.max(1 / most, LEAST_SHARE);
}

export function mutualReason(count: number): Reason {
  return reason('MUTUAL_CONNECTIONS', count === 1 ? '1 mutual connection' : `${count} mutual connections`, { count });
}

interface Weighed {
  readonly bonus: number;
  readonly reason: Reason;
}

function stay(
  kind: 'SAME_COMPANY' | 'SAME_SCHOOL',
  shared: SharedStay | null,
  together: number,
  apart: number,
): Weighed[] {
  if (!shared) return [];
  const { where, years } = shared;
  const details = { name: where, fromYear: years?.from ?? null, untilYear: years?.until ?? null };
  const text = years ? `both at ${where} ${span(years)}` : `both have been at ${where}`;
  return [{ bonus: years ? together : apart, reason: reason(kind, text, details) }];
}

function skills(names: readonly string[]): Weighed[] {
  const [name] = names;
  if (name === undefined) return [];
  const text = names.length === 1 ? `shared skill: ${name}` : `${names.length} shared skills: ${name} and others`;
  const bonus = BONUS.skill * Math.min(names.length, MOST_SKILLS);
  return [{ bonus, reason: reason('SHARED_SKILLS', text, { name, count: names.length }) }];
}

function equal(
  kind: 'SAME_INDUSTRY' | 'SAME_PLACE',
  mine: string | null,
  theirs: string | null,
  bonus: number,
): Weighed[] {
  return theirs !== null && isSame(mine, theirs)
    ? [{ bonus, reason: reason(kind, `both in ${theirs}`, { name: theirs }) }]
    : [];
}

function span({ from, until }: Years): string {
  if (until === null) return `since ${from}`;
  return from === until ? String(from) : `${from}–${until}`;
}

function reason(kind: ReasonKind, text: string, details: Partial<Reason>): Reason {
  return { ...{ name: null, count: null, fromYear: null, untilYear: null }, ...details, kind, text };
}
