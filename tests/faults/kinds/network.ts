import { setTimeout as delay } from 'node:timers/promises';
import type { Weather } from '../../kit/tcp-proxy';
import type { ApiProxies } from '../api-process';
import type { Fault } from '../fault';

type Between = keyof ApiProxies;

const WORDS = { clients: 'client–API', database: 'API–database', redis: 'API–Redis' } as const satisfies Record<
  Between,
  string
>;
const LASTING = 4000;
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
  inject: async (_place, { proxies }) => proxies[between].reset(),
});

/** What happens between clients, API processes and stores. */
export const NETWORK_FAULTS: readonly Fault[] = [
  ...(['clients', 'database'] as const).flatMap((between) => [
    reset(between),
    weather(between, 'black hole, 6 s', { kind: 'silent' }, 6000),
    weather(between, '200 ± 200 ms', SLOW),
    weather(between, 'one byte at a time', { kind: 'sliced' }),
  ]),
  weather('clients', '20 kB a second', { kind: 'narrow', bytesPerSecond: 20_000 }),
  {
    name: 'reset before COMMIT arrives',
    figure: 'no effect twice',
    reach: 'process',
    inject: async (_place, { proxies }) => {
      const held = await proxies.database.catches('COMMIT');
      held.reset();
    },
  },
  {
    name: 'reset before COMMIT is answered',
    figure: 'no effect twice',
    reach: 'process',
    inject: async (_place, { proxies }) => {
      const held = await proxies.database.catches('COMMIT');
      held.passOnUnanswered();
      // Time enough for the database to commit.
      await delay(200);
      held.reset();
    },
  },
];
