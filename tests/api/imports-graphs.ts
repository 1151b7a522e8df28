import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Sql } from '../../src/database/database';

/** Who is connected with whom, as an independent count has it: labels, and how many connections each has. */
export type Degrees = ReadonlyMap<string, number>;

type Edge = readonly [one: string, other: string];

/**
 * A graph of the shape that friendships have, the same each time: newcomers meet a few people, and most often those whom
 * many know already; person 0 knows nearly everybody.
 */
export function friendships(people: number, each: number): Edge[] {
  const edges = new Map<string, Edge>();
  const ends = ['0'];
  const random = randomNumbers(20_261_122);
  for (let newcomer = 1; newcomer < people; newcomer++)
    for (let met = 0; met < each; met++) {
      const other = met === 0 ? '0' : (ends[Math.floor(random() * ends.length)] ?? '0');
      if (other === String(newcomer)) continue;
      ends.push(other, String(newcomer));
      edges.set(`${other} ${newcomer}`, [other, String(newcomer)]);
    }
  return [...edges.values()];
}

export function degreesOf(edges: readonly Edge[]): Degrees {
  const degrees = new Map<string, number>();
  for (const edge of edges) for (const label of edge) degrees.set(label, (degrees.get(label) ?? 0) + 1);
  return degrees;
}

export const linesOf = (edges: readonly Edge[]): string => edges.map((edge) => edge.join(' ')).join('\n');

/** The degrees in the file of facts about a graph. */
export function trueDegrees(zipped: Buffer): Degrees {
  const { degrees }: { degrees: [number, number][] } = JSON.parse(gunzipSync(zipped).toString());
  return new Map(degrees.map(([label, degree]) => [String(label), degree]));
}

/** A file that holds this and nothing else. The system forgets its temporary files by itself. */
export async function fileWith(content: string | Buffer, name = 'graph.txt'): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'rapport-import-')), name);
  await writeFile(file, content);
  return file;
}

/** How many connections the members of an import have: in their state, which is checked to be what the rows say. */
export async function connectionsOf(sql: Sql, importName: string): Promise<Degrees> {
  const rows = await sql.query<{ handle: string; counted: number; rows: number }>(
    `SELECT m.handle, s.connection_count AS counted,
       (SELECT COUNT(*) FROM connection c WHERE c.member_id = m.id) AS \`rows\`
     FROM member m JOIN member_state s ON s.member_id = m.id WHERE m.handle LIKE ?`,
    [`${importName}-%`],
  );
  const wrong = rows.filter(({ counted, rows: stored }) => counted !== stored);
  if (wrong.length > 0) throw new Error(`Counted wrongly: ${JSON.stringify(wrong)}`);
  return new Map(rows.map(({ handle, counted }) => [handle.slice(importName.length + 1), counted]));
}

/** Everything about people and what stands between them. */
export async function everything(sql: Sql): Promise<Record<string, unknown[]>> {
  const tables = ['member', 'member_state', 'pair', 'connection', 'invitation', 'notification', 'member_event'];
  const rows = await Promise.all(tables.map((table) => sql.query(`SELECT * FROM \`${table}\` ORDER BY 1, 2`)));
  return Object.fromEntries(tables.map((table, index) => [table, rows[index] ?? []]));
}

/** Mulberry32 by Tommy Ettinger, public domain: the same numbers on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
