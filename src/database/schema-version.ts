import type { DataSource } from 'typeorm';
import type { Database } from './database';
import { MIGRATIONS } from './migrations';

/** The migrations that the database has not seen, oldest first. A database without any table has seen none. */
export async function pendingMigrations(database: Database): Promise<readonly string[]> {
  const done = await migrationsOf(database);
  return MIGRATIONS.map(({ name }) => name).filter((name) => !done.has(name));
}

/** How long one migration waits for another. Seconds. */
const PATIENCE = 600;

/** Brings the database's schema up to date. Resolves to the names of the migrations that ran. */
export async function migrate(writer: DataSource): Promise<readonly string[]> {
  const runner = writer.createQueryRunner();
  const takesTurns = writer.options.type !== 'better-sqlite3';
  try {
    // Two that start at once must not define the same table; the lock goes with the connection that holds it.
    if (takesTurns) await runner.query(`SELECT GET_LOCK(CONCAT('rapport ', DATABASE()), ${PATIENCE})`);
    const migrations = await writer.runMigrations({ transaction: 'each' });
    return migrations.map(({ name }) => name);
  } finally {
    if (takesTurns) await runner.query("SELECT RELEASE_LOCK(CONCAT('rapport ', DATABASE()))");
    await runner.release();
  }
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
