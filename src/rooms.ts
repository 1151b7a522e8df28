import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './config';
import { openDataSources } from './database/data-source';
import { Database } from './database/database';
import { checkServer, UnfitDatabase } from './database/durability';
import { Ids } from './database/ids';
import { migrate, pendingMigrations } from './database/schema-version';
import { ENTITIES } from './entities';
import { NodeResolver, type NodeSource } from './graphql/node.resolver';
import { buildGraphQLSchema } from './graphql/schema';
import type { Metrics } from './metrics';
import type { Authentication } from './server/authentication';

export interface Surroundings {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Maps the database's time to the time the product lives in. */
  readonly clock?: ((databaseTime: number) => number) | undefined;
}

/** Everything behind the server, wired by hand in the order of the stairs. Commands that need no server use it too. */
export interface Rooms {
  readonly database: Database;
  readonly ids: Ids;
  readonly schema: GraphQLSchema;
  readonly authentication: Authentication;
  /** What keeps this process from serving, in words; empty when nothing does. */
  readiness(): Promise<readonly string[]>;
  /** Is told the members whose sessions may have ended, on any process. */
  onSessionsEnded(listener: (memberId: number) => void): void;
  close(): Promise<void>;
}

export async function openRooms({ config, clock }: Surroundings): Promise<Rooms> {
  const database = await openDatabase(config, clock);
  try {
    const ids = new Ids(database);
    const sources = new Map<string, NodeSource>();
    const schema = buildGraphQLSchema([new NodeResolver(sources)], [], {});
    return {
      database,
      ids,
      schema,
      authentication: { authenticate: async () => null, isSessionAlive: async () => false },
      readiness: () => whatIsMissing(database),
      onSessionsEnded: () => {},
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Connects, and makes sure that the database is fit: the right product, durable, and of the present schema. */
async function openDatabase(config: Config, clock: Surroundings['clock']): Promise<Database> {
  const [writer, reader] = await openDataSources(config, ENTITIES);
  const database = new Database(writer, reader, clock);
  try {
    await checkServer(database, config.allowNonDurable);
    if (config.databaseUrl === undefined) await migrate(writer);
    const pending = await pendingMigrations(database);
    if (pending.length > 0)
      throw new UnfitDatabase(['The schema is older than this program. Run first: npm run migrate']);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function whatIsMissing(database: Database): Promise<readonly string[]> {
  try {
    return (await pendingMigrations(database)).length > 0 ? ['migrations that have not been run'] : [];
  } catch {
    return ['the database'];
  }
}
