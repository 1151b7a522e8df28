import { GraphQLError } from 'graphql';
import type { SqlValue } from '../database/database';

/** Arguments of a Relay page, as the client sent them. */
export interface PageArguments {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
  readonly last?: number | undefined;
  readonly before?: string | undefined;
}

/** How a list is ordered: columns that together are unique, all in one direction. */
export interface Ordering {
  /** Names the ordering in cursors, so that a cursor of another list is refused. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly descending: boolean;
}

type Key = readonly (string | number)[];

/** What to ask the database for: put `where` among the conditions, `parameters` after theirs, `orderBy` at the end. */
export interface PageQuery {
  readonly ordering: Ordering;
  readonly size: number;
  readonly backward: boolean;
  readonly resumed: boolean;
  /** The cursor's values of the ordering's columns; undefined without a cursor. */
  readonly key: Key | undefined;
  readonly where: string;
  readonly parameters: readonly SqlValue[];
  /** `ORDER BY … LIMIT n`, with one row more than the page holds. */
  readonly orderBy: string;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** One page in Relay's shape. */
export interface Page<E> {
  readonly edges: readonly E[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: Promise<number>;
}

/** A page of a list that is counted only when a client selects `totalCount`. */
export class CountedPage<E> implements Page<E> {
  constructor(
    readonly edges: readonly E[],
    readonly pageInfo: Page<E>['pageInfo'],
    private readonly count: () => Promise<number>,
  ) {}

  get totalCount(): Promise<number> {
    return this.count();
  }
}

const DEFAULT_SIZE = 20;

/** Turns page arguments into a keyset query. Throws BAD_USER_INPUT naming the argument that is wrong. */
export function pageQuery(args: PageArguments, ordering: Ordering, largest: number): PageQuery {
  const { first, after, last, before } = withoutNulls(args);
  const backward = last !== undefined;
  if (backward && first !== undefined) throw badArgument('last', 'Use either "first" or "last", not both.');
  if (backward && after !== undefined)
    throw badArgument('after', '"after" goes with "first"; use "before" with "last".');
  if (!backward && before !== undefined) throw badArgument('before', '"before" goes with "last".');
  const size = (backward ? last : first) ?? DEFAULT_SIZE;
  if (size < 1 || size > largest) throw badArgument(backward ? 'last' : 'first', `Ask for 1 to ${largest} at once.`);
  const cursor = backward ? before : after;
  const key = cursor === undefined ? undefined : decodeKey(cursor, ordering, backward ? 'before' : 'after');
  const descending = ordering.descending !== backward;
  const direction = descending ? 'DESC' : 'ASC';
  return {
    ordering,
    size,
    backward,
    resumed: key !== undefined,
    key,
    ...beyond(key, ordering.columns, descending ? '<' : '>'),
    orderBy: `ORDER BY ${ordering.columns.map((c) => `${c} ${direction}`).join(', ')} LIMIT ${size + 1}`,
  };
}

/** Relay's clients send `after: null` for the first page. */
function withoutNulls({ first, after, last, before }: PageArguments) {
  return { first: first ?? undefined, after: after ?? undefined, last: last ?? undefined, before: before ?? undefined };
}

/** Makes the page from the rows that the query found. `keyOf` gives a row's values of the ordering's columns. */
export function toPage<Row, E extends object>(
  query: PageQuery,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  edgeOf: (row: Row) => E,
  count: () => Promise<number>,
): Page<E & { cursor: string }> {
  const more = rows.length > query.size;
  const shown = rows.slice(0, query.size);
  if (query.backward) shown.reverse();
  const edges = shown.map((row) => ({ ...edgeOf(row), cursor: encodeKey(query.ordering, keyOf(row)) }));
  const pageInfo = {
    hasNextPage: query.backward ? query.resumed : more,
    hasPreviousPage: query.backward ? more : query.resumed,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return new CountedPage(edges, pageInfo, count);
}

/** The page with a node on each edge; still counted only when a client selects it. */
export async function withNodes<E, Node>(
  page: Page<E>,
  load: (edge: E) => Promise<Node>,
): Promise<Page<E & { node: Node }>> {
  const edges = await Promise.all(page.edges.map(async (edge) => ({ ...edge, node: await load(edge) })));
  return new CountedPage(edges, page.pageInfo, () => page.totalCount);
}

/** `(a, b) > (x, y)` in the form that both engines answer from an index: `a >= x AND (a > x OR b > y)`. */
function beyond(
  key: Key | undefined,
  columns: readonly string[],
  sign: '<' | '>',
): { where: string; parameters: SqlValue[] } {
  if (key === undefined) return { where: '1 = 1', parameters: [] };
  const [column, ...rest] = columns;
  const [value, ...others] = key;
  if (column === undefined || value === undefined) return { where: '1 = 0', parameters: [] };
  if (rest.length === 0) return { where: `${column} ${sign} ?`, parameters: [value] };
  const tail = beyond(others, rest, sign);
  return {
    where: `${column} ${sign}= ? AND (${column} ${sign} ? OR (${tail.where}))`,
    parameters: [value, value, ...tail.parameters],
  };
}

/** The cursor of the row that has these values of the ordering's columns. */
export function encodeKey(ordering: Ordering, key: Key): string {
  return Buffer.from(JSON.stringify([ordering.name, ...key])).toString('base64url');
}

/** The name of the ordering that a cursor belongs to, or undefined when it is not one. */
export function cursorName(cursor: string): string | undefined {
  const parsed = decode(cursor);
  return Array.isArray(parsed) && typeof parsed[0] === 'string' ? parsed[0] : undefined;
}

function decodeKey(cursor: string, ordering: Ordering, argument: string): Key {
  const refuse = () =>
    badArgument(argument, "This is not a cursor of this list. Use `endCursor` or an edge's `cursor`.");
  const parsed = decode(cursor);
  if (!Array.isArray(parsed) || parsed.length !== ordering.columns.length + 1 || parsed[0] !== ordering.name)
    throw refuse();
  const key: unknown[] = parsed.slice(1);
  const usable = (part: unknown): part is string | number => typeof part === 'string' || Number.isSafeInteger(part);
  if (!key.every(usable)) throw refuse();
  return key;
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

export function badArgument(argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}
