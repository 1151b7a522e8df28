import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../fault';

const LASTING = 5000;

/** What happens to the database's process. */
export const DATABASE_FAULTS: readonly Fault[] = [
  {
    name: 'kill −9 the database',
    figure: 'sockets stay open; writes back ≤ 2 s',
    reach: 'system',
    bounds: { breaks: 0, writesBack: 2000 },
    inject: async ({ database }) => {
      await database.kill9();
      await database.start();
    },
  },
];

/** What happens to Redis. Changes are made all the same, and their news takes two seconds at most. */
export const REDIS_FAULTS: readonly Fault[] = [
  {
    ...redisFault('kill −9 Redis, back empty'),
    inject: async ({ redis }) => {
      await redis.kill9();
      await delay(LASTING);
      await redis.start();
    },
  },
  {
    ...redisFault('SIGSTOP Redis, 5 s'),
    inject: async ({ redis }) => {
      process.kill(redis.pid, 'SIGSTOP');
      await delay(LASTING);
      process.kill(redis.pid, 'SIGCONT');
    },
  },
  {
    ...redisFault('Redis in a black hole, 5 s'),
    inject: async ({ apis }) => {
      for (const { proxies } of apis) proxies.redis.blackHole();
      await delay(LASTING);
      for (const { proxies } of apis) proxies.redis.pass();
    },
  },
];

function redisFault(name: string) {
  return {
    name,
    figure: '0 failed mutations; news p99 ≤ 2 s, ≤ 50 ms from 5 s after it on',
    reach: 'system',
    bounds: { failed: 0, delivery: 2000, laterDelivery: 50 },
  } as const;
}
