/** What a member is found by. */
export interface Findable {
  readonly handle: string;
  readonly name: string;
  readonly headline: string | null;
  readonly industry: string | null;
  readonly location: string | null;
  readonly titles: readonly string[];
  readonly companies: readonly string[];
  readonly skills: readonly string[];
}

/** Fields that can be filtered by; each has terms of its own, which begin with its letter and a colon. */
const FIELDS = { industry: 'i', company: 'c', skill: 's', location: 'l' } as const;
export type FilterField = keyof typeof FIELDS;
export const FILTER_FIELDS = ['industry', 'company', 'skill', 'location'] as const satisfies FilterField[];

const LONGEST = 64;
const SHORTEST_WORD = 2;
/** One letter of an alphabet says too little; one character of these scripts is a name. */
const SPEAKING = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export const isLongEnough = (word: string): boolean => word.length >= SHORTEST_WORD || SPEAKING.test(word);

/** Words without case and accents. `+` and `#` stay where a word ends in them: c++, c#. */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '');
  return plain.match(/[\p{L}\p{M}\p{N}]+[+#]*/gu) ?? [];
}

/**
 * All terms of a member. A word is one term; a word of the name is a second one, which ranks above; a field that can be
 * filtered by has its phrases from each word on, so that any run of its words is found.
 */
export function termsOf(member: Findable): Set<string> {
  const { handle, name, headline, industry, location, titles, companies, skills } = member;
  const plain = [name, handle, headline ?? '', ...titles, ...companies, ...skills].flatMap(words);
  return new Set([
    ...plain.filter(isLongEnough).map(cut),
    ...words(name).map(nameTerm),
    ...phrases('industry', industry === null ? [] : [industry]),
    ...phrases('location', location === null ? [] : [location]),
    ...phrases('company', companies),
    ...phrases('skill', skills),
  ]);
}

/** The beginning of a term that a word of a query must have; in the name, and anywhere. */
export const nameTerm = (word: string): string => cut(`n:${word}`);
export const wordTerm = (word: string): string => cut(word);

/** The beginning of a term that a filter asks for, or undefined when its text has no word. */
export function filterTerm(field: FilterField, text: string): string | undefined {
  const phrase = words(text);
  return phrase.length === 0 ? undefined : cut(`${FIELDS[field]}:${phrase.join(' ')}`);
}

function phrases(field: FilterField, texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const all = words(text);
    return all.map((_, from) => cut(`${FIELDS[field]}:${all.slice(from).join(' ')}`));
  });
}

/** Not within a character, and without a blank at the end, which some databases would not see. */
function cut(term: string): string {
  return term.length <= LONGEST ? term : Array.from(term).slice(0, LONGEST).join('').trimEnd();
}
