import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { type Config, loadConfig } from '../src/config';
import { openDataSources } from '../src/database/data-source';
import { Database } from '../src/database/database';
import { migrate } from '../src/database/schema-version';
import { ENTITIES } from '../src/entities';
import { startStores } from '../tests/services/stores';

export type Engine = 'mariadb' | 'embedded';

/** A private place to measure in: stores that keep their promises, with a migrated database, or a folder for the embedded one. */
export interface Place {
  readonly engine: Engine;
  /** What a server needs to work here. */
  readonly env: Readonly<Record<string, string>>;
  readonly config: Config;
  /** Processes of the stores; none when they are embedded. */
  readonly stores: { readonly mariadb?: number; readonly redis?: number };
  openDatabase(): Promise<Database>;
  close(): Promise<void>;
}

/** No quota stands in the way, but each is counted all the same. */
const GENEROUS = {
  QUOTA_PER_DAY: '1000000',
  QUOTA_PER_WEEK: '1000000',
  OPEN_LIMIT: '1000000',
  OPEN_LIMIT_YOUNG: '1000000',
  SIGN_UPS_PER_HOUR: '1000000',
};

export async function openPlace(engine: Engine): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  const stores = engine === 'mariadb' ? await startStores({ logFileSize: '1G' }) : undefined;
  const env = {
    ...{ NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'info', DATA_DIR: folder, ...GENEROUS },
    AUTH_SECRET: randomBytes(48).toString('base64'),
    ACCESS_TOKEN_MINUTES: '600',
    ...(stores ? { DATABASE_URL: await createDatabase(stores.mariadb.url), REDIS_URL: stores.redis.url } : {}),
  };
  const config = loadConfig(env);
  const openDatabase = async () => new Database(...(await openDataSources(config, ENTITIES)));
  const database = await openDatabase();
  await migrate(database.writer);
  await database.close();
  return {
    ...{ engine, env, config, openDatabase },
    stores: stores ? { mariadb: stores.mariadb.pid, redis: stores.redis.pid } : {},
    close: async () => {
      await stores?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(url: string): Promise<string> {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  await connection.query('CREATE DATABASE bench');
  await connection.end();
  return `${url}/bench`;
}
