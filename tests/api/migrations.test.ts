import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config';
import { writerDataSource } from '../../src/database/data-source';
import { MIGRATIONS } from '../../src/database/migrations';
import { migrate } from '../../src/database/schema-version';
import { ENTITIES } from '../../src/entities';
import { newPlace, type Place } from '../kit/place';
import { engine } from '../services/engine';

let place: Place;
let source: DataSource;

beforeEach(async () => {
  place = await newPlace({ migrated: false });
  source = await writerDataSource(loadConfig(place.env), ENTITIES).initialize();
});
afterEach(async () => {
  await source.destroy();
  await place.remove();
});

const differences = async () => (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

test('an operator can go up, all the way down, and up again, and the tables are what the entities say', async () => {
  expect(await migrate(source)).toHaveLength(MIGRATIONS.length);
  expect(await differences()).toEqual([]);
  for (const _ of MIGRATIONS) await source.undoLastMigration({ transaction: 'each' });
  expect(await source.query(tablesBut('migration'))).toEqual([]);
  expect(await migrate(source)).toHaveLength(MIGRATIONS.length);
  expect(await differences()).toEqual([]);
  expect(await migrate(source)).toEqual([]);
});

test('a schema that is not what the entities say is noticed', async () => {
  await migrate(source);
  await source.query('ALTER TABLE `pair` ADD COLUMN `extra` bigint');
  expect(await differences()).not.toEqual([]);
});

function tablesBut(one: string): string {
  return engine === 'mariadb'
    ? `SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> '${one}'`
    : `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '${one}'`;
}

if (engine === 'mariadb') {
  test('a first migration that was killed in the middle goes on where it was', async () => {
    await migrate(source);
    await source.query('DELETE FROM migration');
    await source.query('DROP TABLE suggestion_dismissal');
    await source.query('DROP INDEX notifications_unread ON notification');
    await source.query('ALTER TABLE pair DROP COLUMN open_return_at');
    expect(await migrate(source)).toHaveLength(MIGRATIONS.length);
    expect(await differences()).toEqual([]);
  });

  test("two that migrate at once do not get in each other's way", async () => {
    const other = await writerDataSource(loadConfig(place.env), ENTITIES).initialize();
    const ran = await Promise.all([migrate(source), migrate(other)]);
    await other.destroy();
    expect(ran.flat()).toHaveLength(MIGRATIONS.length);
  });
}
