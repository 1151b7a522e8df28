import type { Sql, SqlValue } from '../database/database';
import { type NodeType, toGlobalId } from '../graphql/global-id';

/** Something exported, and the number by which the next ones are found. Null: there is nothing of it for the member to see. */
export interface Entry {
  readonly key: number;
  readonly record: Readonly<Record<string, unknown>> | null;
}

/** A member's next records behind a key, as they are at a time. */
export interface Wanted {
  readonly member: number;
  readonly after: number;
  readonly most: number;
  readonly at: number;
}

/** One kind of record. Between `columns` and `withheld` every column of the table is accounted for. */
export interface Section {
  readonly kind: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** What is not exported, and why. */
  readonly withheld: Readonly<Record<string, string>>;
  /** In the order of their keys. */
  read(sql: Sql, wanted: Wanted): Promise<Entry[]>;
}

interface TableSection extends Omit<Section, 'read'> {
  /** The column that says whose a row is, and the one that tells the rows of one member apart. */
  readonly owner: string;
  readonly key: string;
  /** Columns that hold ids, and what they are ids of. */
  readonly ids?: Readonly<Record<string, NodeType>>;
  /** Columns whose numbers stand for something else, and what they say. */
  readonly meanings?: Readonly<Record<string, (value: number) => unknown>>;
}

/**
 * A member's rows of a table as they are. Rows about somebody who has blocked them are left out: they would be gone if that
 * account had been closed, and it must look as if it had.
 */
export function tableSection({ owner, key, ids = {}, meanings = {}, ...section }: TableSection): Section {
  const { table, columns } = section;
  const unseen = columns.includes('peer_id')
    ? 'AND NOT EXISTS (SELECT 1 FROM block b WHERE b.member_id = t.peer_id AND b.peer_id = t.member_id)'
    : '';
  const list = columns.map((column) => `t.\`${column}\``).join(', ');
  return {
    ...section,
    async read(sql, { member, after, most }) {
      const rows = await sql.query<Record<string, SqlValue> & { readonly export_key: number }>(
        `SELECT t.\`${key}\` AS export_key, ${list} FROM \`${table}\` t
         WHERE t.\`${owner}\` = ? AND t.\`${key}\` > ? ${unseen} ORDER BY t.\`${key}\` LIMIT ${most}`,
        [member, after],
      );
      return rows.map((row) => ({ key: row.export_key, record: recordOf(columns, row, { ids, meanings }) }));
    },
  };
}

function recordOf(
  columns: readonly string[],
  row: Readonly<Record<string, SqlValue>>,
  { ids, meanings }: Required<Pick<TableSection, 'ids' | 'meanings'>>,
): Entry['record'] {
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column] ?? null;
      const [type, meaning] = [ids[column], meanings[column]];
      const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      if (typeof value !== 'number') return [name, value];
      if (type !== undefined) return [name, toGlobalId(type, value)];
      if (meaning !== undefined) return [name, meaning(value)];
      return [name, /_(at|until|since)$/.test(column) ? timeOf(value) : value];
    }),
  );
}

/** A time as the API tells it. */
export const timeOf = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();
