import type { DataSource, Logger } from 'typeorm';
import type { Database } from '../../src/database/database';

export interface Queries {
  /** The statements that `work` made the database run, in order; transactions' BEGIN and COMMIT among them. */
  during(work: () => Promise<unknown>): Promise<string[]>;
}

/** Listens where TypeORM would log, which every statement passes, whoever wrote it. */
export function watchQueries(database: Database): Queries {
  const seen: string[] = [];
  const logger: Logger = {
    logQuery: (query) => void seen.push(query),
    logQueryError: () => {},
    logQuerySlow: () => {},
    logSchemaBuild: () => {},
    logMigration: () => {},
    log: () => {},
  };
  const sources: DataSource[] = [database.writer, database.reader];
  for (const source of sources) source.logger = logger;
  return {
    during: async (work) => {
      const before = seen.length;
      await work();
      return seen.slice(before);
    },
  };
}
