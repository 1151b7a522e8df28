import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import type { Config } from '../config';
import { type ConnectionPool, limitAnswerTime } from './answer-time';
import { DIALECTS } from './dialect';
import { MIGRATIONS } from './migrations';

type Where = Pick<Config, 'databaseUrl' | 'dataDir' | 'limits'>;
// biome-ignore lint/complexity/noBannedTypes: this is TypeORM's own name for a list of entity classes.
type Entities = MixedList<Function>;

/** The data source that writes and migrates. `synchronize` is never on: the schema is what the migrations say. */
export function writerDataSource(where: Where, entities: Entities): DataSource {
  return new DataSource(options(where, entities, false));
}

/** Opens the writer and, on the embedded engine, a second read-only connection; elsewhere both are one pool. */
export async function openDataSources(
  where: Where,
  entities: Entities,
): Promise<[writer: DataSource, reader: DataSource]> {
  const writer = await initialize(writerDataSource(where, entities), where);
  if (where.databaseUrl !== undefined) return [writer, writer];
  return [writer, await initialize(new DataSource(options(where, entities, true)), where)];
}

/** Until a new connection is given up, and how long an idle one is before it is asked whether it lives. Milliseconds. */
const CONNECTED_WITHIN = 2000;
const ALIVE_EVERY = 10_000;
/**
 * Pages in SQLite's log before the commit that adds the next one moves them to where they belong; everybody waits for that. By
 * default 1,000, which takes three times as long.
 */
const CHECKPOINT_PAGES = 250;

async function initialize(source: DataSource, { limits }: Where): Promise<DataSource> {
  await source.initialize();
  if (source.driver.options.type === 'better-sqlite3') return source;
  const dialect = DIALECTS[source.driver.options.type === 'mariadb' ? 'mariadb' : 'mysql'];
  const pool: ConnectionPool = Reflect.get(source.driver, 'pool');
  limitAnswerTime(source, pool, limits.databaseAnswer);
  pool.on('connection', (connection) => {
    for (const statement of dialect.session) connection.query(statement);
  });
  // The first connection was made before anyone could listen.
  const runner = source.createQueryRunner();
  for (const statement of dialect.session) await runner.query(statement);
  await runner.release();
  return source;
}

function options(where: Where, entities: Entities, readonly: boolean): DataSourceOptions {
  const common = { entities, migrations: MIGRATIONS, synchronize: false, migrationsTableName: 'migration' } as const;
  if (where.databaseUrl === undefined) {
    mkdirSync(where.dataDir, { recursive: true });
    return {
      ...common,
      type: 'better-sqlite3',
      database: join(where.dataDir, 'rapport.sqlite'),
      readonly,
      enableWAL: !readonly,
      prepareDatabase: (database: { pragma(text: string): unknown }) => {
        if (readonly) return;
        database.pragma('synchronous = FULL');
        database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      },
    };
  }
  return {
    ...common,
    type: where.databaseUrl.startsWith('mariadb:') ? 'mariadb' : 'mysql',
    url: where.databaseUrl,
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: where.limits.databaseConnections,
    connectTimeout: CONNECTED_WITHIN,
    multipleStatements: true,
    extra: { enableKeepAlive: true, keepAliveInitialDelay: ALIVE_EVERY },
  };
}
