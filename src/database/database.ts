import type { DataSource, QueryRunner } from 'typeorm';
import { bePatient } from './answer-time';
import { DIALECTS, type Dialect } from './dialect';
import { Packets } from './packets';
import { Together } from './together';
import { Turns } from './turns';

export type SqlValue = string | number | null | Buffer;

/** Runs parametrised SQL. `Row` is what the statement's author says its columns are; integers arrive as numbers. */
export interface Sql {
  readonly dialect: Dialect;
  query<Row>(text: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs a statement that changes rows; resolves to how many. */
  run(text: string, parameters?: readonly SqlValue[]): Promise<number>;
}

/**
 * A transaction under way. Whoever writes takes it as first parameter. Statements that are asked together, without waiting for
 * one another, make one round trip, and none runs after one that failed.
 */
export interface Tx extends Sql {
  /** The product's time by the database's clock, epoch milliseconds. */
  now(): Promise<number>;
  /** The product's time for a database time that came with another statement (`dialect.now`). */
  clock(databaseTime: number): number;
}

/** COMMIT was not answered, or not by the database: the transaction happened wholly or not at all, and it is not known which. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}

const ATTEMPTS = 5;

/**
 * The one place that opens transactions. On the embedded engine all transactions share one connection and take turns;
 * ordinary reads use a second, read-only one. On MySQL and MariaDB both are the same pool.
 */
export class Database implements Sql {
  readonly dialect: Dialect;
  /** For readings that many ask for at the same moment: see `Together` for what may be asked. */
  readonly together: Sql;
  /** For readings that go through whole tables: they may take longer than what people wait for. */
  readonly patient: Sql;
  private readonly turns: Turns | undefined;
  private readonly readRunner: QueryRunner | undefined;

  /** `clock` maps the database's time to the time the product lives in; the identity outside tests. */
  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
    private readonly clock: (databaseTime: number) => number = (time) => time,
  ) {
    const embedded = writer.options.type === 'better-sqlite3';
    this.dialect = embedded ? DIALECTS.sqlite : writer.options.type === 'mariadb' ? DIALECTS.mariadb : DIALECTS.mysql;
    this.together = this.dialect.mostTogether > 1 ? new Together(this, this.dialect.mostTogether) : this;
    this.patient = embedded ? this : this.withPatience();
    this.turns = embedded ? new Turns(1) : undefined;
    this.readRunner = embedded ? reader.createQueryRunner() : undefined;
  }

  /** The process's idea of the product's time, for reads; rules use the transaction's `now`. */
  time(): number {
    return this.clock(Date.now());
  }

  /** Whether an error says that the database was out of reach or in somebody's hands, and will be back. */
  passing(error: unknown): boolean {
    return error instanceof CommitUnknown || ['lost', 'retry', 'timeout'].includes(this.dialect.classify(error));
  }

  async query<Row>(text: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.readRunner ? this.readRunner.query(text, [...parameters]) : this.reader.query(text, [...parameters]);
  }

  run(text: string, parameters: readonly SqlValue[] = []): Promise<number> {
    return this.transact((tx) => tx.run(text, parameters));
  }

  /** Runs `work` in one transaction, again whole after a deadlock or a lock time-out. Nothing in `work` may leave the process. */
  async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        const fault = this.dialect.classify(error);
        if (attempt === ATTEMPTS || (fault !== 'retry' && fault !== 'timeout')) throw error;
      }
    }
  }

  /** Runs `work` in one transaction, once. Throws `CommitUnknown` when it cannot be known whether it committed. */
  async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const release = await this.turns?.lock();
    const runner = this.writer.createQueryRunner();
    const packets = this.packetsOf(runner, this.dialect.begin);
    try {
      const result = await this.worked(packets, work).catch(async (error: unknown) => {
        packets.end(error);
        await rollback(runner);
        throw error;
      });
      if (packets.begun) await this.commit(runner);
      return result;
    } finally {
      await runner.release();
      release?.();
    }
  }

  /**
   * Reads everything as it was at one moment, while others write. On the embedded engine it occupies the connection that
   * reads: for programs that do nothing else meanwhile.
   */
  async snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const runner = bePatient(this.reader.createQueryRunner());
    try {
      for (const statement of this.dialect.beginSnapshot) await runner.query(statement);
      return await work(this.transactionOn(this.packetsOf(runner)));
    } finally {
      await rollback(runner);
      await runner.release();
    }
  }

  async close(): Promise<void> {
    const release = await this.turns?.lock();
    if (this.reader !== this.writer) await this.reader.destroy();
    await this.writer.destroy();
    release?.();
  }

  private withPatience(): Sql {
    return {
      dialect: this.dialect,
      run: (text, parameters) => this.run(text, parameters),
      query: async (text, parameters = []) => {
        const runner = bePatient(this.reader.createQueryRunner());
        return runner.query(text, [...parameters]).finally(() => runner.release());
      },
    };
  }

  private async worked<T>(packets: Packets, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await work(this.transactionOn(packets));
    packets.close();
    return result;
  }

  private packetsOf(runner: QueryRunner, begin?: string): Packets {
    return new Packets(runner, this.dialect.mostTogether, begin);
  }

  private async commit(runner: QueryRunner): Promise<void> {
    try {
      await runner.query('COMMIT');
    } catch (error) {
      await rollback(runner);
      // Only a deadlock, and the embedded engine, say for certain that nothing was committed.
      const certain = this.turns !== undefined || this.dialect.classify(error) === 'retry';
      throw certain ? error : new CommitUnknown('COMMIT was not answered.', { cause: error });
    }
  }

  private transactionOn(packets: Packets): Tx {
    const query = async <Row>(text: string, parameters: readonly SqlValue[] = []): Promise<Row[]> =>
      (await packets.ask(text, parameters)) as Row[];
    return {
      dialect: this.dialect,
      query,
      run: async (text, parameters = []) => (await packets.ask(text, parameters)).affectedRows ?? 0,
      clock: this.clock,
      now: async () => {
        const [row] = await query<{ now: number }>(`SELECT ${this.dialect.now} AS now`);
        if (!row) throw new Error('The database does not tell the time.');
        return this.clock(row.now);
      },
    };
  }
}

async function rollback(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('ROLLBACK');
  } catch {
    // The connection is gone, and the transaction with it.
  }
}
