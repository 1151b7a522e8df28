import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { type App, createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { writerDataSource } from '../../src/database/data-source';
import { migrate } from '../../src/database/schema-version';
import { ENTITIES } from '../../src/entities';
import { createLogger } from '../../src/logger';
import { engine, mariadbUrl } from '../services/engine';
import { TestClock } from './clock';
import { HttpClient } from './http-client';

export interface TestApp {
  readonly app: App;
  readonly http: HttpClient;
  readonly clock: TestClock;
  /** Lines of the log. */
  readonly log: string[];
  stop(): Promise<void>;
}

export const TEST_SECRET = 'a secret that is long enough, 0123456789';

/** A whole Rapport with a database of its own, on the engine of this jest project. */
export async function startApp(env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-app-'));
  const database = engine === 'mariadb' ? await createDatabase() : undefined;
  const config = loadConfig({
    ...{ NODE_ENV: 'test', PORT: '0', PLAYGROUND: 'off', DEMO: 'off', DATA_DIR: folder, AUTH_SECRET: TEST_SECRET },
    ...(database ? { DATABASE_URL: database.url, ALLOW_NON_DURABLE: 'on' } : {}),
    ...env,
  });
  if (database) {
    const writer = await writerDataSource(config, ENTITIES).initialize();
    await migrate(writer);
    await writer.destroy();
  }
  const clock = new TestClock();
  const log: string[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void log.push(line) } });
  const app = await createApp({ config, clock: clock.read, logger });
  const stop = async () => {
    await app.stop();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { app, http: new HttpClient(app.url), clock, log, stop };
}

async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `rapport_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const connection = await createConnection(mariadbUrl().replace(/^mariadb:/, 'mysql:'));
    await connection.query(statement);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name}`);
  return { url: `${mariadbUrl()}/${name}`, drop: () => run(`DROP DATABASE ${name}`) };
}
