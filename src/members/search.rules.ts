import { badArgument } from '../graphql/page';
import type { MemberFilter } from './member-filter.input';
import { FILTER_FIELDS, filterTerm, isLongEnough, words, wordTerm } from './member-term.rules';

const MOST_WORDS = 5;

/** How some term of a member must begin, for each word of a query and each field of a filter. Throws BAD_USER_INPUT. */
export function searchPrefixes(text: string, filter: MemberFilter | null): string[] {
  const asked = [...new Set(words(text))];
  if (asked.length > MOST_WORDS) throw badArgument('query', `Search for at most ${MOST_WORDS} words.`);
  if (!asked.every(isLongEnough)) throw badArgument('query', 'Each word needs at least 2 characters.');
  return [...asked.map(wordTerm), ...filterPrefixes(filter)];
}

export function filterPrefixes(filter: MemberFilter | null): string[] {
  return FILTER_FIELDS.flatMap((field) => {
    const value = filter?.[field];
    if (value === undefined || value === null) return [];
    const prefix = filterTerm(field, value);
    if (prefix === undefined) throw badArgument('filter', `There is no word in "${field}".`);
    return [prefix];
  });
}
