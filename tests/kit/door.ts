import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { type Config, loadConfig } from '../../src/config';
import { openDataSources } from '../../src/database/data-source';
import { Database } from '../../src/database/database';
import { Ids } from '../../src/database/ids';
import { migrate } from '../../src/database/schema-version';
import { ENTITIES } from '../../src/entities';
import { Lane, type RungBatch } from '../../src/events/lane';
import { createMembers } from '../../src/members/create-members.queries';
import type { Policy } from '../../src/policy';
import { Door } from '../../src/relationships/door';
import { type Engine, engine, mariadbUrl } from '../services/engine';

/** A database of a test's own, migrated, for as many openings as the test likes. */
export interface Store {
  readonly config: Config;
  remove(): Promise<void>;
}

/** The door on a real engine, without a server in front of it. */
export interface OpenDoor {
  readonly database: Database;
  readonly door: Door;
  readonly lane: Lane;
  readonly policy: Policy;
  /** What the door said was committed, in order. */
  readonly committed: readonly RungBatch[];
  close(): Promise<void>;
}

export interface DoorChoices {
  readonly policy?: Partial<Policy>;
  /** Most commands in one transaction. */
  readonly batch?: number;
  readonly clock?: (databaseTime: number) => number;
  /** Is told of every batch that was committed. */
  readonly committed?: (batch: RungBatch) => void;
}

/** Makes a database, on the engine of this jest project when none is named. */
export async function createStore(on: Engine = engine): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-door-'));
  const name = `rapport_door_${randomBytes(6).toString('hex')}`;
  if (on === 'mariadb') await onServer(`CREATE DATABASE ${name}`);
  const config = configOf(on === 'mariadb' ? `${mariadbUrl()}/${name}` : undefined, folder);
  const [writer, reader] = await openDataSources(config, ENTITIES);
  await migrate(writer);
  await new Database(writer, reader).close();
  const remove = async () => {
    if (on === 'mariadb') await onServer(`DROP DATABASE ${name}`);
    await rm(folder, { recursive: true, force: true });
  };
  return { config, remove };
}

export const configOf = (databaseUrl: string | undefined, dataDir: string): Config =>
  loadConfig({ NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DATABASE_CONNECTIONS: '4' });

let doors = 0;

/** Opens a door, and the lane that belongs to it, on a migrated database. */
export async function openDoor(config: Config, choices: DoorChoices = {}): Promise<OpenDoor> {
  const [writer, reader] = await openDataSources(config, ENTITIES);
  const database = new Database(writer, reader, choices.clock);
  const ids = new Ids(database);
  const lane = await Lane.open(database, ids, `test ${doors++}`);
  const policy = { ...config.policy, ...choices.policy };
  const committed: RungBatch[] = [];
  const door = new Door({
    ...{ database, ids, lane, policy },
    ...{ batch: choices.batch ?? config.limits.batch, waiting: config.limits.waitingCommands },
    committed: (batch) => {
      committed.push(batch);
      choices.committed?.(batch);
    },
  });
  const close = async () => {
    await door.drained();
    await database.close();
  };
  return { database, door, lane, policy, committed, close };
}

/** New people whose accounts are old enough for every allowance. */
export async function people(database: Database, count: number): Promise<number[]> {
  const first = await new Ids(database).take(count);
  const ids = Array.from({ length: count }, (_, index) => first + index);
  const made = ids.map((id) => ({ id, handle: `member-${id}`, name: `Member ${id}` }));
  await database.transact((tx) => createMembers(tx, made, 0));
  return ids;
}

async function onServer(statement: string): Promise<void> {
  const connection = await createConnection(mariadbUrl().replace(/^mariadb:/, 'mysql:'));
  await connection.query(statement);
  await connection.end();
}
