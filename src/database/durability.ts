import type { Database } from './database';

/** The server is not what the URL says, or does not keep what it has committed. `problems` says what to do about it. */
export class UnfitDatabase extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The database cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'UnfitDatabase';
  }
}

interface ServerRow {
  readonly version: string;
  readonly log_bin: number;
  readonly sync_binlog: number;
  readonly innodb_flush_log_at_trx_commit: number;
}

/** What a commit needs to survive a power cut. With MariaDB's defaults readers saw events that afterwards never happened. */
const NEEDED = { log_bin: 1, sync_binlog: 1, innodb_flush_log_at_trx_commit: 1 } as const;
const HOW = {
  log_bin: 'log_bin is off: start the server with --log-bin.',
  sync_binlog: "sync_binlog is not 1: SET GLOBAL sync_binlog = 1, and keep it in the server's configuration.",
  innodb_flush_log_at_trx_commit:
    "innodb_flush_log_at_trx_commit is not 1: SET GLOBAL innodb_flush_log_at_trx_commit = 1, and keep it in the server's configuration.",
} as const;

/** Throws `UnfitDatabase` when the server is another product than the URL names, or, unless allowed, may lose commits. */
export async function checkServer(database: Database, allowNonDurable: boolean): Promise<void> {
  const { server, name } = database.dialect;
  if (server === null) return;
  const [row] = await database.query<ServerRow>(server);
  if (!row) throw new Error('The database server does not tell its settings.');
  const product = /mariadb/i.test(row.version) ? 'mariadb' : 'mysql';
  if (product !== name)
    throw new UnfitDatabase([
      `DATABASE_URL begins with ${name}://, but the server is ${row.version}: write ${product}://.`,
    ]);
  const names = ['log_bin', 'sync_binlog', 'innodb_flush_log_at_trx_commit'] as const;
  const problems = names.filter((setting) => Number(row[setting]) !== NEEDED[setting]).map((setting) => HOW[setting]);
  if (problems.length === 0 || allowNonDurable) return;
  throw new UnfitDatabase([...problems, 'To take the risk of losing what people did, set ALLOW_NON_DURABLE=1.']);
}
