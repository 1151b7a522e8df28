import { toGlobalId } from '../graphql/global-id';
import { type Section, timeOf } from './table-section';

interface Row {
  readonly peer: number;
  readonly withdrew: number | null;
  readonly unblocked: number | null;
  readonly reported: number;
}

const side = (mine: 'low' | 'high', theirs: 'low' | 'high', most: number): string =>
  `SELECT * FROM (SELECT ${theirs}_id AS peer, ${mine}_withdrew_at AS withdrew, ${mine}_unblocked_at AS unblocked,
     ${theirs}_unknown AS reported FROM pair
   WHERE ${mine}_id = ? AND ${theirs}_id > ? AND ${theirs}_blocked_at IS NULL
     AND (${mine}_withdrew_at IS NOT NULL OR ${mine}_unblocked_at IS NOT NULL OR ${theirs}_unknown = 1)
   ORDER BY ${theirs}_id LIMIT ${most}) AS ${mine}_side`;

const OURS = 'what stands between the two is in the connections, invitations and blocks';

/** What the member did about others that is remembered nowhere else: only ever their own side of a pair. */
export const pairSection: Section = {
  ...{ kind: 'REMEMBERED', table: 'pair' },
  columns: ['low', 'high'].flatMap((one) => ['id', 'withdrew_at', 'unblocked_at', 'unknown'].map((c) => `${one}_${c}`)),
  withheld: {
    ...{ version: 'a number inside', low_seq: 'in the events', high_seq: 'in the events', connected_at: OURS },
    ...{ low_blocked_at: OURS, high_blocked_at: OURS, open_id: OURS, open_sender_id: OURS, open_state: OURS },
    ...{ open_expires_at: OURS, open_answered_at: OURS, open_answered_version: OURS, open_question: OURS },
    ...{ open_reply: OURS, open_return: OURS, open_return_at: OURS, open_reminder: OURS },
  },
  async read(sql, { member, after, most }) {
    const rows = await sql.query<Row>(
      `${side('low', 'high', most)} UNION ALL ${side('high', 'low', most)} ORDER BY peer LIMIT ${most}`,
      [member, after, member, after],
    );
    return rows.map(({ peer, withdrew, unblocked, reported }) => ({
      key: peer,
      record: {
        member: toGlobalId('Member', peer),
        withdrewAt: timeOf(withdrew),
        unblockedAt: timeOf(unblocked),
        unknownToMe: reported === 1,
      },
    }));
  },
};
