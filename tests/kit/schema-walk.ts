import type { Sql } from '../../src/database/database';

interface Column {
  readonly table: string;
  readonly name: string;
}

const columnsOn = (sql: Sql): string =>
  sql.dialect.name === 'sqlite'
    ? `SELECT m.name AS 'table', c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'`
    : 'SELECT table_name AS `table`, column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE()';

/** Every column there is, as the database itself says. */
export const allColumns = (sql: Sql): Promise<Column[]> => sql.query<Column>(columnsOn(sql));

/** Where any of the texts stands, as a value or within one, in any column of any table. */
export async function placesOf(sql: Sql, texts: readonly (string | number)[]): Promise<string[]> {
  const places: string[] = [];
  for (const { table, name } of await allColumns(sql)) {
    const [found] = await sql.query(
      `SELECT 1 FROM \`${table}\` WHERE ${texts.map(() => `CAST(\`${name}\` AS CHAR) LIKE ?`).join(' OR ')} LIMIT 1`,
      texts.map((text) => `%${text}%`),
    );
    if (found) places.push(`${table}.${name}`);
  }
  return places.sort();
}

/** From now on ids are so large that a number of thirteen digits is an id and nothing else. */
export async function withLargeIds(sql: Sql): Promise<void> {
  await sql.run('UPDATE id_block SET next_id = 4830000000000');
}
