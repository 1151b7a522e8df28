import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { type Config, loadConfig } from '../../src/config';
import { openDataSources, writerDataSource } from '../../src/database/data-source';
import { Database } from '../../src/database/database';
import { migrate } from '../../src/database/schema-version';
import { ENTITIES } from '../../src/entities';
import { TEST_SECRET } from '../kit/place';
import { type MariadbOptions, startMariadb } from '../services/mariadb';
import { findOrInstall, STORE_PROGRAMS } from '../services/programs';
import { type RedisOptions, startRedis } from '../services/redis';
import type { Ground, Service } from '../services/service';
import { ApiProcess } from './api-process';
import type { Epoch } from './truth';

/** A database or a Redis, and what can be done to it. */
export interface Store {
  /** Without any proxy in between. */
  readonly url: string;
  readonly pid: number;
  /** Where it keeps its files. */
  readonly dataDir: string;
  kill9(): Promise<void>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Starts it again where it was, and waits until it accepts connections. */
  start(more?: readonly string[]): Promise<void>;
}

export interface PlaceOptions {
  /** How many API processes; default 4. */
  readonly processes?: number;
  readonly mariadb?: MariadbOptions;
  readonly redis?: RedisOptions;
  /** What stands in place of one Redis, such as two with Sentinels. */
  readonly startRedis?: () => Promise<Service>;
  /** Environment of the API processes that differs, such as the REDIS_URL of a Sentinel. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A whole running system of its own: stores that keep their promises, API processes, and proxies between them all. */
export interface Place {
  readonly database: Store;
  readonly redis: Store;
  /** What the database stands on, if it was given something. */
  readonly ground: Ground | undefined;
  readonly apis: readonly ApiProcess[];
  /** All epochs of the streams so far, in order. Whoever begins one adds it. */
  readonly epochs: Epoch[];
  /** Of the API processes, but with the database's own address: for looks at the truth. */
  readonly config: Config;
  /** What `npm run audit` needs to look at this place. */
  readonly env: Readonly<Record<string, string>>;
  /** Straight to the database, past all proxies. Whoever opens it closes it. */
  openDatabase(): Promise<Database>;
  close(): Promise<void>;
}

/** Nothing stands in the way of a change but the rules about the two people, and keys are remembered whatever clocks do. */
const WITHOUT_WAITING = {
  ...{ QUOTA_PER_DAY: '1000000', QUOTA_PER_WEEK: '1000000', OPEN_LIMIT: '1000000', OPEN_LIMIT_YOUNG: '1000000' },
  ...{ IDEMPOTENCY_HOURS: '1000', ANSWERS_PER_HOUR: '1000000', WITHDRAW_COOLDOWN_DAYS: '0', BLOCK_COOLDOWN_HOURS: '0' },
  ...{ RATE_LIMITS: 'off', ACCESS_TOKEN_MINUTES: '600', SOCKETS_PER_MEMBER: '1000' },
  // As short as production allows: many restarts fit into an hour.
  DRAIN_SECONDS: '2',
};

export async function openPlace({ processes = 4, mariadb, env: more, ...bell }: PlaceOptions = {}): Promise<Place> {
  findOrInstall(...STORE_PROGRAMS);
  const endings: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const ending of endings.reverse()) await ending();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-faults-'));
    endings.push(() => rm(folder, { recursive: true, force: true }));
    const [bells, store] = [await (bell.startRedis?.() ?? startRedis(bell.redis)), await startMariadb(mariadb)];
    endings.push(bells.stop.bind(bells), store.stop.bind(store));
    const env = {
      ...{ NODE_ENV: 'production', PORT: '0', DEMO: 'off', DATA_DIR: folder, AUTH_SECRET: TEST_SECRET },
      ...{ DATABASE_URL: await createDatabase(store.url), REDIS_URL: bells.url, ...WITHOUT_WAITING, ...more },
    };
    const config = loadConfig(env);
    await makeTables(config);
    const apis = await Promise.all(Array.from({ length: processes }, (_, number) => ApiProcess.start(number, env)));
    endings.push(() => Promise.all(apis.map((api) => api.end())));
    return {
      ...{ apis, config, env, close, ground: mariadb?.ground, epochs: [] },
      ...{ database: storeOf(store, 'data'), redis: storeOf(bells) },
      openDatabase: async () => new Database(...(await openDataSources(config, ENTITIES))),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function storeOf(service: Service, folder = '.'): Store {
  return {
    url: service.url,
    dataDir: join(service.folder, folder),
    get pid() {
      return service.pid;
    },
    kill9: () => service.kill(),
    stop: () => service.shutDown(),
    start: (more) => service.start(more),
  };
}

async function createDatabase(url: string): Promise<string> {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  await connection.query('CREATE DATABASE faults');
  await connection.end();
  return `${url}/faults`;
}

async function makeTables(config: Config): Promise<void> {
  const writer = await writerDataSource(config, ENTITIES).initialize();
  await migrate(writer);
  await writer.destroy();
}
