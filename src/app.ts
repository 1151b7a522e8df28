import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './config';
import type { Database } from './database/database';
import type { Waiters } from './events/waiters';
import type { Scheduler } from './invitations/scheduler';
import { createLogger } from './logger';
import { Metrics } from './metrics';
import { openRooms } from './rooms';
import type { Audience } from './server/audience';
import type { DemoPerson } from './server/playground';
import { startServer } from './server/server';

export interface AppOptions {
  readonly config: Config;
  /** Maps the database's time to the time the product lives in; tests travel with it. */
  readonly clock?: (databaseTime: number) => number;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
}

/** A whole Rapport in this process, serving. */
export interface App {
  readonly url: string;
  readonly port: number;
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly metrics: Metrics;
  /** Those who listen over sockets and event streams. */
  readonly audience: Audience;
  readonly waiters: Waiters;
  /** Does what is due, once a minute. */
  readonly scheduler: Scheduler;
  /** Whom a newcomer may sign in as; empty without demo data. */
  readonly people: readonly DemoPerson[];
  /** Stops taking requests, says goodbye to every socket, and closes what is open. Ends within 25 seconds. */
  stop(): Promise<void>;
}

/** Opens every room, then the server in front of them. What was opened is closed again when something fails. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, clock } = options;
  const logger = options.logger ?? createLogger({ level: config.logLevel });
  const metrics = options.metrics ?? new Metrics();
  const rooms = await openRooms({ config, logger, metrics, clock });
  const { database, schema } = rooms;
  try {
    const people: readonly DemoPerson[] = config.demo ? await rooms.demo.settle() : [];
    const server = await startServer({
      config,
      schema,
      authentication: rooms.authentication,
      metrics,
      logger,
      readiness: () => rooms.readiness(),
      time: () => database.time(),
      passing: (error) => database.passing(error),
      playground: { people },
    });
    rooms.onSessionsEnded((memberId) => void server.audience.recheck(memberId));
    const stop = async () => {
      await server.stop();
      await rooms.close();
    };
    return {
      url: server.url,
      port: server.port,
      database,
      schema,
      metrics,
      audience: server.audience,
      waiters: rooms.waiters,
      scheduler: rooms.scheduler,
      people,
      stop,
    };
  } catch (error) {
    await rooms.close();
    throw error;
  }
}
