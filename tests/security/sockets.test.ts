import { type EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { SocketClient } from '../kit/socket-client';
import { startToy, type Toy } from '../kit/toy';
import { waitFor } from '../kit/wait-for';

const PAGE = 'https://app.example';
const TICKS = 'subscription { ticks { count reading } }';

let toy: Toy;

beforeAll(async () => {
  toy = await startToy({ CORS_ORIGINS: PAGE, CONNECTION_INIT_SECONDS: '0.3' });
});

afterAll(() => toy.server.stop());

const connect = (memberId: number, lifetime?: number) =>
  SocketClient.connect(toy.server.url, toy.token(memberId, lifetime));

async function listen(memberId: number, lifetime?: number): Promise<SocketClient> {
  const socket = await connect(memberId, lifetime);
  const before = toy.listeners();
  socket.subscribe('ticks', TICKS);
  await waitFor('the subscription', () => toy.listeners() > before);
  return socket;
}

test.each([
  ['a foreign page', 'https://evil.example'],
  ['a page without an origin of its own', 'null'],
  ['a page whose host only begins like ours', `${PAGE}.evil.example`],
  ['a page whose host only ends like ours', 'https://evil-app.example'],
])('%s gets no socket', async (_who, origin) => {
  await expect(SocketClient.open(toy.server.url, { origin })).rejects.toThrow('403');
});

test('our own page, a configured page and a program get a socket', async () => {
  for (const origin of [toy.server.url, PAGE, undefined]) {
    const socket = await SocketClient.open(toy.server.url, origin === undefined ? {} : { origin });
    await socket.close();
  }
});

test('there are no sockets but at /graphql', async () => {
  await expect(SocketClient.open(toy.server.url, { path: '/other' })).rejects.toThrow('404');
});

test('who does not introduce themselves in time is sent away', async () => {
  const socket = await SocketClient.open(toy.server.url);
  expect(await socket.closed()).toMatchObject({ code: 4408 });
});

test('who asks before introducing themselves is sent away', async () => {
  const socket = await SocketClient.open(toy.server.url);
  socket.subscribe('early', TICKS);
  expect(await socket.closed()).toMatchObject({ code: 4401 });
});

test('who introduces themselves twice is sent away', async () => {
  const socket = await connect(1);
  socket.send({ type: 'connection_init' });
  expect(await socket.closed()).toMatchObject({ code: 4429 });
});

test('who uses an id twice at once is sent away', async () => {
  const socket = await listen(1);
  socket.subscribe('ticks', TICKS);
  expect(await socket.closed()).toMatchObject({ code: 4409 });
});

test('who speaks another protocol is sent away', async () => {
  await expect(SocketClient.open(toy.server.url, { protocol: 'graphql-ws' })).rejects.toThrow('no subprotocol');
});

test('who says what the protocol does not know is sent away', async () => {
  const socket = await connect(1);
  socket.sendRaw('hello');
  expect(await socket.closed()).toMatchObject({ code: 4400 });
});

test('a token that never was one ends the socket for good, an expired one asks for another', async () => {
  const close = async (token: string) => {
    const socket = await SocketClient.open(toy.server.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    return (await socket.closed()).code;
  };
  expect(await close('guess')).toBe(4401);
  expect(await close(toy.token(1, -1))).toBe(4403);
});

test('a mobile client that sends JSON as bytes is understood', async () => {
  const socket = await connect(1);
  socket.sendRaw(Buffer.from(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ me { id } }' } })));
  expect(await socket.hears('next', '1')).toMatchObject({ payload: { data: { me: { id: '1' } } } });
  await socket.close();
});

test('a frame of more than 128 KB ends the socket', async () => {
  const socket = await connect(1);
  socket.sendRaw('x'.repeat(131_073));
  expect(await socket.closed()).toMatchObject({ code: 1009 });
});

test('a flood of messages ends the socket', async () => {
  const socket = await connect(1);
  for (let n = 0; n < 1001; n++) socket.send({ type: 'ping' });
  expect(await socket.closed()).toMatchObject({ code: 1008 });
});

test('a document that cannot be read fails alone, and what else the socket listens to goes on', async () => {
  const socket = await listen(2);
  for (const query of [
    '{',
    '{ unknown }',
    '',
    '{ broken }',
    'subscription { failing { count } }',
    'query A { __typename } query B { __typename }',
  ]) {
    await socket.ask(`bad ${query}`, query);
  }
  toy.tick(1);
  expect(await socket.hears('next', 'ticks')).toMatchObject({ payload: { data: { ticks: { count: 1 } } } });
  await socket.close();
});

test('a source that breaks tells its listener an id, and no more', async () => {
  const socket = await connect(2);
  socket.subscribe('failing', 'subscription { failing { count } }');
  const { payload } = await socket.hears('error', 'failing');
  expect(payload).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } }]);
  expect(JSON.stringify(payload)).not.toContain('10.0.0.7');
  await socket.close();
});

test('questions and changes go over the socket too', async () => {
  const socket = await connect(3);
  const before = toy.touches();
  expect(await socket.ask('q', '{ me { id } }')).toMatchObject({
    type: 'next',
    payload: { data: { me: { id: '3' } } },
  });
  expect(await socket.ask('m', 'mutation { touch(input: { key: 1 }) }')).toMatchObject({ type: 'next' });
  expect(toy.touches()).toBe(before + 1);
  await socket.close();
});

test('each event is read afresh, also when its operation is compiled', async () => {
  const socket = await listen(4);
  const readings = [];
  for (let count = 1; count <= 9; count++) {
    toy.tick(count);
    const { payload } = await socket.hears('next', 'ticks');
    expect(payload).toMatchObject({ data: { ticks: { count } } });
    // Without the count, which is another each time.
    readings.push(JSON.stringify(payload).replace(/"count":\d+/, ''));
  }
  expect(new Set(readings).size).toBe(9);
  await socket.close();
});

test('who leaves is not listened for any longer', async () => {
  const before = toy.listeners();
  const socket = await listen(4);
  socket.send({ type: 'complete', id: 'ticks' });
  await waitFor('the end of the source', () => toy.listeners() === before);
  const other = await listen(4);
  await other.close();
  await waitFor('the end of the source', () => toy.listeners() === before);
  await socket.close();
});

test('a socket carries three subscriptions, and room is made by completing one', async () => {
  const socket = await connect(5);
  const before = toy.listeners();
  for (const id of ['a', 'b', 'c']) socket.subscribe(id, TICKS);
  await waitFor('three subscriptions', () => toy.listeners() === before + 3);
  expect(await socket.ask('d', TICKS)).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'LIMIT_EXCEEDED' } }],
  });
  socket.send({ type: 'complete', id: 'a' });
  await waitFor('the end of one', () => toy.listeners() === before + 2);
  socket.subscribe('e', TICKS);
  await waitFor('three subscriptions', () => toy.listeners() === before + 3);
  await socket.close();
});

test('a member has ten sockets; the eleventh may try again later', async () => {
  const sockets = await Promise.all(Array.from({ length: 10 }, () => connect(6)));
  const eleventh = await SocketClient.open(toy.server.url);
  eleventh.send({ type: 'connection_init', payload: { authorization: `Bearer ${toy.token(6)}` } });
  expect(await eleventh.closed()).toMatchObject({ code: 1013 });
  await sockets[0]?.close();
  await waitFor('room', async () => {
    const socket = await SocketClient.open(toy.server.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${toy.token(6)}` } });
    return socket
      .hears('connection_ack')
      .then(() => socket.close().then(() => true))
      .catch(() => false);
  });
  await Promise.all(sockets.slice(1).map((socket) => socket.close()));
});

test('when a token expires its socket ends, and hears nothing more', async () => {
  const [mine, others] = [await listen(7, 30_000), await listen(8)];
  toy.clock.advance(31_000);
  toy.tick(100);
  expect(await mine.closed()).toEqual({ code: 4403, reason: 'Token expired' });
  expect(mine.unread).toEqual([]);
  expect(await others.hears('next')).toMatchObject({ payload: { data: { ticks: { count: 100 } } } });
  await others.close();
});

test('when a session ends its sockets end, and those of other sessions do not', async () => {
  const [mine, others] = [await listen(9), await listen(10)];
  toy.endSession(9);
  await toy.server.audience.recheck(9);
  await toy.server.audience.recheck(10);
  expect(await mine.closed()).toEqual({ code: 4403, reason: 'Session ended' });
  toy.tick(1);
  await others.hears('next');
  await others.close();
});

test('when a session ends, who takes no notice is not listened to any more', async () => {
  const ws = new WebSocket(`${toy.server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(ws, 'open');
  ws.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${toy.token(21)}` } }));
  await once(ws, 'message');
  const touch = (id: string) =>
    ws.send(JSON.stringify({ id, type: 'subscribe', payload: { query: 'mutation { touch(input: { key: "k" }) }' } }));
  const before = toy.touches();
  touch('before');
  await waitFor('the first', () => toy.touches() === before + 1);
  // The library would answer our goodbye, and say no more.
  const { _receiver: receiver, _socket: connection } = ws as unknown as { _receiver: EventEmitter; _socket: Socket };
  const goodbye = once(receiver.removeAllListeners('conclude'), 'conclude');
  toy.endSession(21);
  await toy.server.audience.recheck(21);
  await goodbye;
  touch('after');
  connection.end();
  await waitFor('the end', () => toy.server.audience.size === 0);
  expect(toy.touches()).toBe(before + 1);
});

test('a client of the library hears every event in order', async () => {
  const token = toy.token(11);
  const client = createClient({
    url: `${toy.server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  const before = toy.listeners();
  const events = client.iterate<{ ticks: { count: number } }>({ query: 'subscription { ticks { count } }' });
  const heard = (async () => {
    const counts = [];
    for await (const { data } of events) if (counts.push(data?.ticks.count) === 20) break;
    return counts;
  })();
  await waitFor('the subscription', () => toy.listeners() > before);
  for (let count = 0; count < 20; count++) toy.tick(count);
  expect(await heard).toEqual(Array.from({ length: 20 }, (_, n) => n));
  await client.dispose();
});

test.each([
  ['leaves too much unread', {}],
  ['takes too long to read', { MAX_UNSENT_BYTES: '1000000000', SLOW_CONSUMER_SECONDS: '0.3' }],
])('who %s is sent away, may come again, and nobody else waits', async (_how, env) => {
  const patient = await startToy({ ...env, RATE_LIMITS: 'off' });
  try {
    const [slow, quick] = [
      await SocketClient.connect(patient.server.url),
      await SocketClient.connect(patient.server.url),
    ];
    slow.pause();
    const text = 'x'.repeat(100_000);
    // Far more than the kernels on both sides keep for a connection.
    for (let n = 0; n < 200; n++) slow.subscribe(String(n), 'query ($text: String) { echo(text: $text) }', { text });
    await waitFor('the end of patience', async () => {
      expect(await quick.ask('quick', '{ echo(text: "here") }')).toMatchObject({ type: 'next' });
      await quick.hears('complete', 'quick');
      return (await patient.metrics.socketsEnding.get()).values.some(({ labels }) => labels.reason === 'slow');
    });
    slow.resume();
    expect(await slow.closed()).toEqual({ code: 4508, reason: 'Too slow' });
    await quick.close();
  } finally {
    await patient.server.stop();
  }
});

test('when the server stops, sockets end one after the other, and what was asked is answered first', async () => {
  const stopping = await startToy({ DRAIN_SECONDS: '1' });
  const sockets = await Promise.all(
    [1, 2, 3, 4].map((id) => SocketClient.connect(stopping.server.url, stopping.token(id))),
  );
  const [first, second, third, last] = sockets;
  const stopped = stopping.server.stop();
  expect(await first?.closed()).toMatchObject({ code: 1012 });
  expect(await last?.ask('late', '{ echo(text: "still here") }')).toMatchObject({ type: 'next' });
  for (const socket of [second, third, last]) expect(await socket?.closed()).toMatchObject({ code: 1012 });
  await stopped;
});

test('when the server stops, clients are told to come again', async () => {
  const stopping = await startToy();
  const socket = await SocketClient.connect(stopping.server.url, stopping.token(1));
  const stopped = stopping.server.stop();
  expect(await socket.closed()).toMatchObject({ code: 1012 });
  await stopped;
});
