import { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';

/** Several addresses are those of a cluster. */
export const isCluster = (url: string): boolean => url.includes(',');

/** How long an answer may take before the question counts as failed. Milliseconds. */
const PATIENCE = 2000;
const COMMON = { connectTimeout: PATIENCE, retryStrategy: (times: number) => Math.min(times * 50, 1000) } as const;
const OPTIONS = {
  // What cannot be said now is not worth saying later.
  publisher: { ...COMMON, enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: PATIENCE },
  // Subscribed anew by whoever listens: ioredis lets nobody catch the failure of a subscription that it repeats by itself.
  subscriber: { ...COMMON, enableOfflineQueue: true, maxRetriesPerRequest: null, autoResubscribe: false },
} as const;

/** A connection that comes back by itself, for as long as it takes. */
export function connectRedis(url: string, role: keyof typeof OPTIONS, logger: Logger): Redis | Cluster {
  const client = isCluster(url) ? connectCluster(url.split(','), role) : new Redis(url, OPTIONS[role]);
  client.on('error', (error: Error) => logger.debug({ err: error }, 'redis unreachable'));
  return client;
}

/** The first address brings the account for all nodes, also for those that are found through others. */
function connectCluster(urls: readonly string[], role: keyof typeof OPTIONS): Cluster {
  const { username, password, protocol } = new URL(urls[0] ?? '');
  return new Cluster([...urls], {
    shardedSubscribers: role === 'subscriber',
    enableOfflineQueue: role === 'subscriber',
    clusterRetryStrategy: COMMON.retryStrategy,
    redisOptions: {
      ...OPTIONS[role],
      ...(username ? { username: decodeURIComponent(username) } : {}),
      ...(password ? { password: decodeURIComponent(password) } : {}),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  });
}
