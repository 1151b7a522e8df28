import type { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';
import { connectTo } from '../events/redis';

/** Somebody waits for the answer: no queueing for a Redis that is away, and no waiting for one that hangs. */
const OPTIONS = {
  connectTimeout: 2000,
  commandTimeout: 1000,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  lazyConnect: true,
} as const;

/** The Redis that counts failed sign-ins for all processes. When it is away it is looked for again and again. */
export async function connectLoginCounts(url: string, logger: Logger): Promise<Redis | Cluster> {
  const client = connectTo(url, OPTIONS);
  client.on('error', (error: Error) => logger.debug({ err: error }, 'redis unreachable'));
  await client.connect().catch((error: unknown) => {
    logger.warn({ err: error }, 'redis is away: until it is back, nobody can sign in');
  });
  return client;
}
