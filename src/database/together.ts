import type { Sql, SqlValue } from './database';
import type { Dialect } from './dialect';

interface Asked {
  readonly parameters: readonly SqlValue[];
  /** The rows are what the statement's author says they are. */
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends equal SELECTs that are asked within one turn of the event loop as one statement. A commit wakes a hundred listeners
 * who then all read alike, and a round trip costs more than such a reading. Only for statements that begin with SELECT and
 * neither order nor limit; a row holds the additional column `asked_`.
 */
export class Together implements Sql {
  private waiting = new Map<string, Asked[]>();

  constructor(
    private readonly sql: Sql,
    /** Most questions in one statement. */
    private readonly most: number,
  ) {}

  get dialect(): Dialect {
    return this.sql.dialect;
  }

  query<Row>(text: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    if (this.waiting.size === 0) setImmediate(() => this.send());
    const alike = this.waiting.get(text) ?? [];
    this.waiting.set(text, alike);
    return new Promise((resolve, reject) => alike.push({ parameters, resolve, reject }));
  }

  run(text: string, parameters?: readonly SqlValue[]): Promise<number> {
    return this.sql.run(text, parameters);
  }

  private send(): void {
    const { waiting } = this;
    this.waiting = new Map();
    for (const [text, all] of waiting)
      for (let from = 0; from < all.length; from += this.most) void this.ask(text, all.slice(from, from + this.most));
  }

  private async ask(text: string, all: readonly Asked[]): Promise<void> {
    try {
      const parts = all.map((_, n) => text.replace('SELECT', `SELECT ${n} AS asked_,`));
      const parameters = all.flatMap((asked) => asked.parameters);
      const rows = await this.sql.query<{ readonly asked_: number }>(parts.join(' UNION ALL '), parameters);
      const answers = all.map((): typeof rows => []);
      for (const row of rows) answers[row.asked_]?.push(row);
      for (const [n, { resolve }] of all.entries()) resolve((answers[n] ?? []) as never[]);
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  }
}
