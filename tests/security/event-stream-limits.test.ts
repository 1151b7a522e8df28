import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startToy, type Toy } from '../kit/toy';
import { waitFor } from '../kit/wait-for';

/** Ten kilobytes each; more than the kernels on both sides keep for a connection takes some hundreds. */
const TICKS = `subscription { ticks { ${'x'.repeat(10_000)}: count } }`;

let toy: Toy;

beforeAll(async () => {
  toy = await startToy({ SLOW_CONSUMER_SECONDS: '0.3' });
});

afterAll(() => toy.server.stop());

const slowOnes = async () =>
  (await toy.metrics.socketsEnding.get()).values.find(({ labels }) => labels.reason === 'slow')?.value ?? 0;
const open = async () => (await toy.metrics.eventResponses.get()).values[0]?.value;

/** Listens to ticks, and reads nothing of them. */
async function deaf(memberId: number): Promise<IncomingMessage> {
  const before = toy.listeners();
  const asked = request(`${toy.server.url}/graphql/stream`, {
    ...{ method: 'POST', agent: false },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${toy.token(memberId)}` },
  });
  asked.end(JSON.stringify({ query: TICKS }));
  const [response] = await once(asked, 'response');
  response.on('error', () => {});
  await waitFor('the subscription', () => toy.listeners() > before);
  return response;
}

test('who reads nothing of an event stream is sent away, and nobody else waits', async () => {
  const response = await deaf(1);
  await waitFor('the end of patience', async () => {
    for (let n = 0; n < 100; n++) toy.tick(n);
    expect((await toy.http.query('{ echo(text: "here") }')).data).toEqual({ echo: 'here' });
    return (await slowOnes()) === 1;
  });
  await waitFor('nothing to be left', async () => toy.listeners() === 0 && (await open()) === 0);
  expect(toy.server.audience.size).toBe(0);
  await new Promise((resolve) => response.once('close', resolve).resume());
  expect(response.complete).toBe(false);
});

test('of who asks for more before the first answer has ended, nothing is left', async () => {
  const body = JSON.stringify({ query: 'subscription { ticks { count } }' });
  const about = `Authorization: Bearer ${toy.token(2)}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
  const post = `POST /graphql/stream HTTP/1.1\r\nHost: toy\r\n${about}\r\n\r\n${body}`;
  const { hostname, port } = new URL(toy.server.url);
  const connection = connect(Number(port), hostname).on('error', () => {});
  connection.write(post);
  await waitFor('the subscription', () => toy.listeners() === 1);
  connection.write(post.repeat(50));
  await new Promise((resolve) => connection.resume().once('close', resolve));
  await waitFor('nothing to be left', async () => toy.listeners() === 0 && (await open()) === 0);
  expect(toy.server.audience.size).toBe(0);
});

test('of who leaves while it is found out who they are, nothing is left', async () => {
  const asked = request(`${toy.server.url}/graphql/stream`, {
    ...{ method: 'POST', agent: false },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${toy.token(3)}` },
  }).on('error', () => {});
  const found = new Promise<void>((resolve) => {
    jest.spyOn(toy.authentication, 'authenticate').mockImplementationOnce(async () => {
      asked.destroy();
      await delay(100);
      resolve();
      return { memberId: 3, sessionId: 3, expiresAt: toy.clock.now + 60_000 };
    });
  });
  asked.end(JSON.stringify({ query: TICKS }));
  await found;
  await waitFor('nothing to be left', async () => toy.listeners() === 0 && (await open()) === 0);
  expect(toy.server.audience.size).toBe(0);
});
