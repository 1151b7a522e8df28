import { InvalidInput } from '../errors';
import type { AccomplishmentEntry, EducationEntry, PositionEntry } from './profile';
import { checkedText, checkedUrl, requiredText } from './text.rules';
import type { AccomplishmentInput, EducationInput, PositionInput } from './update-profile.input';

const ORGANISATION = { most: 150 };
const PLACE = { most: 120 };
const SKILL = { most: 80 };
const ACHIEVEMENT = { most: 200 };
const URL_TEXT = { most: 500 };
const DESCRIPTION = { most: 2000, prose: true };

type Path = readonly string[];

export function position(entry: PositionInput, path: Path): PositionEntry {
  return {
    title: requiredText(entry.title, [...path, 'title'], ORGANISATION),
    company: requiredText(entry.company, [...path, 'company'], ORGANISATION),
    ...period(entry, path),
    location: checkedText(entry.location ?? null, [...path, 'location'], PLACE),
    description: checkedText(entry.description ?? null, [...path, 'description'], DESCRIPTION),
  };
}

export function education(entry: EducationInput, path: Path): EducationEntry {
  return {
    school: requiredText(entry.school, [...path, 'school'], ORGANISATION),
    degree: checkedText(entry.degree ?? null, [...path, 'degree'], ORGANISATION),
    field: checkedText(entry.field ?? null, [...path, 'field'], ORGANISATION),
    ...period(entry, path),
  };
}

export const skill = (name: string, path: Path): string => requiredText(name, path, SKILL);

export function accomplishment(entry: AccomplishmentInput, path: Path): AccomplishmentEntry {
  return {
    title: requiredText(entry.title, [...path, 'title'], ACHIEVEMENT),
    description: checkedText(entry.description ?? null, [...path, 'description'], DESCRIPTION),
    date: entry.date ?? null,
    url: checkedUrl(entry.url ?? null, [...path, 'url'], URL_TEXT),
  };
}

type Period = Pick<PositionEntry, 'startedOn' | 'endedOn'>;

/** Partial dates compare as far as both are known: what began in 2020-05 may have ended in 2020. */
function period({ startedOn = null, endedOn = null }: Partial<Period>, path: Path): Period {
  const known = Math.min(startedOn?.length ?? 0, endedOn?.length ?? 0);
  if (startedOn !== null && endedOn !== null && endedOn.slice(0, known) < startedOn.slice(0, known))
    throw new InvalidInput([...path, 'endedOn'], 'This must not be before `startedOn`.');
  return { startedOn, endedOn };
}
