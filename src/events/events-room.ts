import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Database } from '../database/database';
import type { Ids } from '../database/ids';
import type { Metrics } from '../metrics';
import { redisBell, SILENT_BELL } from './bell';
import type { NewEvent } from './event';
import { Follower } from './follower';
import { Lane, type RungBatch } from './lane';
import { cursorKey } from './lineage.queries';
import { StreamCursors } from './stream-cursor';
import { StreamsService } from './streams.service';
import { Waiters } from './waiters';

export interface EventsOptions {
  readonly config: Config;
  readonly database: Database;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** The room, furnished: this process's ear for all lanes, and the streams that are read from it. */
export interface EventsRoom {
  /** A new lane of this process, for one who writes one transaction at a time. */
  readonly openLane: () => Promise<Lane>;
  readonly follower: Follower;
  readonly streams: StreamsService;
  readonly waiters: Waiters;
  /** To be called after every commit, and never before: tells this process and rings for the others. */
  readonly committed: (batch: RungBatch, events: readonly NewEvent[]) => void;
  close(): Promise<void>;
}

export async function openEvents({ config, database, ids, logger, metrics }: EventsOptions): Promise<EventsRoom> {
  const cursors = new StreamCursors(await cursorKey(database));
  const waiters = new Waiters();
  const follower = new Follower(database, logger, config.limits.lanePoll);
  follower.listen({
    touched: (batch, cause, events) => waiters.tell(batch.members, cause, events),
    doubt: () => waiters.wakeAll('poll'),
  });
  // Positions are noted before the bell is heard and before our own lanes begin, so that nothing falls between.
  await follower.start();
  const bell = config.redisUrl
    ? await redisBell({
        redisUrl: config.redisUrl,
        prefix: config.redisPrefix,
        logger,
        heard: (batch) => follower.heard(batch),
        failed: () => metrics.bellsFailed.inc(),
        deaf: (deaf) => {
          metrics.bellDeaf.set(deaf ? 1 : 0);
          logger.warn(deaf ? 'no bells are heard; changes are found by polling' : 'bells are heard again');
          // What was rung meanwhile is found at once.
          if (!deaf) void follower.poll();
        },
      })
    : SILENT_BELL;
  const delivered = (cause: string, events: number) => metrics.deliveries.inc({ cause }, events);
  return {
    openLane: () => Lane.open(database, ids, `${hostname()}:${process.pid}:${randomBytes(6).toString('base64url')}`),
    follower,
    streams: new StreamsService({
      ...{ database, cursors, waiters, delivered },
      ...{ checkpoint: config.limits.checkpoint, catchingUp: config.limits.catchingUp },
    }),
    waiters,
    committed: (batch, events) => {
      follower.heard(batch, events);
      try {
        bell.ring(batch);
      } catch (error) {
        // The change stands, and the lane will tell of it.
        metrics.bellsFailed.inc();
        logger.warn({ err: error }, 'could not ring the bell');
      }
    },
    close: async () => {
      await follower.stop();
      await bell.close();
    },
  };
}
