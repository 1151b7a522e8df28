import type { Sql } from '../database/database';
import type { EventKind } from '../events/event-kinds';

interface Told {
  readonly member: number;
  readonly kind: EventKind;
  readonly actor: number | null;
  readonly at: number;
}

/** What the recipient of an invitation hears about it. */
const OF_RECIPIENT: readonly EventKind[] = [
  ...(['INVITATION_RECEIVED', 'INVITATION_UPDATED', 'INVITATION_REMINDER', 'INVITATION_REMOVED'] as const),
];

/** Who has been erased, and what is left in the streams of others about something that went with them. */
export async function erasures(sql: Sql) {
  const rows = await sql.query<{ id: number; until: number | null; pairs: number }>(ERASURES);
  const ids = new Set(rows.map(({ id }) => id));
  const last = rows.reduce((latest, { until, pairs }) => {
    // What somebody sent goes when nothing stands between them and others any more.
    const gone = until ?? (pairs === 1 ? 0 : Number.POSITIVE_INFINITY);
    return Math.max(latest, gone);
  }, 0);
  return {
    has: (member: number) => ids.has(member),
    /**
     * Whether an event is about somebody who has been erased: by their number, or by an invitation of theirs that is gone (then
     * `pair` is undefined), or one to them that stands for nobody. Whose an invitation was is gone with it. So while somebody
     * is being erased, every event that the recipient of a lost invitation can have heard is excused, but for those that name
     * somebody else, who would have been forgotten first.
     */
    explain({ member, kind, actor, at }: Told, pair: string | undefined): boolean {
      if (ids.has(member)) return true;
      if (pair === undefined) return OF_RECIPIENT.includes(kind) && (actor ?? member) === member && at <= last;
      const [low = 0, high = 0] = pair.split(':').map(Number);
      return ids.has(low) || ids.has(high) || (low === high && low === member && kind.startsWith('INVITATION_'));
    },
  };
}

const ERASURES = `
  SELECT e.member_id AS id, e.finished_at AS until,
    EXISTS (SELECT 1 FROM pair p WHERE p.low_id = e.member_id) OR EXISTS (SELECT 1 FROM pair p WHERE p.high_id = e.member_id) AS pairs
  FROM erasure e`;
