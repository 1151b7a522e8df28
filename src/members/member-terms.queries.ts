import type { Tx } from '../database/database';
import { insert, marks } from '../database/rows';
import { termsOf } from './member-term.rules';

const COLUMNS = ['term', 'member_id'];

/** Writes the terms of members who have none yet. */
export async function insertTerms(tx: Tx, termsByMember: ReadonlyMap<number, ReadonlySet<string>>): Promise<void> {
  const rows = [...termsByMember].flatMap(([memberId, terms]) => [...terms].map((term) => [term, memberId] as const));
  await insert(tx, 'member_term', COLUMNS, rows);
}

/** Brings a member's terms in line with the profile as it stands in this transaction. */
export async function rewriteTerms(tx: Tx, memberId: number): Promise<void> {
  const wanted = await termsNow(tx, memberId);
  const rows = await tx.query<{ term: string }>('SELECT term FROM member_term WHERE member_id = ?', [memberId]);
  const present = new Set(rows.map(({ term }) => term));
  const gone = [...present].filter((term) => !wanted.has(term));
  if (gone.length > 0)
    await tx.run(`DELETE FROM member_term WHERE member_id = ? AND term IN (${marks(gone.length)})`, [
      memberId,
      ...gone,
    ]);
  await insertTerms(tx, new Map([[memberId, new Set([...wanted].filter((term) => !present.has(term)))]]));
}

interface MemberRow {
  readonly handle: string;
  readonly name: string;
  readonly headline: string | null;
  readonly industry: string | null;
  readonly location: string | null;
}

async function termsNow(tx: Tx, memberId: number): Promise<Set<string>> {
  const [member] = await tx.query<MemberRow>(
    'SELECT handle, name, headline, industry, location FROM member WHERE id = ?',
    [memberId],
  );
  if (!member) return new Set();
  const positions = await tx.query<{ title: string; company: string }>(
    'SELECT title, company FROM `position` WHERE member_id = ?',
    [memberId],
  );
  const skills = await tx.query<{ name: string }>('SELECT name FROM skill WHERE member_id = ?', [memberId]);
  return termsOf({
    ...member,
    titles: positions.map(({ title }) => title),
    companies: positions.map(({ company }) => company),
    skills: skills.map(({ name }) => name),
  });
}
