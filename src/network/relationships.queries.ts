import type { Sql } from '../database/database';
import type { MemberRow } from '../members/member-view.rules';
import { visibleMembers } from '../members/members.queries';
import { OPEN_ADMISSION } from '../relationships/admission.rules';
import { ASKS_NOTE, ASKS_REASON, readWindows } from '../relationships/member-facts.queries';
import { type PairRow, pairState } from '../relationships/read.queries';
import { emptyPair, type MemberFacts, type PairState } from '../relationships/relationship-state';
import { STANDING_COLUMNS, type StandingRow, standingOf } from '../relationships/standing.queries';
import type { InvitationDemand } from './relationship-view.rules';
import type { Remark } from './remarks.queries';

type PeerRow = { readonly [Column in keyof PairRow]: PairRow[Column] | null } & {
  readonly asks: number;
  readonly label: string | null;
  readonly private_note: string | null;
};

/** A member, what stands between the viewer and them, what the viewer noted about it, and what that member demands openly. */
export interface Peer extends Remark {
  readonly row: MemberRow;
  readonly pair: PairState;
  readonly asks: InvitationDemand | null;
}

/**
 * What stands between the viewer and each of these members, of those whom they may see. One statement, so that all parts of a
 * pair, its sequence numbers among them, are of the same moment; look-ups by primary keys.
 */
export async function readPeers(sql: Sql, viewer: number, peers: readonly number[]): Promise<Map<number, Peer>> {
  const rows = await visibleMembers<PeerRow>(sql, viewer, peers, {
    columns: ', s.asks, r.label, r.private_note, p.*',
    joins: `LEFT JOIN pair p ON p.low_id = CASE WHEN m.id < ? THEN m.id ELSE ? END
         AND p.high_id = CASE WHEN m.id < ? THEN ? ELSE m.id END
       LEFT JOIN remark r ON r.member_id = ? AND r.peer_id = m.id`,
    parameters: [viewer, viewer, viewer, viewer, viewer],
  });
  return new Map(
    rows.map((row) => {
      const pair = isPair(row) ? pairState(row) : emptyPair(viewer, row.id);
      const asks = { note: (row.asks & ASKS_NOTE) !== 0, reason: (row.asks & ASKS_REASON) !== 0 };
      const remark = { label: row.label, privateNote: row.private_note };
      return [row.id, { row, pair, ...remark, asks: row.asks === 0 ? null : asks }];
    }),
  );
}

/** The columns of a pair are all null together, or only where a pair's may be. */
const isPair = <Row extends PeerRow>(row: Row): row is Row & PairRow => row.low_id !== null;

interface InviterRow extends StandingRow {
  readonly created_at: number;
  readonly connection_count: number;
  readonly open_sent_count: number;
}

/** A member as the rules of inviting see them: counters, and what was sent within the rolling windows before `at`. */
export async function readInviter(sql: Sql, id: number, at: number): Promise<MemberFacts> {
  const [row] = await sql.query<InviterRow>(
    `SELECT created_at, connection_count, open_sent_count, ${STANDING_COLUMNS} FROM member_state WHERE member_id = ?`,
    [id],
  );
  if (!row) throw new Error('A signed-in member has no state.');
  const facts = {
    id,
    createdAt: row.created_at,
    connectionCount: row.connection_count,
    openSentCount: row.open_sent_count,
    standing: standingOf(row),
    ...{ erased: false, mutedKinds: 0, lastSeq: 0, lastTag: 0 },
    ...{ admission: OPEN_ADMISSION, intake: { since: null, count: 0 }, proofs: { since: null, count: 0 } },
    answers: { since: null, count: 0 },
    day: { count: 0, oldest: null },
    week: { count: 0, oldest: null },
  };
  await readWindows(sql, [facts], at);
  return facts;
}
