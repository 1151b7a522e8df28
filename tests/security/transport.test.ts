import { gzipSync } from 'node:zlib';
import { startToy, type Toy } from '../kit/toy';

const JSON_TYPE = { 'content-type': 'application/json' };
const PAGE = 'https://app.example';

let toy: Toy;

beforeAll(async () => {
  toy = await startToy({ CORS_ORIGINS: PAGE });
});

afterAll(() => toy.server.stop());

const touch = 'mutation { touch(input: { key: 1 }) }';
const body = (query: string) => JSON.stringify({ query });

test('a body of more than 128 KB is refused as too large', async () => {
  const answers = await Promise.all(
    [131_072, 131_073].map((size) => toy.http.post(body('{ __typename }').padEnd(size), JSON_TYPE)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 413]);
});

test('a compressed body is refused before it can unfold', async () => {
  const response = await toy.http.post(new Uint8Array(gzipSync(body('{ __typename }'))), {
    ...JSON_TYPE,
    'content-encoding': 'gzip',
  });
  expect(response.status).toBe(415);
});

test.each([
  ['utf-8', 200],
  ['UTF-8', 200],
  ['"utf-8"', 200],
  ['utf-16', 415],
  ['iso-8859-1', 415],
  ['ibm500', 415],
])('a body that claims to be %s is answered by %i', async (charset, status) => {
  const response = await toy.http.post(body('{ __typename }'), {
    'content-type': `application/json; charset=${charset}`,
  });
  expect(response.status).toBe(status);
});

test.each([
  ['text that is no JSON', '{"query":'],
  ['nothing', ''],
  ['a number', '7'],
  ['a query that is no text', '{"query":{"kind":"Document"}}'],
  ['variables that are a list', '{"query":"{ __typename }","variables":[1]}'],
  ['half a surrogate pair', '{"query":"query ($t: String) { echo(text: $t) }","variables":{"t":"\\ud83d"}}'],
  ['a poisoned prototype', '{"query":"{ __typename }","variables":{"__proto__":{"admin":true}}}'],
  ['an operation id instead of an operation', '{"id":"constructor"}'],
])('%s is refused in words, not by a crash', async (_what, text) => {
  const response = await toy.http.post(text, JSON_TYPE);
  expect(response.status).toBe(400);
  expect(await response.json()).toHaveProperty('errors.0.message');
});

test('a whole surrogate pair is a character', async () => {
  const response = await toy.http.post(
    '{"query":"query ($t: String) { echo(text: $t) }","variables":{"t":"\\ud83d\\ude00"}}',
    JSON_TYPE,
  );
  expect(await response.json()).toMatchObject({ data: { echo: '😀' } });
});

test('nothing is changed, nor read, by GET', async () => {
  const url = (query: string) => `${toy.server.url}/graphql?query=${encodeURIComponent(query)}`;
  for (const query of [touch, '{ __typename }']) {
    const response = await fetch(url(query), { headers: { 'apollo-require-preflight': 'yes' } });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  }
  expect(toy.touches()).toBe(0);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a form of a foreign page, %s, changes nothing',
  async (type) => {
    const response = await toy.http.post(body(touch), { 'content-type': type });
    expect(response.status).toBe(400);
    const preflighted = await toy.http.post(body(touch), { 'content-type': type, 'apollo-require-preflight': 'yes' });
    expect(preflighted.status).toBe(400);
    expect(toy.touches()).toBe(0);
  },
);

test('only configured pages may read answers', async () => {
  const ask = (origin: string) => toy.http.post(body('{ __typename }'), { ...JSON_TYPE, origin });
  const allowed = async (origin: string) => (await ask(origin)).headers.get('access-control-allow-origin');
  expect(await allowed(PAGE)).toBe(PAGE);
  expect(await allowed('https://app.example.evil.example')).toBeNull();
  expect(await allowed('null')).toBeNull();
});

test('clients of old get 200 and an error, clients of the standard 400', async () => {
  const status = async (accept: string, query: string) =>
    (await toy.http.query(query, {}, { headers: { accept } })).status;
  for (const query of ['{', '{ unknown }', 'query ($n: Int!) { echo(number: $n) }']) {
    expect(await status('application/json', query)).toBe(200);
    expect(await status('application/graphql-response+json', query)).toBe(400);
    expect(await status('application/graphql-response+json, application/json;q=0.9', query)).toBe(400);
  }
  expect(await status('application/graphql-response+json', '{ __typename }')).toBe(200);
});

test('a request without a token is told so by 401', async () => {
  const { status, errors } = await toy.http.query('{ me { id } }');
  expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
});

test.each(['at first', 'when it has been asked often'])(
  'a bug shows clients an id and nothing else %s, and the log the rest',
  async () => {
    for (let n = 0; n < 7; n++) {
      const { errors } = await toy.http.query('{ broken }');
      expect(JSON.stringify(errors)).not.toMatch(/hunter2|stack|\.ts/);
      expect(errors).toMatchObject([{ path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
      const line = toy.log.find(
        (text) => text.includes('masked') && text.includes(`"${errors[0]?.extensions.requestId}"`),
      );
      expect(line).toContain('hunter2');
    }
  },
);

test('a refusal of the domain keeps its code, compiled or not', async () => {
  for (let n = 0; n < 7; n++) {
    const { errors } = await toy.http.query('{ refused }');
    expect(errors).toMatchObject([{ path: ['refused'], extensions: { code: 'NOT_FOUND', path: ['id'] } }]);
  }
});

test('an answer is the same before and after its operation is compiled', async () => {
  const query =
    'query Q($first: Int = 1, $no: Boolean!) { people(first: $first) { total edges { node { id name later @skip(if: $no) friends { total } } } } }';
  const answers = [];
  for (let n = 0; n < 8; n++)
    answers.push((await toy.http.query(query, { no: n % 2 === 0 }, { operationName: 'Q' })).data);
  expect(new Set(answers.map((data) => JSON.stringify(data))).size).toBe(2);
  expect(JSON.stringify(answers[7])).toContain('"later":"later"');
});

test('nobody reads tokens in the log', async () => {
  const token = toy.token(77);
  await toy.http.query('{ broken }', {}, { token });
  expect(toy.log.join('')).not.toContain(token);
});

test('a subscription over HTTP is shown the way to the WebSocket', async () => {
  const { errors } = await toy.http.query('subscription { ticks { count } }');
  expect(errors[0]?.message).toContain('graphql-transport-ws');
});
