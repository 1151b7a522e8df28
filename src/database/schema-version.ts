import type { DataSource } from 'typeorm';
import type { Database } from './database';
import { MIGRATIONS } from './migrations';

/** The migrations that the database has not seen, oldest first. A database without any table has seen none. */
export async function pendingMigrations(database: Database): Promise<readonly string[]> {
  const done = await migrationsOf(database);
  return MIGRATIONS.map(({ name }) => name).filter((name) => !done.has(name));
}

/** Brings the database's schema up to date. Resolves to the names of the migrations that ran. */
export async function migrate(writer: DataSource): Promise<readonly string[]> {
  const migrations = await writer.runMigrations({ transaction: 'each' });
  return migrations.map(({ name }) => name);
}

async function migrationsOf(database: Database): Promise<ReadonlySet<string>> {
  const runner = database.reader.createQueryRunner();
  try {
    if (!(await runner.hasTable('migration'))) return new Set();
    const rows = await database.query<{ name: string }>('SELECT name FROM migration');
    return new Set(rows.map(({ name }) => name));
  } finally {
    await runner.release();
  }
}
