import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';

/** Something was asked of the database, and nothing came back for so long that the connection counts as lost. */
export class DatabaseSilent extends Error {
  override readonly name = 'DatabaseSilent';
  /** As the network says when nobody answers. */
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The database has not answered in time.');
  }
}

/** What is needed of a connection of mysql2's pool, and of the pool. */
interface Connection {
  readonly stream: { destroy(error: Error): void; once(event: 'close', listener: () => void): void };
  query(text: string): unknown;
  release(): void;
}
type Taker = (error: Error | null, connection?: Connection) => void;
export interface ConnectionPool {
  getConnection(take: Taker): unknown;
  on(event: 'connection' | 'acquire' | 'release', listener: (connection: Connection) => void): void;
}

/** How much longer than others a patient reading may take. */
const PATIENCE = 24;

/** Lets what runs on this runner take longer: readings that go through whole tables. */
export function bePatient(runner: QueryRunner): QueryRunner {
  runner.data.patient = true;
  return runner;
}

/**
 * Sees to it that nobody waits for a silent database for longer than `limit`, neither for an answer nor for a connection. A
 * connection that does not answer is broken off, as the network would do if it knew: what runs on it fails as on a lost
 * connection, and the pool makes new ones. Milliseconds.
 */
export function limitAnswerTime(source: DataSource, pool: ConnectionPool, limit: number): void {
  limitTaking(pool, limit);
  source.subscribers.push(new AnswerWatch(limit, idleOf(pool)));
}

/** The connections that nobody uses. */
function idleOf(pool: ConnectionPool): ReadonlySet<Connection> {
  const idle = new Set<Connection>();
  pool.on('connection', (connection) => connection.stream.once('close', () => idle.delete(connection)));
  pool.on('release', (connection) => idle.add(connection));
  pool.on('acquire', (connection) => idle.delete(connection));
  return idle;
}

/** Who has waited in vain for a connection is told so; the connection that comes too late goes to the next one. */
function limitTaking(pool: ConnectionPool, limit: number): void {
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (take) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      take(new DatabaseSilent());
    }, limit);
    return getConnection((error, connection) => {
      clearTimeout(timer);
      if (late) connection?.release();
      else take(error, connection);
    });
  };
}

class AnswerWatch implements EntitySubscriberInterface {
  /** One timer for each statement under way on a runner; they are answered in order. */
  private readonly timers = new WeakMap<QueryRunner, NodeJS.Timeout[]>();

  constructor(
    private readonly limit: number,
    private readonly idle: ReadonlySet<Connection>,
  ) {}

  beforeQuery({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    const timers = this.timers.get(queryRunner) ?? [];
    this.timers.set(queryRunner, timers);
    const limit = queryRunner.data.patient === true ? this.limit * PATIENCE : this.limit;
    timers.push(setTimeout(() => void this.breakOff(queryRunner), limit));
  }

  afterQuery({ queryRunner }: { readonly queryRunner: QueryRunner }): void {
    clearTimeout(this.timers.get(queryRunner)?.shift());
  }

  /** The idle connections lead to the same place: whoever took one would wait as long again. */
  private async breakOff(runner: QueryRunner): Promise<void> {
    const silent: Connection = await runner.connect();
    for (const { stream } of [silent, ...this.idle]) stream.destroy(new DatabaseSilent());
  }
}
