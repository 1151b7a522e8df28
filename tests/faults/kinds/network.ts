import { setTimeout as delay } from 'node:timers/promises';
import type { Weather } from '../../kit/tcp-proxy';
import type { ApiProxies } from '../api-process';
import { CHANGING_COMMIT, DEPARTED_WITHIN, type Fault } from '../fault';

type Between = keyof ApiProxies;

const WORDS = { clients: 'client–API', database: 'API–database', redis: 'API–Redis' } as const satisfies Record<
  Between,
  string
>;
const LASTING = 4000;
/** Longer than anybody waits for a word. Milliseconds. */
const LONG = 40_000;
const SLOW: Weather = { kind: 'slow', latency: 200, spread: 200 };

const weather = (between: Between, words: string, how: Weather, lasting = LASTING): Fault => ({
  name: `${WORDS[between]}: ${words}`,
  figure: 'caught up ≤ 5 s after it',
  reach: 'process',
  bounds: { recovery: 5000 },
  inject: async (_place, { proxies }) => {
    proxies[between].become(how);
    await delay(lasting);
    proxies[between].pass();
  },
});

const reset = (between: Between): Fault => ({
  name: `${WORDS[between]}: TCP reset`,
  figure: 'caught up ≤ 5 s',
  reach: 'process',
  recoveredFrom: 'beginning',
  bounds: { recovery: 5000 },
  inject: async (_place, { proxies }) => {
    proxies[between].reset();
  },
});

/** What happens between clients, API processes and stores. */
export const NETWORK_FAULTS: readonly Fault[] = [
  ...(['clients', 'database'] as const).flatMap((between) => [
    reset(between),
    weather(between, 'black hole, 6 s', { kind: 'silent' }, 6000),
    weather(between, '200 ± 200 ms', SLOW),
    weather(between, 'one byte at a time', { kind: 'sliced' }),
  ]),
  {
    name: `${WORDS.clients}: black hole, 40 s`,
    figure: 'the process lets go of every WebSocket meanwhile; who listened there listens elsewhere ≤ 27 s',
    reach: 'process',
    bounds: { departure: DEPARTED_WITHIN },
    inject: async (_place, { proxies, directUrl }) => {
      proxies.clients.blackHole();
      await delay(LONG);
      const left = await openSockets(directUrl);
      proxies.clients.pass();
      if (left !== 0) throw new Error(`${left} WebSockets were still open after ${LONG} ms of silence.`);
    },
  },
  weather('clients', '20 kB a second', { kind: 'narrow', bytesPerSecond: 20_000 }),
  {
    name: 'reset before COMMIT arrives',
    figure: 'no effect twice',
    reach: 'process',
    inject: async (_place, { proxies }) => {
      const held = await proxies.database.catches(...CHANGING_COMMIT);
      held.reset();
      return 1;
    },
  },
  {
    name: 'reset before COMMIT is answered',
    figure: 'no effect twice',
    reach: 'process',
    inject: async (_place, { proxies }) => {
      const held = await proxies.database.catches(...CHANGING_COMMIT);
      held.passOnUnanswered();
      // Time enough for the database to commit.
      await delay(200);
      held.reset();
      return 1;
    },
  },
];

/** How many WebSockets a process takes for open. */
async function openSockets(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^sockets (\d+)$/m.exec(metrics)?.[1]);
}
