import 'reflect-metadata';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createApp } from './app';
import { auditReport } from './audit/audit-report';
import { violations } from './audit/violations';
import { type Config, ConfigError, loadConfig } from './config';
import { writerDataSource } from './database/data-source';
import type { Database } from './database/database';
import { UnfitDatabase } from './database/durability';
import { migrate } from './database/schema-version';
import { ENTITIES } from './entities';
import { lineOf } from './erasure/erase-list';
import { allErased } from './erasure/erasure.queries';
import { DomainError } from './errors';
import { importArguments } from './imports/import-arguments';
import { progressOn, reportText } from './imports/import-progress';
import { attendToStanding } from './invitations/standing/standing-office';
import { createLogger } from './logger';
import { Metrics } from './metrics';
import { policyTable } from './policy';
import { openDatabase, openRooms, type Rooms } from './rooms';
import type { DemoPerson } from './server/playground';

/** What can be asked for on the command line: `node dist/src/main.js <command>`. Each resolves to the exit status. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  serve,
  migrate: runMigrations,
  import: importGraph,
  prune,
  erase,
  audit,
  standing,
  policy: async () => say(policyTable(loadConfig(process.env).policy)),
  schema: writeSchema,
};

/** A process ends this long after it was asked to. Milliseconds. */
const STOPPED_WITHIN = 25_000;

async function serve(): Promise<number> {
  const config = loadConfig(process.env);
  const stopped = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
  const logger = createLogger({ level: config.logLevel, pretty: !config.production && process.stdout.isTTY === true });
  const app = await createApp({ config, logger, metrics: new Metrics({ watchProcess: true }) });
  logger.info({ url: `${app.url}/graphql` }, 'serving');
  if (config.playground) say(welcome(app.url, app.people));
  logger.info({ signal: await stopped }, 'stopping');
  // Whatever hangs then, a database that does not answer for example, must not keep the process.
  setTimeout(() => process.exit(1), STOPPED_WITHIN).unref();
  await app.stop();
  return 0;
}

async function runMigrations(): Promise<number> {
  const source = await writerDataSource(loadConfig(process.env), ENTITIES).initialize();
  try {
    const done = await migrate(source);
    return say(done.length > 0 ? done.map((name) => `ran ${name}`).join('\n') : 'The schema is up to date.');
  } finally {
    await source.destroy();
  }
}

/** Brings a graph in: `import FILE [--name NAME]`. Stopped in the middle, it is finished by running it again. */
async function importGraph(args: readonly string[]): Promise<number> {
  const { file, name } = importArguments(args);
  return withRooms(unhurried(loadConfig(process.env)), async ({ imports }) => {
    const began = Date.now();
    const report = await imports.import({ file, name, progress: progressOn(process.stderr) });
    return say(reportText(report, Date.now() - began));
  });
}

/** Deletes what has been kept for long enough, now instead of within the hour. */
function prune(): Promise<number> {
  return withRooms(unhurried(loadConfig(process.env)), async ({ pruner }) => {
    const pruned = await pruner.prune();
    if (!pruned) return say('Another process is at it.');
    const counts = Object.entries(pruned).map(([what, count]) => `${count} ${what}`);
    return say(`Deleted ${counts.join(', ')}.`);
  });
}

/**
 * Erases anew whom a restored backup has brought back, by the list outside the database, and finishes what was begun.
 * `--list` prints that list as the database has it.
 */
function erase(args: readonly string[]): Promise<number> {
  const config = loadConfig(process.env);
  if (args.includes('--list'))
    return withDatabase(config, async (database) => {
      process.stdout.write((await allErased(database)).map(lineOf).join(''));
      return 0;
    });
  return withRooms(config, async ({ eraser }) => {
    const finished = await eraser.sweep();
    return say(finished === null ? 'Another process is at it.' : 'Nothing is left of those on the list.');
  });
}

/** Reads a live database in one snapshot. Exit status 0: every promise is kept; 2: some are broken, and are printed. */
function audit(): Promise<number> {
  const config = unhurried(loadConfig(process.env));
  return withDatabase({ ...config, allowNonDurable: true }, async (database) => {
    const found = await database.snapshot((sql) => violations(sql, config.policy));
    say(auditReport(found));
    return found.length > 0 ? 2 : 0;
  });
}

/** Prints a member's standing with its evidence; pardons, or revokes a pardon. */
function standing(args: readonly string[]): Promise<number> {
  const config = loadConfig(process.env);
  return withRooms(config, async ({ database, door }) =>
    say(await attendToStanding({ database, door, policy: config.policy }, args)),
  );
}

/** Prints the API's schema to the file that clients and reviewers read; `--check` only tells whether that is what it says. */
async function writeSchema(args: readonly string[]): Promise<number> {
  const file = 'schema/schema.graphql';
  const text = await schemaText();
  if (!args.includes('--check')) {
    writeFileSync(file, text);
    return say(`Wrote ${file}.`);
  }
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return 0;
  return complain(`${file} is not what the code says. Run: npm run schema`);
}

/** Everything but the server, for a command: it logs what is worth a warning, and closes all of it in the end. */
async function withRooms<T>(config: Config, work: (rooms: Rooms) => Promise<T>): Promise<T> {
  const logger = createLogger({ level: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const rooms = await openRooms({ config, logger, metrics: new Metrics() });
  try {
    return await work(rooms);
  } finally {
    await rooms.close();
  }
}

async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config, undefined);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** For programs whose readings nobody waits for. */
function unhurried(config: Config): Config {
  return { ...config, limits: { ...config.limits, databaseAnswer: 600_000 } };
}

/** The schema needs wired rooms, and those a database: an empty one that is thrown away. */
async function schemaText(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-schema-'));
  try {
    const config = loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
    return await withRooms(config, async ({ schema }) => `${printSchema(lexicographicSortSchema(schema))}\n`);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function welcome(url: string, people: readonly DemoPerson[]): string {
  const names = people.map(({ name, email, password }) => `    ${name}: ${email}, password ${password}`);
  const signIn = names.length > 0 ? ['  Sign in there as', ...names] : [];
  return ['', `  The playground is at ${url}`, ...signIn, ''].join('\n');
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function complain(text: string): number {
  console.error(text);
  return 1;
}

/** What an operator can mend is told in words; anything else is a bug, and shows where it is. */
function explain(error: unknown): number {
  if (error instanceof ConfigError || error instanceof UnfitDatabase || error instanceof DomainError)
    return complain(error.message);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return complain('The port is in use. Set PORT to another one.');
  if (/^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ER_ACCESS_DENIED_ERROR|ER_BAD_DB_ERROR)$/.test(code))
    return complain(`The database of DATABASE_URL cannot be reached (${code}).`);
  if (/^(EEXIST|ENOTDIR|EACCES|EROFS|SQLITE_CANTOPEN)$/.test(code))
    return complain(`DATA_DIR must be a folder that this program may write to (${code}).`);
  console.error(error);
  return 1;
}

async function run([name = 'serve', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return complain(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
  // What is half open is not worth waiting for, and must not keep the process from ending.
  return command(args).catch((error: unknown) => process.exit(explain(error)));
}

void run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
