import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../fault';

/** Found in the statement by which the door locks members, and nowhere else. */
const LOCKING = 'FORCE INDEX (PRIMARY)';
/** Longer than the database lets a transaction wait for its client. Milliseconds. */
const LONG_ENOUGH = 6000;

/** From 5 to 60 s, each half of the way from one to the other on a scale of multiples as often as the other. */
const anyTime = () => 5000 * 12 ** Math.random();

const suspension = (name: string, lasting: () => number): Fault => ({
  name,
  figure: 'others’ writes p99 ≤ 4 s; caught up ≤ 5 s after it goes on',
  reach: 'process',
  bounds: { recovery: 5000, writes: 4000 },
  inject: async (_place, api) => {
    api.suspend();
    await delay(lasting());
    api.resume();
  },
});

/** Stops the process when it has just sent this statement to the database, so that its locks are held and nothing follows. */
const suspensionAt = (name: string, statement: string): Fault => ({
  ...suspension(name, () => LONG_ENOUGH),
  inject: async (_place, api) => {
    const held = await api.proxies.database.catches(statement);
    api.suspend();
    held.passOn();
    await delay(LONG_ENOUGH);
    api.resume();
  },
});

/** What happens to API processes. */
export const API_FAULTS: readonly Fault[] = [
  {
    name: 'kill −9 an API process',
    figure: '99 % caught up ≤ 5 s',
    reach: 'process',
    recoveredFrom: 'beginning',
    bounds: { recovery: 5000 },
    inject: async (_place, api) => {
      await api.kill9();
      await api.start();
    },
  },
  suspension('SIGSTOP an API process, 5 to 60 s', anyTime),
  suspensionAt('SIGSTOP while it holds locks, 6 s', LOCKING),
  suspensionAt('SIGSTOP before COMMIT, 6 s', 'COMMIT'),
  {
    name: 'rolling restart of all',
    figure: '0 failed mutations',
    reach: 'system',
    bounds: { failed: 0 },
    inject: async ({ apis }) => {
      for (const api of apis) await api.restart();
    },
  },
];
