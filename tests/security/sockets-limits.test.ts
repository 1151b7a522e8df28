import { connect as dial, type Socket } from 'node:net';
import { SocketClient } from '../kit/socket-client';
import { startApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { startToy, type Toy } from '../kit/toy';
import { waitFor } from '../kit/wait-for';

/** All but intervals go on as ever. */
const OTHER_TIMERS = [
  ...(['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setTimeout', 'clearTimeout'] as const),
];
const TICKS = 'subscription { ticks { count reading } }';

let toy: Toy;

beforeAll(async () => {
  toy = await startToy();
});

afterAll(() => toy.server.stop());

test('who completes and begins again under the same id, faster than anything can end, is sent away and leaves nothing running', async () => {
  const socket = await SocketClient.connect(toy.server.url, toy.token(1));
  for (let n = 0; n < 300; n++) {
    socket.subscribe('x', TICKS);
    socket.send({ type: 'complete', id: 'x' });
  }
  socket.subscribe('x', TICKS);
  expect(await socket.closed()).toMatchObject({ code: 4409 });
  await waitFor('the end of all', async () => (await toy.metrics.subscriptions.get()).values[0]?.value === 0);
  expect(toy.listeners()).toBe(0);
});

test('nobody waits for events any longer when those who used an id again and again have left', async () => {
  const { app, people, stop } = await startApp(STEADY);
  try {
    const [grace] = await people.signUpAll('Grace');
    const socket = await SocketClient.connect(app.url, grace?.token);
    for (let n = 0; n < 300; n++) {
      socket.subscribe('x', 'subscription { events { __typename } }');
      socket.send({ type: 'complete', id: 'x' });
    }
    socket.subscribe('x', 'subscription { events { __typename } }');
    expect(await socket.closed()).toMatchObject({ code: 4409 });
    await waitFor('the end of all who wait', () => app.waiters.size === 0);
  } finally {
    await stop();
  }
});

test('an id may be used again once what it named has ended', async () => {
  const socket = await SocketClient.connect(toy.server.url, toy.token(2));
  const before = toy.listeners();
  for (let n = 0; n < 5; n++) {
    socket.subscribe('x', TICKS);
    await waitFor('the subscription', () => toy.listeners() > before);
    socket.send({ type: 'complete', id: 'x' });
    await waitFor('its end', () => toy.listeners() === before);
    await socket.ask(`after ${n}`, '{ me { id } }');
  }
  await socket.close();
});

test('who is refused a socket and never hangs up is hung up on', async () => {
  const { port } = toy.server;
  const dialled = await Promise.all(
    Array.from(
      { length: 20 },
      () =>
        new Promise<Socket>((resolve) => {
          const client: Socket = dial({ port, host: '127.0.0.1', allowHalfOpen: true }, () => resolve(client));
          client.resume().on('error', () => {});
        }),
    ),
  );
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
  for (const client of dialled) client.write(`GET /nope HTTP/1.1\r\nHost: here\r\n${upgrade}\r\n`);
  await Promise.all(dialled.map((client) => new Promise<void>((resolve) => client.once('end', resolve))));
  // A connection is gone at the other side when writing to it fails.
  await waitFor('all to be gone', () => {
    for (const client of dialled) if (!client.destroyed) client.write('x');
    return dialled.every(({ destroyed }) => destroyed);
  });
});

test('who leaves a size to the default of a variable pays for that size', async () => {
  const socket = await SocketClient.connect(toy.server.url, toy.token(3));
  const inner = 'edges { node { friends(first: $size) { edges { node { id } } } } }';
  expect(await socket.ask('dear', `query ($size: Int = 100) { people(first: $size) { ${inner} } }`)).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'cost' } }],
  });
  await socket.close();
});

test('an address has its number of sockets, and room is made by closing one', async () => {
  const small = await startToy({ SOCKETS_PER_ADDRESS: '2' });
  const connect = () => SocketClient.connect(small.server.url, small.token(1));
  const [first] = [await connect(), await connect()];
  await expect(connect()).rejects.toThrow('429');
  await first?.close();
  await waitFor('room', async () => small.server.audience.size < 2);
  await connect();
  await small.server.stop();
});

describe('with time at hand', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: [...OTHER_TIMERS] }));
  afterEach(() => jest.useRealTimers());

  test('who leaves a ping unanswered is given up within 25 seconds; who answers is not', async () => {
    const busy = await startToy();
    const mute = await SocketClient.open(busy.server.url, { pongs: false });
    await mute.introduce(busy.token(1));
    const member = await SocketClient.connect(busy.server.url, busy.token(2));
    for (const socket of [mute, member]) await socket.ask('at first', '{ me { id } }');
    jest.advanceTimersByTime(12_000);
    for (const socket of [mute, member]) await socket.ask('after a ping', '{ me { id } }');
    jest.advanceTimersByTime(12_000);
    expect(await mute.closed()).toMatchObject({ code: 1006 });
    await member.ask('at last', '{ me { id } }');
    await waitFor('the free place', () => busy.server.audience.size === 1);
    await member.close();
    await busy.server.stop();
  });

  test('a stranger who asks for nothing is sent away; one who has asked, and a member, are not', async () => {
    const busy = await startToy();
    const [idle, asking] = [await SocketClient.connect(busy.server.url), await SocketClient.connect(busy.server.url)];
    const member = await SocketClient.connect(busy.server.url, busy.token(1));
    await asking.ask('q', '{ me { id } }');
    for (let round = 0; round < 6; round++) {
      jest.advanceTimersByTime(12_000);
      // What was said before the second answer has arrived, that one is there among it.
      for (const socket of round < 5 ? [idle, asking, member] : [asking, member])
        for (let n = 0; n < 2; n++) {
          socket.send({ type: 'ping' });
          await socket.hears('pong');
        }
    }
    expect(await idle.closed()).toMatchObject({ code: 1000 });
    await Promise.all([asking.close(), member.close()]);
    await busy.server.stop();
  });
});
