/** Everything that differs between the engines in SQL and in errors. Nothing else in the program may ask which engine it is. */
export interface Dialect {
  readonly name: 'mariadb' | 'mysql' | 'sqlite';
  /** The end of a `CREATE TABLE` of an ordinary table, and of one clustered on its composite primary key. */
  readonly tableEnd: string;
  readonly clusteredTableEnd: string;
  /** What every new connection is told first. */
  readonly session: readonly string[];
  readonly begin: string;
  /** What begins a transaction that only reads, and sees one moment. */
  readonly beginSnapshot: readonly string[];
  /** Index hint and lock of the one ascending `SELECT … FOR UPDATE` over member states. */
  readonly byPrimaryKey: string;
  readonly forUpdate: string;
  /** A lock that any number may hold, passing over what others have locked; `null` where that cannot be said. */
  readonly shareSkipLocked: string | null;
  /** The database's clock in epoch milliseconds. */
  readonly now: string;
  /**
   * Most commands in a transaction that nobody waits for: few where everybody else waits until it is over, more where it runs beside
   * theirs and each statement has its price.
   */
  readonly mostAside: number;
  /** How many equal readings are worth sending in one statement, and statements in one packet; 1 where nothing is sent. */
  readonly mostTogether: number;
  /** Asks a server who it is (`version`), and for the settings that make a commit last; `null` where nothing can be set. */
  readonly server: string | null;
  /** The tail of a multi-row insert that overwrites `columns` of rows whose `keys` exist. */
  onConflictUpdate(keys: readonly string[], columns: readonly string[]): string;
  /** What happened, in the engine's own error codes. */
  classify(error: unknown): DatabaseFault;
}

/**
 * `duplicate`: a unique key refused the row. `retry`: the transaction was rolled back or lost, and may be run again whole.
 * `timeout`: a lock was not granted in time. `lost`: the connection broke, so a COMMIT under way may or may not have happened.
 */
export type DatabaseFault = 'duplicate' | 'retry' | 'timeout' | 'lost' | 'other';

const MYSQL_FAULTS: Readonly<Record<string, DatabaseFault>> = {
  ER_DUP_ENTRY: 'duplicate',
  ER_LOCK_DEADLOCK: 'retry',
  ER_CHECKREAD: 'retry',
  ER_LOCK_WAIT_TIMEOUT: 'timeout',
  ER_SERVER_SHUTDOWN: 'lost',
  ER_CONNECTION_KILLED: 'lost',
  ER_NORMAL_SHUTDOWN: 'lost',
  PROTOCOL_CONNECTION_LOST: 'lost',
  PROTOCOL_SEQUENCE_TIMEOUT: 'lost',
  ECONNRESET: 'lost',
  ECONNREFUSED: 'lost',
  EPIPE: 'lost',
  ETIMEDOUT: 'lost',
  EHOSTUNREACH: 'lost',
  ENETUNREACH: 'lost',
  EAI_AGAIN: 'lost',
  ENOTFOUND: 'lost',
  ER_CON_COUNT_ERROR: 'lost',
  ER_TOO_MANY_USER_CONNECTIONS: 'lost',
  ER_OPTION_PREVENTS_STATEMENT: 'lost',
  ER_QUERY_INTERRUPTED: 'timeout',
  ER_STATEMENT_TIMEOUT: 'timeout',
};
/** What proxies answer in a server's place when it is gone: CR_SERVER_GONE_ERROR, CR_SERVER_LOST. MariaDB's statement time-out. */
const MYSQL_NUMBERS: Readonly<Record<string, DatabaseFault>> = { 2006: 'lost', 2013: 'lost', 1969: 'timeout' };

/** Waiting longer than a second for a lock means that somebody is stuck: give up, and let the batch be split. */
const SESSION = [
  // The driver escapes quotes in values by backslashes: where those are ordinary characters, a value could end its quotation.
  "SET SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '')",
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00'",
  'SET SESSION innodb_lock_wait_timeout = 1',
  // A list of all of a member's connections; MySQL's own limit is a thousand characters.
  'SET SESSION group_concat_max_len = 1048576',
];
/**
 * Only MariaDB can end a transaction whose process has been suspended while it held locks. To MariaDB one that has locked and
 * not yet written is no write transaction: the time-out of those would let it hold its locks for ever.
 */
const END_IDLE_TRANSACTION = 'SET SESSION idle_transaction_timeout = 2';
/** Whoever looks at a snapshot may think about it between two statements. */
const KEEP_IDLE_TRANSACTION = 'SET SESSION idle_transaction_timeout = 0';

function mysqlLike(name: 'mariadb' | 'mysql'): Dialect {
  const tableEnd = ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
  return {
    name,
    tableEnd,
    clusteredTableEnd: tableEnd,
    session: name === 'mariadb' ? [...SESSION, END_IDLE_TRANSACTION] : SESSION,
    begin: 'START TRANSACTION',
    beginSnapshot: [
      ...(name === 'mariadb' ? [KEEP_IDLE_TRANSACTION] : []),
      'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ',
      'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY',
    ],
    byPrimaryKey: 'FORCE INDEX (PRIMARY)',
    forUpdate: 'FOR UPDATE',
    shareSkipLocked: name === 'mariadb' ? 'LOCK IN SHARE MODE SKIP LOCKED' : 'FOR SHARE SKIP LOCKED',
    // Unlike NOW, SYSDATE does not stand still while a statement waits for locks.
    now: 'CAST(UNIX_TIMESTAMP(SYSDATE(3)) * 1000 AS SIGNED)',
    mostAside: 16,
    mostTogether: 64,
    server:
      'SELECT VERSION() AS version, @@log_bin AS log_bin, @@sync_binlog AS sync_binlog, @@innodb_flush_log_at_trx_commit AS innodb_flush_log_at_trx_commit',
    onConflictUpdate: (_keys, columns) =>
      `ON DUPLICATE KEY UPDATE ${columns.map((c) => `\`${c}\` = VALUES(\`${c}\`)`).join(', ')}`,
    classify(error) {
      const code = property(error, 'code');
      const known = MYSQL_FAULTS[code ?? ''] ?? MYSQL_NUMBERS[property(error, 'errno') ?? ''];
      if (known) return known;
      const message = error instanceof Error ? error.message : '';
      return /closed state|connection (was )?(lost|closed)|Connection was killed/i.test(message) ? 'lost' : 'other';
    },
  };
}

const sqlite: Dialect = {
  name: 'sqlite',
  tableEnd: '',
  clusteredTableEnd: ' WITHOUT ROWID',
  session: [],
  begin: 'BEGIN IMMEDIATE',
  beginSnapshot: ['BEGIN'],
  byPrimaryKey: '',
  forUpdate: '',
  shareSkipLocked: null,
  now: `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
  mostAside: 8,
  mostTogether: 1,
  server: null,
  onConflictUpdate: (keys, columns) =>
    `ON CONFLICT (${keys.map((k) => `\`${k}\``).join(', ')}) DO UPDATE SET ${columns.map((c) => `\`${c}\` = excluded.\`${c}\``).join(', ')}`,
  classify(error) {
    const code = property(error, 'code') ?? '';
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'duplicate';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'timeout';
    return 'other';
  },
};

export const DIALECTS = { mariadb: mysqlLike('mariadb'), mysql: mysqlLike('mysql'), sqlite } as const;

function property(error: unknown, name: 'code' | 'errno'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
