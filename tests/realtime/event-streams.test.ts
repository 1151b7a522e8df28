import { DEAD_WITHIN } from '../../src/server/audience';
import type { Person } from '../kit/person';
import { SocketClient } from '../kit/socket-client';
import { SseClient } from '../kit/sse-client';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { TcpProxy } from '../kit/tcp-proxy';
import { waitFor } from '../kit/wait-for';
import { EVENTS, StreamListener, type StreamMessage } from './stream-listener';

interface Next {
  readonly data: { readonly events: StreamMessage };
}

const PAGE = `query ($after: Cursor!) { eventPage(after: $after) { events { seq } cursor head } }`;

describe('the event stream as server-sent events', () => {
  let town: TestApp;
  let clients: SseClient[] = [];
  const ask = async (token: string | undefined, query: string, variables: object = {}) => {
    const client = await SseClient.ask(town.app.url, token, { query, variables });
    clients.push(client);
    return client;
  };
  const listen = (person: Person, after?: string) => ask(person.token, EVENTS, { after });
  const message = async (client: SseClient) => (await client.hears<Next>('next')).data.events;

  beforeAll(async () => {
    town = await startApp(STEADY);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    for (const client of clients) client.leave();
    clients = [];
  });
  afterAll(() => town.stop());

  test('Grace hears of an invitation at once', async () => {
    const [grace, alan] = await town.people.trio();
    const device = await listen(grace);
    expect(device.response.headers.get('content-type')).toContain('text/event-stream');
    expect(await message(device)).toMatchObject({ __typename: 'Checkpoint', head: true });
    await alan.sends(grace, { note: 'Shall we?' });
    expect(await message(device)).toMatchObject({
      __typename: 'EventBatch',
      replay: false,
      events: [{ kind: 'INVITATION_RECEIVED', invitation: { note: 'Shall we?' } }],
    });
  });

  test('the same cursor goes on over a socket, over an event stream and over pages, each event once', async () => {
    const [grace, alan, ada] = await town.people.trio();
    const [eve, bob] = await town.people.signUpAll('Eve', 'Bob');
    const socket = await StreamListener.start(town.app.url, grace);
    await alan.sends(grace);
    const first = await socket.hears('INVITATION_RECEIVED');
    await socket.socket.close();

    await ada.sends(grace);
    const stream = await listen(grace, socket.cursor);
    const missed = await message(stream);
    expect(missed).toMatchObject({ replay: true, events: [{ seq: String(Number(first.seq) + 1) }] });
    stream.leave();

    await eve?.sends(grace);
    const { eventPage } = await grace.asks<{ eventPage: { events: { seq: string }[]; cursor: string } }>(PAGE, {
      after: missed.cursor,
    });
    expect(eventPage.events).toEqual([{ seq: String(Number(first.seq) + 2) }]);

    await bob?.sends(grace);
    const back = await StreamListener.start(town.app.url, grace, eventPage.cursor);
    expect((await back.hears('INVITATION_RECEIVED')).seq).toBe(String(Number(first.seq) + 3));
    await back.socket.close();
  });

  test('a query and a mutation are answered once, and complete', async () => {
    const [grace] = await town.people.trio();
    const query = await ask(grace.token, '{ viewer { member { name } } }');
    expect(await query.hears('next')).toMatchObject({ data: { viewer: { member: { name: 'Grace Hopper' } } } });
    await query.hears('complete');
    await query.closed();
    const mutation = await ask(
      grace.token,
      'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { errors { code } } }',
      { input: { headline: 'Rear admiral' } },
    );
    expect(await mutation.hears('next')).toMatchObject({ data: { updateProfile: { errors: [] } } });
    await mutation.hears('complete');
  });

  test("another's cursor is refused with the words that a socket has for it", async () => {
    const [grace, alan] = await town.people.trio();
    const { snapshot } = await alan.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }');
    const stream = await listen(grace, snapshot.cursor);
    const socket = await SocketClient.connect(town.app.url, grace.token);
    const { payload } = await socket.ask('events', EVENTS, { after: snapshot.cursor });
    const [{ message: words }] = (await stream.hears<{ errors: [{ message: string }] }>('next')).errors;
    expect(JSON.stringify(payload)).toContain(words);
    await stream.hears('complete');
    await socket.close();
  });

  test('the limits of every transport hold, and nothing runs', async () => {
    const [grace] = await town.people.trio();
    const aliases = Array.from({ length: 20 }, (_, n) => `a${n}: __typename`).join(' ');
    const costly = await ask(grace.token, `{ viewer { member { name } } ${aliases} }`);
    expect(await costly.hears('next')).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
    await costly.hears('complete');
    const stranger = await ask(undefined, EVENTS);
    expect(await stranger.hears('next')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test.each([
    ['no JSON', '{', {}, 400],
    ['a list', '[{"query":"{ __typename }"}]', {}, 400],
    ['a form of a foreign page', '{"query":"{ __typename }"}', { 'content-type': 'text/plain' }, 400],
    ['a query that is no text', '{"query":7}', {}, 400],
    ['a token that does not count', '{"query":"{ __typename }"}', { authorization: 'Bearer a.b.c' }, 401],
    ['too much', JSON.stringify({ query: `{ __typename } # ${'x'.repeat(200_000)}` }), {}, 413],
  ])('%s is refused before there is a stream', async (_what, body, headers, status) => {
    const client = await SseClient.ask(town.app.url, undefined, body, headers);
    expect(client.response.status).toBe(status);
    client.leave();
  });

  test('there is no stream by GET', async () => {
    expect((await fetch(`${town.app.url}/graphql/stream?query={__typename}`)).status).toBe(405);
  });

  test('nothing waits for Grace when she has left', async () => {
    const [grace] = await town.people.trio();
    const before = town.app.waiters.size;
    const device = await listen(grace);
    await message(device);
    expect(town.app.waiters.size).toBe(before + 1);
    device.leave();
    await waitFor('her waiter to go', () => town.app.waiters.size === before && town.app.audience.size === 0);
  });

  test('Grace signs out, and her stream ends without saying that it is complete', async () => {
    const [grace] = await town.people.trio();
    const device = await listen(grace);
    await message(device);
    await grace.does('signOut', {});
    await device.closed();
    // That it has ended she may still hear.
    expect(device.unread.map(({ event }) => event)).not.toContain('complete');
    expect((await listen(grace)).response.status).toBe(401);
  });

  test('Grace comes while the database is away, and is told to come again later', async () => {
    const [grace] = await town.people.trio();
    const away = jest.spyOn(town.app.database.together, 'query').mockRejectedValue(new Error('gone'));
    try {
      const refused = await listen(grace);
      expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([503, '1']);
    } finally {
      away.mockRestore();
    }
    expect((await listen(grace)).response.status).toBe(200);
  });

  test('a member has ten devices, whatever they listen over', async () => {
    const [grace] = await town.people.trio();
    const sockets = await Promise.all(Array.from({ length: 5 }, () => SocketClient.connect(town.app.url, grace.token)));
    for (const device of await Promise.all(Array.from({ length: 5 }, () => listen(grace)))) await message(device);
    const eleventh = await listen(grace);
    expect(eleventh.response.status).toBe(429);
    expect(eleventh.response.headers.get('retry-after')).toBe('1');
    await Promise.all(sockets.map((socket) => socket.close()));
  });

  test('ten networks lost her telephone without a word: it listens over the eleventh, and the oldest response ends', async () => {
    const [grace, alan] = await town.people.trio();
    const network = await new TcpProxy(town.app.url).listen();
    try {
      const lost = [];
      const through = `http://127.0.0.1:${network.port}`;
      for (let n = 0; n < 10; n++) lost.push(await SseClient.ask(through, grace.token, { query: EVENTS }));
      clients.push(...lost);
      for (const device of lost) await message(device);
      network.blackHole();
      expect((await listen(grace)).response.status).toBe(429);
      later(DEAD_WITHIN + 1);
      const device = await listen(grace);
      expect(await message(device)).toMatchObject({ __typename: 'Checkpoint', head: true });
      await alan.sends(grace);
      expect(await message(device)).toMatchObject({ events: [{ kind: 'INVITATION_RECEIVED' }] });
      await waitFor('ten to be left', () => town.app.audience.size === 10 && town.app.waiters.size === 10);
      network.pass();
      await lost[0]?.closed();
      expect(lost[0]?.unread).toEqual([]);
      expect(await message(lost[1] as SseClient)).toMatchObject({ events: [{ kind: 'INVITATION_RECEIVED' }] });
    } finally {
      await network.close();
    }
  });

  test('when her token expires her stream ends, and she hears nothing more', async () => {
    const short = await startApp({ ...STEADY, ACCESS_TOKEN_MINUTES: '15' });
    try {
      const [grace, alan] = await short.people.trio();
      const device = await SseClient.ask(short.app.url, grace.token, { query: EVENTS });
      await device.hears('next');
      const invitation = alan.sends(grace);
      await invitation;
      await device.hears('next');
      short.clock.advance(16 * 60_000);
      await device.closed();
      expect(device.unread).toEqual([]);
    } finally {
      await short.stop();
    }
  });
});

/** So many milliseconds pass for whoever looks at the clock of this process. */
function later(milliseconds: number): void {
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + milliseconds);
}
