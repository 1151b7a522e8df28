import { InvalidInput } from '../errors';
import type { ProfileChange } from './profile';
import { accomplishment, education, position, skill } from './profile-entry.rules';
import { storedPurposes } from './purpose';
import { checkedText, checkedUrl, requiredText } from './text.rules';
import type { UpdateProfileInput } from './update-profile.input';

const MOST_ENTRIES = { positions: 50, education: 20, skills: 50, accomplishments: 50 } as const;
const NAME = { most: 120 };
const HEADLINE = { most: 220 };
const INDUSTRY = { most: 100 };
const LOCATION = { most: 120 };
const URL_TEXT = { most: 500 };
const SUMMARY = { most: 3000, prose: true };
const GOAL = { most: 1000, prose: true };

type Path = readonly string[];
const at = (...parts: Path): Path => ['input', ...parts];

export const checkedName = (name: string | null): string => requiredText(name, at('name'), NAME);

export const checkedHeadline = (headline: string | null): string | null =>
  checkedText(headline, at('headline'), HEADLINE);

/** Null empties a field, an absent one stays. Throws `InvalidInput` naming the first field that is not acceptable. */
export function checkProfile(input: UpdateProfileInput): ProfileChange {
  return {
    columns: given({
      name: ifGiven(input.name, checkedName),
      headline: ifGiven(input.headline, checkedHeadline),
      summary: ifGiven(input.summary, (text) => checkedText(text, at('summary'), SUMMARY)),
      industry: ifGiven(input.industry, (text) => checkedText(text, at('industry'), INDUSTRY)),
      location: ifGiven(input.location, (text) => checkedText(text, at('location'), LOCATION)),
      photoUrl: ifGiven(input.photoUrl, (text) => checkedUrl(text, at('photoUrl'), URL_TEXT)),
      careerGoal: ifGiven(input.careerGoal, (text) => checkedText(text, at('careerGoal'), GOAL)),
      seeking: ifGiven(input.seeking, (purposes) => storedPurposes(purposes ?? [])),
      offering: ifGiven(input.offering, (purposes) => storedPurposes(purposes ?? [])),
    }),
    lists: given({
      positions: ifGiven(input.positions, (list) => checkedList('positions', list, position)),
      education: ifGiven(input.education, (list) => checkedList('education', list, education)),
      skills: ifGiven(input.skills, (list) => withoutRepeats(checkedList('skills', list, skill))),
      accomplishments: ifGiven(input.accomplishments, (list) => checkedList('accomplishments', list, accomplishment)),
    }),
  };
}

function ifGiven<In, Out>(value: In | undefined, check: (value: In) => Out): Out | undefined {
  return value === undefined ? undefined : check(value);
}

/** Without the fields that are undefined. */
function given<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const kept: { [Name in keyof T]?: T[Name] } = { ...fields };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}

function checkedList<In, Out>(
  field: keyof typeof MOST_ENTRIES,
  list: readonly In[] | null,
  check: (entry: In, path: Path) => Out,
): Out[] {
  const most = MOST_ENTRIES[field];
  if (list && list.length > most) throw new InvalidInput(at(field), `At most ${most} entries are allowed here.`);
  return (list ?? []).map((entry, index) => check(entry, at(field, String(index))));
}

/** The first of equal names stays, whatever its capitals. */
function withoutRepeats(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}
