import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { DataSource } from 'typeorm';
import { type Ordering, type Page, type PageArguments, pageQuery, toPage } from '../../src/graphql/page';

interface Row {
  readonly day: number;
  readonly name: string;
  readonly id: number;
}

/** A list in a real database, and the pages of it that a client gets. */
class List {
  private constructor(
    private readonly source: DataSource,
    private readonly ordering: Ordering,
  ) {}

  static async of(rows: readonly Row[], ordering: Ordering): Promise<List> {
    const source = await new DataSource({ type: 'better-sqlite3', database: ':memory:' }).initialize();
    await source.query('CREATE TABLE list (day INTEGER, name TEXT, id INTEGER)');
    for (const { day, name, id } of rows) await source.query('INSERT INTO list VALUES (?, ?, ?)', [day, name, id]);
    return new List(source, ordering);
  }

  async page(args: PageArguments): Promise<Page<Row & { cursor: string }>> {
    const query = pageQuery(args, this.ordering, 100);
    const rows: Row[] = await this.source.query(`SELECT * FROM list WHERE ${query.where} ${query.orderBy}`, [
      ...query.parameters,
    ]);
    return toPage(
      query,
      rows,
      ({ day, name, id }) => [day, name, id],
      (row) => row,
      async () => 0,
    );
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}

const ordering = (descending: boolean): Ordering => ({ name: 'list', columns: ['day', 'name', 'id'], descending });

/** Many rows alike, so that every column of the key decides somewhere. */
const rowsArbitrary = fc
  .array(fc.record({ day: fc.nat(2), name: fc.constantFrom('', 'a', 'B', 'ä') }), { maxLength: 30 })
  .map((rows) => rows.map((row, id) => ({ ...row, id })));

const compare = (one: Row, other: Row) =>
  one.day - other.day || Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)) || one.id - other.id;

test('Whichever way a list is paged through, everything comes once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      rowsArbitrary,
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 1, max: 7 }),
      async (rows, descending, backward, size) => {
        const list = await List.of(rows, ordering(descending));
        const seen: number[] = [];
        for (let cursor: string | undefined, more = true; more; ) {
          const page = await list.page(backward ? { last: size, before: cursor } : { first: size, after: cursor });
          const ids = page.edges.map(({ id }) => id);
          if (backward) seen.unshift(...ids);
          else seen.push(...ids);
          const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
          // There is something behind us exactly when we come from somewhere.
          expect(backward ? hasNextPage : hasPreviousPage).toBe(cursor !== undefined);
          more = backward ? hasPreviousPage : hasNextPage;
          expect(!more || ids.length === size).toBe(true);
          cursor = (backward ? startCursor : endCursor) ?? undefined;
        }
        await list.close();
        const sorted = rows.toSorted(compare);
        expect(seen).toEqual((descending ? sorted.toReversed() : sorted).map(({ id }) => id));
      },
    ),
  );
});

test('A page goes on in the right place when the row it ended with is gone and others have come', async () => {
  const row = (id: number) => ({ day: 0, name: '', id });
  const before = await List.of([1, 3, 5, 7].map(row), ordering(false));
  const { endCursor } = (await before.page({ first: 2 })).pageInfo;
  const after = await List.of([1, 2, 4, 7].map(row), ordering(false));
  const next = await after.page({ first: 5, after: endCursor ?? undefined });
  expect(next.edges.map(({ id }) => id)).toEqual([4, 7]);
  await before.close();
  await after.close();
});

test.each<[string, PageArguments, string]>([
  ['nothing', { first: 0 }, 'first'],
  ['fewer than nothing', { last: -1 }, 'last'],
  ['too much', { first: 101 }, 'first'],
  ['both ends', { first: 1, last: 1 }, 'last'],
  ['what comes after, from the end', { last: 1, after: 'x' }, 'after'],
  ['what comes before, from the start', { first: 1, before: 'x' }, 'before'],
  ['what follows garbage', { after: 'garbage' }, 'after'],
  ['what precedes garbage', { last: 1, before: '' }, 'before'],
  ['what follows a cursor of another list', { after: keyed('other', 1, 'a', 1) }, 'after'],
  ['what follows a key too short', { after: keyed('list', 1, 'a') }, 'after'],
  ['what follows a key of other things', { after: keyed('list', 1, null, {}) }, 'after'],
])('Whoever asks for %s is told which argument is wrong', (_what, args, argument) => {
  expect.assertions(2);
  try {
    pageQuery(args, ordering(false), 100);
  } catch (error) {
    expect(error).toBeInstanceOf(GraphQLError);
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
  }
});

function keyed(...key: unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
