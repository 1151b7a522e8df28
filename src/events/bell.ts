import { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { LaneBatch } from './lane';

/** Carries word of a commit to the other processes, at once and without any promise: the lanes are the truth. */
export interface Bell {
  ring(batch: LaneBatch): void;
  close(): Promise<void>;
}

export interface BellOptions {
  readonly redisUrl: string;
  readonly prefix: string;
  readonly logger: Logger;
  readonly heard: (batch: LaneBatch) => void;
  readonly failed: () => void;
}

/** A fixed number, so that processes of different versions hear each other. Lanes are spread over the channels. */
const CHANNELS = 8;

/** One process alone has nobody to call. */
export const SILENT_BELL: Bell = { ring: () => {}, close: async () => {} };

/** A bell over Redis pub/sub. Works through outages of any length: what it misses, the lanes bring. */
export async function redisBell({ redisUrl, prefix, logger, heard, failed }: BellOptions): Promise<Bell> {
  const publisher = connect(redisUrl, logger);
  const subscriber = connect(redisUrl, logger);
  const channel = (lane: number) => `${prefix}:wake:${lane % CHANNELS}`;
  subscriber.on('message', (_channel: string, message: string) => {
    const batch = parse(message);
    if (batch) heard(batch);
  });
  subscriber
    .subscribe(...Array.from({ length: CHANNELS }, (_, n) => channel(n)))
    .catch((error: unknown) =>
      logger.warn({ err: error }, 'could not subscribe to the bell; changes are found by polling'),
    );
  return {
    ring(batch) {
      if (publisher.status !== 'ready') return failed();
      publisher.publish(channel(batch.lane), JSON.stringify(batch)).catch(failed);
    },
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

function connect(url: string, logger: Logger): Redis | Cluster {
  const options = { enableOfflineQueue: true, maxRetriesPerRequest: null, connectTimeout: 2000 } as const;
  const urls = url.split(',');
  const client = urls.length > 1 ? new Cluster(urls, { redisOptions: options }) : new Redis(url, options);
  client.on('error', (error: Error) => logger.debug({ err: error }, 'redis unreachable'));
  return client;
}

function parse(message: string): LaneBatch | undefined {
  try {
    const batch: LaneBatch = JSON.parse(message);
    const whole = [batch.lane, batch.seq, batch.tag].every(Number.isSafeInteger);
    return whole && [batch.members, batch.pairs, batch.ended, batch.chosen].every(Array.isArray) ? batch : undefined;
  } catch {
    return undefined;
  }
}
