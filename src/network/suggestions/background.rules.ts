/** A time at a company or a school. Dates are partial: YYYY, YYYY-MM or YYYY-MM-DD; without an end it lasts. */
export interface Stay {
  readonly where: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** What a member's profile tells of their working life. */
export interface Background {
  readonly jobs: readonly Stay[];
  readonly schools: readonly Stay[];
  readonly skills: readonly string[];
  readonly industry: string | null;
  readonly location: string | null;
}

/** A company or school two members have in common. `years`: when both were there; null when that is unknown or never. */
export interface SharedStay {
  readonly where: string;
  readonly years: Years | null;
}

/** Whole years, both included; `until` is null while it lasts. */
export interface Years {
  readonly from: number;
  readonly until: number | null;
}

/** The shared place of two lists of stays that binds most: one with common years, and of those the one with the most. */
export function sharedStay(mine: readonly Stay[], theirs: readonly Stay[]): SharedStay | null {
  let best: SharedStay | null = null;
  for (const here of theirs)
    for (const there of mine) {
      if (same(here.where) !== same(there.where)) continue;
      const shared = { where: here.where, years: together(here, there) };
      if (!best || length(shared) > length(best)) best = shared;
    }
  return best;
}

/** What both lists name, as the first one writes it. */
export function sharedNames(mine: readonly string[], theirs: readonly string[]): string[] {
  const known = new Set(theirs.map(same));
  return mine.filter((name) => known.has(same(name)));
}

export const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && same(one) === same(other);

const same = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The years both were there, as far as the dates tell: of two dates only what both say is compared. */
function together(one: Stay, other: Stay): Years | null {
  if (one.from === null || other.from === null) return null;
  if (isBefore(one.until, other.from) || isBefore(other.until, one.from)) return null;
  const ends = [one.until, other.until].flatMap((end) => (end === null ? [] : [year(end)]));
  return {
    from: Math.max(year(one.from), year(other.from)),
    until: ends.length > 0 ? Math.min(...ends) : null,
  };
}

function isBefore(end: string | null, start: string): boolean {
  if (end === null) return false;
  const known = Math.min(end.length, start.length);
  return end.slice(0, known) < start.slice(0, known);
}

const year = (date: string): number => Number(date.slice(0, 4));

const LASTING = 1000;
const length = ({ years }: SharedStay): number =>
  years === null ? 0 : years.until === null ? LASTING : years.until - years.from + 1;
