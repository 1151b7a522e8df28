import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
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
