import type { Sql } from '../database/database';

/** Whether both name the same employer, or the same school. */
export async function sharesContext(sql: Sql, one: number, other: number): Promise<boolean> {
  const rows = await sql.query(
    `SELECT 1 AS shared WHERE
       EXISTS (SELECT 1 FROM position a JOIN position b ON LOWER(b.company) = LOWER(a.company)
               WHERE a.member_id = ? AND b.member_id = ?)
       OR EXISTS (SELECT 1 FROM education a JOIN education b ON LOWER(b.school) = LOWER(a.school)
                  WHERE a.member_id = ? AND b.member_id = ?)`,
    [one, other, one, other],
  );
  return rows.length > 0;
}

/** Whether this is the address, in its normal form, under which the member signs in. */
export async function isEmailOf(sql: Sql, member: number, email: string): Promise<boolean> {
  const rows = await sql.query('SELECT 1 AS known FROM account WHERE member_id = ? AND email = ?', [member, email]);
  return rows.length > 0;
}
