import type { QueryRunner } from 'typeorm';

/** MySQL and MariaDB commit each definition by itself: these say that an interrupted migration has been here before. */
const HERE_BEFORE = new Set(['ER_TABLE_EXISTS_ERROR', 'ER_DUP_KEYNAME', 'ER_DUP_FIELDNAME']);

/** Makes a table, column or index; where an interrupted run of the same migration has made it, that is as well. */
export async function define(runner: QueryRunner, text: string): Promise<void> {
  try {
    await runner.query(text);
  } catch (error) {
    const code: unknown = Object(error).code;
    if (typeof code !== 'string' || !HERE_BEFORE.has(code)) throw error;
  }
}
