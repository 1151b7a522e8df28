import type { Logger } from 'pino';
import type { Sql } from '../../database/database';
import type { GraphIndex } from './graph-index';
import { SHOWN } from './graph-loader';
import { visibilities } from './sql-graph.queries';

/** After a failure of the database. Milliseconds. */
export const PAUSE = 1000;
const PART = 1000;

/** Keeps the index told who shows their list to whom. Who has changed their settings counts as closed until that is read. */
export class Choices {
  private readonly changed = new Set<number>();
  private index: GraphIndex | undefined;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly logger: Logger,
  ) {}

  /** Resolves when all that was heard has been read, or the database does not answer. */
  async settled(): Promise<void> {
    await this.reading;
  }

  /** From now on this index is told, first of what was heard before. */
  tell(index: GraphIndex | undefined): void {
    this.index = index;
    this.heard([...this.changed]);
  }

  heard(members: readonly number[]): void {
    for (const member of members) {
      this.changed.add(member);
      this.index?.show(member, 2);
    }
    if (this.index && this.changed.size > 0) this.reading ??= this.read();
  }

  private async read(): Promise<void> {
    try {
      while (this.changed.size > 0 && this.index) await this.readPart([...this.changed].slice(0, PART));
    } catch (error) {
      this.logger.warn({ err: error }, 'could not read who shows their connections; will try again');
      setTimeout(() => this.heard([]), PAUSE).unref();
    } finally {
      this.reading = undefined;
    }
  }

  private async readPart(members: readonly number[]): Promise<void> {
    for (const member of members) this.changed.delete(member);
    try {
      const shown = await visibilities(this.sql, members);
      for (const [member, to] of shown) if (!this.changed.has(member)) this.index?.show(member, SHOWN[to]);
    } catch (error) {
      for (const member of members) this.changed.add(member);
      throw error;
    }
  }
}
