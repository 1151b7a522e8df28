import { randomBytes } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Canary } from './canary';
import type { RungBatch } from './lane';
import { connectRedis, isCluster } from './redis';

/** Carries word of a commit to the other processes, at once and without any promise: the lanes are the truth. */
export interface Bell {
  ring(batch: RungBatch): void;
  close(): Promise<void>;
}

export interface BellOptions {
  readonly redisUrl: string;
  readonly prefix: string;
  readonly logger: Logger;
  readonly heard: (batch: RungBatch) => void;
  readonly failed: () => void;
  /** Told when no bells arrive any longer, whatever the connections say of themselves, and when they do again. */
  readonly deaf: (deaf: boolean) => void;
}

/** A fixed number, so that processes of different versions hear each other. Lanes are spread over the channels. */
const CHANNELS = 8;
/** Bells under way above which the next are not even tried: a Redis that has stopped answering must not fill our memory. */
const MOST_UNDER_WAY = 1000;

/** One process alone has nobody to call. */
export const SILENT_BELL: Bell = { ring: () => {}, close: async () => {} };

/**
 * A bell over Redis pub/sub; sharded, where there is a cluster. Works through outages of any length: what it misses, the
 * lanes bring.
 */
export async function redisBell(options: BellOptions): Promise<Bell> {
  const { redisUrl, prefix, logger, heard, failed } = options;
  const sharded = isCluster(redisUrl);
  const publisher = connectRedis(redisUrl, 'publisher', logger);
  const channels = Array.from({ length: CHANNELS }, (_, n) => `${prefix}:wake:${n}`);
  const own = randomBytes(9).toString('base64url');
  let underWay = 0;
  const publish = (channel: string, message: string) => {
    if (publisher.status !== 'ready' || underWay >= MOST_UNDER_WAY) return failed();
    underWay++;
    (sharded ? publisher.spublish(channel, message) : publisher.publish(channel, message))
      .catch(failed)
      .finally(() => underWay--);
  };
  const canary = new Canary({
    // One link carries all channels, except in a cluster, where each may have its own.
    channels: sharded ? channels : channels.slice(0, 1),
    send: (channel) => publish(channel, JSON.stringify({ canary: own })),
    deaf: options.deaf,
    revive: () => {
      subscriber.disconnect();
      subscriber = listen();
    },
  });
  const hear = (channel: string, message: string) => {
    const news = parse(message);
    if (news === own) canary.heard(channel);
    else if (typeof news === 'object') heard(news);
  };
  const listen = () => {
    const client = connectRedis(redisUrl, 'subscriber', logger);
    client.on(sharded ? 'smessage' : 'message', hear);
    const subscribe = () => subscribeTo(client, channels, sharded, logger);
    // Subscribers of a cluster keep their channels by themselves, link by link.
    if (sharded) subscribe();
    else client.on('ready', subscribe);
    return client;
  };
  let subscriber = listen();
  canary.start();
  return {
    ring: (batch) => publish(channels[batch.lane % CHANNELS] ?? '', JSON.stringify(batch)),
    async close() {
      canary.stop();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

/** Channels of a cluster are asked for one by one, since each may live on another node. */
function subscribeTo(subscriber: Redis | Cluster, channels: readonly string[], sharded: boolean, logger: Logger): void {
  const asked = sharded
    ? channels.map((channel) => subscriber.ssubscribe(channel))
    : [subscriber.subscribe(...channels)];
  for (const answer of asked)
    answer.catch((error: unknown) =>
      logger.warn({ err: error }, 'could not subscribe to the bell; changes are found by polling'),
    );
}

/** A batch, or the name of the process whose canary it is; undefined for anything else. */
function parse(message: string): RungBatch | string | undefined {
  try {
    const news: RungBatch & { readonly canary?: string } = JSON.parse(message);
    if (typeof news.canary === 'string') return news.canary;
    // One without `previous`, of a version that did not say it, is a reason to read.
    const whole = [news.lane, news.seq, news.tag].every(Number.isSafeInteger);
    return whole && [news.members, news.pairs, news.ended, news.chosen, news.erased].every(Array.isArray)
      ? news
      : undefined;
  } catch {
    return undefined;
  }
}
