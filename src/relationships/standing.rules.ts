import type { Policy } from '../policy';
import type { Report } from './command';

export const STANDING_LEVELS = {
  GOOD: 'You invite freely, within the allowances everybody has.',
  CAREFUL: 'Several members have said lately that they do not know you or do not want your invitations.',
  RESTRICTED: 'Until a given time you can only invite people whose e-mail address you know.',
} as const;

export type StandingLevel = keyof typeof STANDING_LEVELS;

/** How freely a member may invite, and how much their own reports weigh. Times are epoch milliseconds. */
export interface Standing {
  /** As its owner was told last; `levelAt` knows of a restriction that has ended since. */
  readonly level: StandingLevel;
  /** The last restriction, whether it goes on or not, and how many there were. */
  readonly restrictedAt: number | null;
  readonly restrictedUntil: number | null;
  readonly restrictions: number;
  readonly appealedAt: number | null;
  /** Reports made until then count no more. */
  readonly pardonedAt: number | null;
  /** They say so often that they do not know somebody that their reports weigh next to nothing. */
  readonly overuses: boolean;
  /** When something may change by itself; null: never. */
  readonly recountAt: number | null;
}

export const GOOD_STANDING: Standing = {
  level: 'GOOD',
  restrictedAt: null,
  restrictedUntil: null,
  restrictions: 0,
  appealedAt: null,
  pardonedAt: null,
  overuses: false,
  recountAt: null,
};

/** A report that stands: its reporter has not taken it back. */
export interface StandingReport {
  readonly reporter: number;
  readonly kind: Exclude<Report, 'NONE'>;
  readonly madeAt: number;
  /** The midnight from which on it counts. */
  readonly countsAt: number;
  /** Whether its reporter reports too much to be heard. */
  readonly overused: boolean;
}

/** What a recount looks at: the reports about a member, and how that member answered others lately. */
export interface Evidence {
  readonly reports: readonly StandingReport[];
  readonly answers: number;
  readonly unknown: number;
}

export const NO_EVIDENCE: Evidence = { reports: [], answers: 0, unknown: 0 };

const DAY = 86_400_000;

export const nextMidnight = (at: number): number => (Math.floor(at / DAY) + 1) * DAY;

/** One of the midnights that are far enough away, but not too far: `chance`, from 0 to below 1, says which. */
export function countsFrom(madeAt: number, chance: number, policy: Policy): number {
  const first = Math.ceil((madeAt + policy.reportDelayLeast) / DAY);
  const last = Math.max(first, Math.floor((madeAt + policy.reportDelayMost) / DAY));
  return (first + Math.floor(chance * (last - first + 1))) * DAY;
}

/** When a restriction in force ends; null when none is. */
export const restrictedUntil = ({ level, restrictedUntil: until }: Standing, at: number): number | null =>
  level === 'RESTRICTED' && until !== null && at < until ? until : null;

export const levelAt = (standing: Standing, at: number): StandingLevel =>
  standing.level === 'RESTRICTED' && restrictedUntil(standing, at) === null ? 'CAREFUL' : standing.level;

/** What one report weighs: halved in steps, so that three fresh ones make exactly three. */
export function weightOf({ kind, countsAt, overused }: StandingReport, at: number, policy: Policy): number {
  const fresh = overused ? policy.overusedWeight : kind === 'SPAM' ? policy.spamWeight : policy.unknownWeight;
  return fresh / 2 ** Math.floor((at - countsAt) / policy.reportHalfLife);
}

/** Those of the reports that count now. Fewer than three members are not heard at all: each could be told apart. */
export function counted(standing: Standing, reports: readonly StandingReport[], at: number, policy: Policy) {
  const pardoned = standing.pardonedAt ?? Number.NEGATIVE_INFINITY;
  const heard = reports.filter(({ madeAt, countsAt }) => countsAt <= at && madeAt > pardoned);
  return new Set(heard.map(({ reporter }) => reporter)).size < policy.reportersLeast ? [] : heard;
}

/** The standing as the evidence of this moment makes it. A restriction under way goes on; a new one takes a new report. */
export function recounted(before: Standing, evidence: Evidence, at: number, policy: Policy): Standing {
  const heard = counted(before, evidence.reports, at, policy);
  const score = heard.reduce((sum, report) => sum + weightOf(report, at, policy), 0);
  const unheard = heard.some(({ countsAt }) => countsAt > lastEnd(before));
  const overuses =
    evidence.unknown >= policy.overuseCount && evidence.unknown >= policy.overuseShare * evidence.answers;
  const standing = restrictedUntil(before, at)
    ? before
    : score >= policy.restrictedFrom && unheard
      ? restricted(before, at, policy)
      : { ...before, level: score >= policy.carefulFrom ? ('CAREFUL' as const) : ('GOOD' as const) };
  return { ...standing, overuses, recountAt: nextRecount({ ...standing, overuses }, evidence, heard, at, policy) };
}

/** A restriction has answered every report that counted before it ended, unless it was pardoned together with them. */
function lastEnd({ restrictedAt, restrictedUntil: until, pardonedAt }: Standing): number {
  const stands = restrictedAt !== null && restrictedAt > (pardonedAt ?? Number.NEGATIVE_INFINITY);
  return stands && until !== null ? until : Number.NEGATIVE_INFINITY;
}

function restricted(before: Standing, at: number, policy: Policy): Standing {
  const length = before.restrictions === 0 ? policy.firstRestriction : policy.nextRestriction;
  const restrictions = before.restrictions + 1;
  return { ...before, level: 'RESTRICTED', restrictedAt: at, restrictedUntil: at + length, restrictions };
}

function nextRecount(
  standing: Standing,
  { reports }: Evidence,
  heard: readonly StandingReport[],
  at: number,
  { reportHalfLife }: Policy,
): number | null {
  const times = reports.flatMap(({ countsAt }) => (countsAt > at ? [countsAt] : []));
  const end = restrictedUntil(standing, at);
  if (end !== null) times.push(end);
  if (standing.level === 'CAREFUL')
    for (const { countsAt } of heard)
      times.push(countsAt + (Math.floor((at - countsAt) / reportHalfLife) + 1) * reportHalfLife);
  if (standing.overuses) times.push(nextMidnight(at));
  return times.length > 0 ? Math.min(...times) : null;
}
