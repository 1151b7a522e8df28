/** How the two labels of a line are kept apart; the first line that says something decides for the whole file. */
export type Separator = 'blank' | 'comma';

export type Cells = readonly [one: string, other: string];

export const isComment = (line: string): boolean => line === '' || line.startsWith('#');

export const separatorOf = (firstLine: string): Separator => (firstLine.includes(',') ? 'comma' : 'blank');

/** A cell of RFC 4180: between quotation marks, where "" is one of them, or plain. */
const CELL = /\s*(?:"((?:[^"]|"")*)"|([^",]*))\s*/.source;
const PAIR = new RegExp(`^${CELL},${CELL}$`);

/** The two labels of a line, or undefined when it does not hold exactly two. */
export function cellsOf(line: string, separator: Separator): Cells | undefined {
  if (separator === 'blank') {
    const [one, other, ...more] = line.split(/[ \t]+/);
    return one && other && more.length === 0 ? [one, other] : undefined;
  }
  const match = PAIR.exec(line);
  if (!match) return undefined;
  const [, quoted, plain = '', otherQuoted, otherPlain = ''] = match;
  return [quoted?.replaceAll('""', '"') ?? plain, otherQuoted?.replaceAll('""', '"') ?? otherPlain];
}

const HEADERS = new Set(['source,target', 'from,to', 'src,dst']);

/**
 * Whether the first line of a CSV names its columns: it uses names that everybody uses, or no number where the next line has
 * two. Anything else is an edge.
 */
export function isHeader(first: Cells, next: Cells | undefined): boolean {
  if (HEADERS.has(first.join().toLowerCase())) return true;
  return next !== undefined && !first.some(isNumber) && next.every(isNumber);
}

const isNumber = (cell: string): boolean => /^\d+$/.test(cell);
