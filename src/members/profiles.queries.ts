import type { SqlValue, Tx } from '../database/database';
import { insert, type Row } from '../database/rows';
import type { ProfileColumns, ProfileLists } from './profile';

const COLUMNS: Readonly<Record<keyof ProfileColumns, string>> = {
  name: 'name',
  headline: 'headline',
  summary: 'summary',
  industry: 'industry',
  location: 'location',
  photoUrl: 'photo_url',
  careerGoal: 'career_goal',
  seeking: 'seeking',
  offering: 'offering',
};

export async function updateColumns(tx: Tx, id: number, changed: Partial<ProfileColumns>, at: number): Promise<void> {
  const values = new Map<string, SqlValue>(Object.entries(changed));
  const fields = Object.entries(COLUMNS).filter(([field]) => values.has(field));
  await tx.run(
    `UPDATE member SET ${fields.map(([, column]) => `${column} = ?, `).join('')}updated_at = ? WHERE id = ?`,
    [...fields.map(([field]) => values.get(field) ?? null), ...[at, id]],
  );
}

/** One kind of list: a table, its columns behind (member_id, ordinal), and how an entry fills them. */
interface ListTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Undefined when the lists do not say anything about this kind. */
  readonly values: (lists: Partial<ProfileLists>) => Row[] | undefined;
}

const TABLES: readonly ListTable[] = [
  {
    name: 'position',
    columns: ['title', 'company', 'started_on', 'ended_on', 'location', 'description'],
    values: ({ positions }) =>
      positions?.map((p) => [p.title, p.company, p.startedOn, p.endedOn, p.location, p.description]),
  },
  {
    name: 'education',
    columns: ['school', 'degree', 'field', 'started_on', 'ended_on'],
    values: ({ education }) => education?.map((e) => [e.school, e.degree, e.field, e.startedOn, e.endedOn]),
  },
  { name: 'skill', columns: ['name'], values: ({ skills }) => skills?.map((name) => [name]) },
  {
    name: 'accomplishment',
    columns: ['title', 'description', 'date', 'url'],
    values: ({ accomplishments }) => accomplishments?.map((a) => [a.title, a.description, a.date, a.url]),
  },
];

/** Replaces the lists that are given. */
export async function replaceLists(tx: Tx, memberId: number, lists: Partial<ProfileLists>): Promise<void> {
  for (const { name, values } of TABLES)
    if (values(lists)) await tx.run(`DELETE FROM \`${name}\` WHERE member_id = ?`, [memberId]);
  await insertLists(tx, new Map([[memberId, lists]]));
}

/** Writes the lists of members who have none yet. */
export async function insertLists(tx: Tx, listsOf: ReadonlyMap<number, Partial<ProfileLists>>): Promise<void> {
  for (const { name, columns, values } of TABLES) {
    const rows = [...listsOf].flatMap(
      ([memberId, lists]) => values(lists)?.map((entry, ordinal) => [memberId, ordinal, ...entry]) ?? [],
    );
    await insert(tx, name, ['member_id', 'ordinal', ...columns], rows);
  }
}
