import { badArgument } from '../graphql/page';
import { nameTerm, words } from '../members/member-term.rules';
import { filterPrefixes } from '../members/search.service';
import type { ConnectionSearch } from './connection-reader';

const MOST_WORDS = 5;

/** The beginnings of terms that a connection must have: every word of the query in the name, and every field of the filter. */
export function prefixesOf({ query, filter }: ConnectionSearch): string[] {
  const asked = [...new Set(words(query ?? ''))];
  if (asked.length > MOST_WORDS) throw badArgument('query', `Search for at most ${MOST_WORDS} words.`);
  if (asked.length === 0 && query?.trim()) throw badArgument('query', 'Search for at least one word.');
  return [...asked.map(nameTerm), ...filterPrefixes(filter ?? null)];
}
