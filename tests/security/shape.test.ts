import { getIntrospectionQuery } from 'graphql';
import type { SocketClient as Client } from '../kit/socket-client';
import { SocketClient } from '../kit/socket-client';
import { SseClient } from '../kit/sse-client';
import { startToy, type Toy } from '../kit/toy';

/** What is refused, and by which limit or code. */
interface Refusal {
  readonly code: string;
  readonly limit?: string | undefined;
  readonly count: number;
}

type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Refusal>;

let toy: Toy;
let socket: Client;
let asked = 0;

beforeAll(async () => {
  toy = await startToy({
    NODE_ENV: 'production',
    AUTH_SECRET: 'a secret that is long enough, 0123456789',
    MAX_TOKENS: '1000',
    DRAIN_SECONDS: '2',
  });
  socket = await SocketClient.connect(toy.server.url, toy.token(1));
});

afterAll(async () => {
  await socket.close();
  await toy.server.stop();
});

interface Shown {
  readonly extensions: { readonly code: string; readonly limit?: string };
}

const overHttp: Ask = async (query, variables = {}) => {
  const { errors } = await toy.http.query(query, variables, { token: toy.token(1) });
  return { code: errors[0]?.extensions.code ?? 'none', limit: errors[0]?.extensions.limit, count: errors.length };
};

const overWebSocket: Ask = async (query, variables = {}) => {
  const { type, payload } = await socket.ask(`op-${asked++}`, query, variables);
  const errors: Shown[] = type === 'error' && Array.isArray(payload) ? payload : [];
  return { code: errors[0]?.extensions.code ?? 'none', limit: errors[0]?.extensions.limit, count: errors.length };
};

const overSse: Ask = async (query, variables = {}) => {
  const client = await SseClient.ask(toy.server.url, toy.token(1), { query, variables });
  const { errors = [] } = await client.hears<{ errors?: readonly Shown[] }>('next');
  return { code: errors[0]?.extensions.code ?? 'none', limit: errors[0]?.extensions.limit, count: errors.length };
};

const times = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const nested = (depth: number) => `{ me ${'{ friend '.repeat(depth - 2)}{ id }${' }'.repeat(depth - 2)} }`;
const limited = (limit: string) => ({ code: 'LIMIT_EXCEEDED', limit, count: 1 });
const invalid = (count = 1) => ({ code: 'GRAPHQL_VALIDATION_FAILED', limit: undefined, count });
const fine = { code: 'none', limit: undefined, count: 0 };

describe.each([
  ['HTTP', (query: string, variables?: Record<string, unknown>) => overHttp(query, variables)],
  ['WebSocket', (query: string, variables?: Record<string, unknown>) => overWebSocket(query, variables)],
  ['SSE', (query: string, variables?: Record<string, unknown>) => overSse(query, variables)],
])('over %s', (_transport, ask) => {
  test('15 aliases are answered, and 16 are refused', async () => {
    expect(await ask(`{ ${times(15, (n) => `a${n}: echo`)} }`)).toEqual(fine);
    expect(await ask(`{ ${times(16, (n) => `a${n}: echo`)} }`)).toEqual(limited('aliases'));
  });

  test('aliases are counted in fragments as often as they are spread', async () => {
    const fragment = 'fragment F on Person { b: name }';
    expect(await ask(`{ ${times(8, (n) => `a${n}: me { ...F }`)} } ${fragment}`)).toEqual(limited('aliases'));
  });

  test('16 aliased changes are refused before the first is made', async () => {
    const before = toy.touches();
    expect(await ask(`mutation { ${times(16, (n) => `a${n}: touch(input: { key: 1 })`)} }`)).toEqual(
      limited('aliases'),
    );
    expect(toy.touches()).toBe(before);
  });

  test('14 levels are answered, and 15 are refused', async () => {
    expect(await ask(nested(14))).toEqual(fine);
    expect(await ask(nested(15))).toEqual(limited('levels of depth'));
  });

  test('a level hidden in fragments is a level', async () => {
    const fragments = times(13, (n) => `fragment F${n} on Person { friend { ...F${n + 1} } }`);
    expect(await ask(`{ me { ...F0 } } ${fragments} fragment F13 on Person { id }`)).toEqual(
      limited('levels of depth'),
    );
  });

  test('one field asked for 500 times is refused without comparing the 125,000 pairs', async () => {
    expect(await ask(`{ me { ${times(500, () => 'id')} } }`)).toEqual(limited('repetitions'));
    expect(await ask(`{ ${times(40, () => 'me { id id }')} }`)).toEqual(limited('repetitions'));
    expect(await ask(`{ me { ${times(60, () => 'id')} } }`)).toEqual(fine);
  });

  test('51 directives are refused', async () => {
    expect(await ask(`{ me { ${times(50, (n) => `${'id name'.split(' ')[n % 2]} @skip(if: false)`)} } }`)).toEqual(
      fine,
    );
    expect(await ask(`{ me { ${times(51, (n) => `${'id name'.split(' ')[n % 2]} @skip(if: false)`)} } }`)).toEqual(
      limited('directives'),
    );
  });

  test('ten unknown directives are told of once', async () => {
    expect(await ask(`{ me { id ${times(10, (n) => `@unknown${n}`)} } }`)).toEqual(invalid());
  });

  test('a document of more than 1,000 tokens is not parsed to its end', async () => {
    expect(await ask(`{ me { ${times(1000, () => 'id')} } }`)).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
  });

  test('a document of more than 16 KB is not parsed at all, not even one of comments', async () => {
    expect(await ask(`{ me { id } } ${'#\n'.repeat(8200)}`)).toEqual(limited('document'));
    expect(await ask(`{ me { id } } ${'#\n'.repeat(8000)}`)).toEqual(fine);
  });

  test('a bomb of nested fragments is defused', async () => {
    const bomb = (width: number, levels: number) =>
      `{ me { ...F0 } } ${times(levels, (n) => `fragment F${n} on Person { ${times(width, () => `friend { ...F${n + 1} }`)} }`)} fragment F${levels} on Person { id }`;
    expect(await ask(bomb(2, 40))).toEqual(limited('levels of depth'));
    expect(await ask(bomb(12, 12))).toMatchObject({ code: expect.stringMatching('LIMIT_EXCEEDED|none') });
    const flat = times(60, (n) => `fragment F${n} on Person { id ...F${n + 1} ...F${n + 1} }`);
    expect(await ask(`{ me { ...F0 } } ${flat} fragment F60 on Person { id }`)).toEqual(limited('repetitions'));
  });

  test('fragments in a circle are refused', async () => {
    const circle = 'fragment A on Person { friend { ...B } } fragment B on Person { friend { ...A } }';
    expect(await ask(`{ me { ...A } } ${circle}`)).toMatchObject(invalid());
  });

  test('pages within pages are refused before they are read, also where variables say how large', async () => {
    const pages =
      'query P($first: Int) { people(first: $first) { edges { node { friends(first: $first) { total edges { node { id } } } } } } }';
    expect(await ask(pages, { first: 10 })).toEqual(fine);
    expect(await ask(pages, { first: 100 })).toEqual(limited('cost'));
    expect(await ask(pages.replaceAll('$first)', '100)').replace('($first: Int)', ''))).toEqual(limited('cost'));
  });

  test('pages of which only the count is selected cost what they hold', async () => {
    const pages = (first: number) =>
      `{ people(first: ${first}) { edges { node { friends(first: ${first}) { total } } } } }`;
    expect(await ask(pages(10))).toEqual(fine);
    expect(await ask(pages(100))).toEqual(limited('cost'));
  });

  test('the schema is not told where introspection is off, nor by suggestions', async () => {
    expect(await ask(getIntrospectionQuery({ descriptions: false }))).toMatchObject({
      code: expect.not.stringMatching('none'),
    });
    expect(await ask('{ __schema { queryType { name } } }')).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect(await ask('{ __typename }')).toEqual(fine);
  });

  test('names that mean something to JavaScript mean nothing', async () => {
    expect(
      await ask('query constructor($constructor: String) { echo(text: $constructor) }', { constructor: 'x' }),
    ).toEqual(fine);
    expect(await ask('query ($__proto__: String) { echo(text: $__proto__) }')).toEqual(fine);
  });

  test('a variable of the wrong type is refused with its name', async () => {
    expect(await ask('query ($n: Int) { echo(number: $n) }', { n: 'many' })).toEqual({
      code: 'BAD_USER_INPUT',
      limit: undefined,
      count: 1,
    });
  });
});

test('a misspelt field is not completed where introspection is off', async () => {
  const { errors } = await toy.http.query('{ peple { total } }');
  expect(errors[0]?.message).toBe('Cannot query field "peple" on type "Query".');
});

test('a developer is helped with a misspelt field, and reads the whole schema', async () => {
  const open = await startToy();
  const { errors } = await open.http.query('{ peple { total } }');
  expect(errors[0]?.message).toContain('Did you mean "people"');
  const { data } = await open.http.query(getIntrospectionQuery());
  expect(data).toHaveProperty('__schema.types');
  const twice =
    'query T { __schema { types { ...D } } } fragment D on __Type { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } } } } }';
  expect((await open.http.query(twice)).errors).toEqual([]);
  await open.server.stop();
});

test('a client learns what its question costs', async () => {
  const { extensions } = await toy.http.query('{ people(first: 50) { edges { node { id } } } }');
  expect(extensions.cost).toBe(101);
});

test('a bundle of operations is refused', async () => {
  const response = await toy.http.post('[{"query":"{ __typename }"},{"query":"{ __typename }"}]', {
    'content-type': 'application/json',
  });
  expect(response.status).toBe(400);
});

test('a client that leaves a size to the schema pays for the size it gets', async () => {
  const { extensions, data } = await toy.http.query<{ crowd: { edges: unknown[] } }>(
    '{ crowd { edges { node { id } } } }',
  );
  expect([data.crowd.edges.length, extensions.cost]).toEqual([50, 101]);
});
