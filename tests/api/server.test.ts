import { SocketClient } from '../kit/socket-client';
import { startApp, type TestApp } from '../kit/start-app';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

const get = (path: string) => fetch(app.app.url + path);

test('a load balancer learns that the process lives and may be sent requests', async () => {
  expect((await get('/livez')).status).toBe(200);
  expect((await get('/readyz')).status).toBe(200);
});

test('a load balancer learns that the schema is older than the program', async () => {
  const rows = await app.app.database.query<{ id: number; name: string; timestamp: number }>(
    'SELECT id, name, timestamp FROM migration',
  );
  await app.app.database.run('DELETE FROM migration');
  const response = await get('/readyz');
  expect([response.status, await response.json()]).toEqual([
    503,
    { status: 'unavailable', missing: ['migrations that have not been run'] },
  ]);
  for (const { id, name, timestamp } of rows)
    await app.app.database.run('INSERT INTO migration (id, name, timestamp) VALUES (?, ?, ?)', [id, name, timestamp]);
  expect((await get('/readyz')).status).toBe(200);
});

test('an operator reads what was counted', async () => {
  const ada = await app.people.signUp('Ada Lovelace');
  await ada.asks('{ viewer { email } }');
  const text = await (await get('/metrics')).text();
  expect(text).toMatch(
    /^graphql_operation_duration_seconds_count\{transport="http",type="query",outcome="ok"\} [1-9]/m,
  );
  expect(text).toMatch(/^http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} [1-9]/m);
  for (const name of ['deliveries_total', 'bells_failed_total', 'commands_total', 'batches_total', 'sockets'])
    expect(text).toContain(`# TYPE ${name} `);
});

test('an answer and the log share a request id, the client’s own if it gave one', async () => {
  const ask = (headers: Record<string, string>) => app.http.query('{ __typename }', {}, { headers });
  expect((await ask({ 'x-request-id': 'from-the-phone' })).headers.get('x-request-id')).toBe('from-the-phone');
  const made = (await ask({ 'x-request-id': 'no good\tid' })).headers.get('x-request-id');
  expect(made).toMatch(/^[\w-]{6,}$/);
  expect(app.log.some((line) => line.includes(`"requestId":"${made}"`))).toBe(true);
});

test('nothing is where nothing is', async () => {
  const response = await get('/nowhere');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  expect((await get('/')).status).toBe(404);
});

test('Grace hears live what Alan sends, and both are connected when she accepts', async () => {
  const grace = await app.people.signUp('Grace Hopper');
  const alan = await app.people.signUp('Alan Turing');
  await grace.listens();
  const id = await alan.sends(grace, { note: 'Your compiler made my week.' });
  const { invitation } = await grace.hears('INVITATION_RECEIVED');
  expect(invitation).toMatchObject({ id, note: 'Your compiler made my week.', sender: { id: alan.id } });
  await alan.listens();
  await grace.accepts(id);
  expect((await alan.hears('CONNECTION_CREATED')).edge?.node.id).toBe(grace.id);
  expect((await grace.hears('CONNECTION_CREATED')).edge?.node.id).toBe(alan.id);
});

test('Ada signs out on one device, and her sockets of that session end', async () => {
  const ada = await app.people.signUp('Ada Lovelace');
  const socket = await SocketClient.connect(app.app.url, ada.token);
  socket.subscribe('events', 'subscription { events { __typename } }');
  await socket.hears('next');
  await ada.asks('mutation { signOut { errors { code } } }');
  expect(await socket.closed()).toMatchObject({ code: 4403 });
});

test("Ada's socket ends when her token expires, and she hears nothing more", async () => {
  const ada = await app.people.signUp('Ada Lovelace');
  const socket = await SocketClient.connect(app.app.url, ada.token);
  app.clock.advance(16 * 60_000);
  expect(await socket.closed()).toMatchObject({ code: 4403 });
});

test('a list is read with a known number of statements', async () => {
  const ada = await app.people.signUp('Ada Lovelace');
  const statements = await app.queries.during(() => ada.asks('{ viewer { member { name } } }'));
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.every((statement) => statement.startsWith('SELECT'))).toBe(true);
});
