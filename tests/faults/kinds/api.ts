import { setTimeout as delay } from 'node:timers/promises';
import { CHANGING_COMMIT, DEPARTED_WITHIN, type Fault } from '../fault';

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

/** Stops the process at a statement, its locks held and nothing following: `arrives` says whether the statement itself still does. */
const suspensionAt = (name: string, statement: readonly string[], arrives: boolean): Fault => ({
  ...suspension(name, () => LONG_ENOUGH),
  inject: async (_place, api) => {
    const held = await api.proxies.database.catches(...statement);
    api.suspend();
    if (arrives) held.passOn();
    await delay(LONG_ENOUGH);
    if (!arrives) held.passOn();
    api.resume();
    return 1;
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
  {
    ...suspension('SIGSTOP an API process, 5 to 60 s', anyTime),
    figure: 'others’ writes p99 ≤ 4 s; who listened there listens elsewhere ≤ 27 s; caught up ≤ 5 s after it goes on',
    bounds: { recovery: 5000, writes: 4000, departure: DEPARTED_WITHIN },
  },
  suspensionAt('SIGSTOP while it holds locks, 6 s', [LOCKING], true),
  suspensionAt('SIGSTOP before COMMIT, 6 s', CHANGING_COMMIT, false),
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
