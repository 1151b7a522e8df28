import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { loadConfig } from '../../src/config';
import { writerDataSource } from '../../src/database/data-source';
import { migrate } from '../../src/database/schema-version';
import { ENTITIES } from '../../src/entities';
import { engine, mariadbUrl, redisUrl } from '../services/engine';

/** Where a Rapport of its own can live: one process, or several that share it. */
export interface Place {
  /** Environment for `loadConfig` or a process. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export interface PlaceOptions {
  /** Default: the engine of this jest project. Only MariaDB can be shared by processes. */
  readonly on?: 'embedded' | 'mariadb';
  /** Whether the tables are made; default: they are. */
  readonly migrated?: boolean;
}

export const TEST_SECRET = 'a secret that is long enough, 0123456789';

/** A database of its own, and a name of its own on the Redis that all share. */
export async function newPlace({ on = engine, migrated = true }: PlaceOptions = {}): Promise<Place> {
  const name = `rapport_${randomBytes(6).toString('hex')}`;
  const stores = on === 'mariadb' ? storesOf(name) : {};
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  const env = {
    ...{ NODE_ENV: 'test', PORT: '0', PLAYGROUND: 'off', DEMO: 'off', DATA_DIR: folder, AUTH_SECRET: TEST_SECRET },
    // All people of a test come from one address.
    SIGN_UPS_PER_HOUR: '1000000',
    ...stores,
  };
  if (on === 'mariadb') await asRoot(`CREATE DATABASE ${name}`);
  if (on === 'mariadb' && migrated) await makeTables(env);
  return {
    env,
    remove: async () => {
      if (on === 'mariadb') await asRoot(`DROP DATABASE ${name}`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function storesOf(name: string) {
  const DATABASE_URL = new URL(`/${name}`, mariadbUrl()).href;
  // A developer's MariaDB need not be durable; whether the check works has a test of its own.
  return { DATABASE_URL, REDIS_URL: redisUrl(), REDIS_PREFIX: name, ALLOW_NON_DURABLE: 'on' };
}

async function asRoot(statement: string): Promise<void> {
  const connection = await createConnection(mariadbUrl().replace(/^mariadb:/, 'mysql:'));
  await connection.query(statement);
  await connection.end();
}

async function makeTables(env: Readonly<Record<string, string>>): Promise<void> {
  const writer = await writerDataSource(loadConfig(env), ENTITIES).initialize();
  await migrate(writer);
  await writer.destroy();
}
