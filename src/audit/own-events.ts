import type { Sql } from '../database/database';
import type { EventKind } from '../events/event-kinds';
import type { Violation } from './violations';

/** What a member is told of themselves. */
const OWN: readonly EventKind[] = [
  ...(['NOTIFICATIONS_UPDATED', 'SETTINGS_UPDATED', 'PROFILE_UPDATED', 'SESSION_ENDED'] as const),
  ...(['SUGGESTION_DISMISSED', 'RELATIONSHIP_UPDATED', 'STANDING_CHANGED'] as const),
];

export const isOwn = (kind: EventKind): boolean => OWN.includes(kind);

const ANY_OF_THEM = `IN (${OWN.map((kind) => `'${kind}'`).join(', ')})`;

/** Each sentence holds when its query finds nothing. */
export const OWN_INVARIANTS = {
  // A standing changes with time, or by an operator, and by an appeal of the member's own.
  'what a member does for themselves is told to them': `
    SELECT member_id, seq, kind, subject, actor FROM member_event WHERE kind ${ANY_OF_THEM}
      AND (subject IS NOT NULL OR actor <> member_id OR (actor IS NULL AND kind <> 'STANDING_CHANGED'))`,
  'what a member does for themselves is told to nobody else': `
    SELECT change_id, COUNT(*) AS events FROM member_event GROUP BY change_id
    HAVING COUNT(*) > 1 AND SUM(CASE WHEN kind ${ANY_OF_THEM} THEN 1 ELSE 0 END) > 0`,
  'a change of standing is told to whose it is': `
    SELECT e.member_id, e.seq, e.kind, n.member_id AS owner FROM member_event e
    JOIN notification n ON n.id = e.change_id AND n.kind = 'STANDING_CHANGED'
    WHERE n.member_id <> e.member_id OR e.kind <> 'STANDING_CHANGED'
    UNION ALL
    SELECT e.member_id, e.seq, e.kind, r.member_id FROM member_event e JOIN standing_record r ON r.id = e.change_id
    WHERE r.member_id <> e.member_id OR e.kind <> 'STANDING_CHANGED'`,
} as const;

export async function strayOwnEvents(sql: Sql): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [invariant, text] of Object.entries(OWN_INVARIANTS))
    for (const row of await sql.query(text)) found.push({ invariant, row });
  return found;
}
