import { Cluster, type ClusterOptions, Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

/** Several addresses are those of a cluster, unless they are Sentinels'. */
export const isCluster = (url: string): boolean => url.includes(',') && !url.startsWith('sentinel:');

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
  const client = connectTo(url, OPTIONS[role], { shardedSubscribers: role === 'subscriber' });
  client.on('error', (error: Error) => logger.debug({ err: error }, 'redis unreachable'));
  return client;
}

/**
 * One Redis: that of the URL, or the one that Sentinels (`sentinel://account@host:port/name,…`) say it is at present; or a
 * cluster, by some of its nodes. The first address brings the account, for those that are found through others too.
 */
export function connectTo(url: string, options: RedisOptions, ofCluster?: ClusterOptions): Redis | Cluster {
  const urls = url.split(',').map((one) => new URL(one));
  const account = accountOf(urls[0]);
  if (url.startsWith('sentinel:'))
    return new Redis({
      ...options,
      ...account,
      sentinels: urls.map(({ hostname, port }) => ({ host: hostname, port: Number(port || SENTINEL_PORT) })),
      name: urls[0]?.pathname.slice(1) ?? '',
      sentinelRetryStrategy: COMMON.retryStrategy,
      // Leaves a master that was replaced, even when its connection looks well.
      failoverDetector: true,
    });
  if (!isCluster(url)) return new Redis(url, options);
  const { enableOfflineQueue = true, lazyConnect = false } = options;
  return new Cluster(url.split(','), {
    ...{ enableOfflineQueue, lazyConnect, clusterRetryStrategy: COMMON.retryStrategy, ...ofCluster },
    redisOptions: { ...options, ...account, ...(url.startsWith('rediss:') ? { tls: {} } : {}) },
  });
}

const SENTINEL_PORT = 26_379;

function accountOf(url: URL | undefined): Pick<RedisOptions, 'username' | 'password'> {
  return {
    ...(url?.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url?.password ? { password: decodeURIComponent(url.password) } : {}),
  };
}
