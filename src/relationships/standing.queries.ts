import type { Sql, Tx } from '../database/database';
import { deleteRows, insert, marks, type Row, upsert } from '../database/rows';
import type { Policy } from '../policy';
import type { Changes } from './changes';
import type { MemberFacts } from './relationship-state';
import type { Evidence, Standing, StandingLevel, StandingReport } from './standing.rules';

/** The part of a member's state that says how they stand. */
export interface StandingRow {
  readonly standing: StandingLevel | null;
  readonly restricted_at: number | null;
  readonly restricted_until: number | null;
  readonly restrictions: number;
  readonly appealed_at: number | null;
  readonly pardoned_at: number | null;
  readonly overuses: number;
  readonly recount_at: number | null;
}

const COLUMNS = [
  ...['standing', 'restricted_at', 'restricted_until', 'restrictions', 'appealed_at', 'pardoned_at'],
  ...['overuses', 'recount_at'],
];
export const STANDING_COLUMNS = COLUMNS.join(', ');

export const standingOf = (row: StandingRow): Standing => ({
  level: row.standing ?? 'GOOD',
  restrictedAt: row.restricted_at,
  restrictedUntil: row.restricted_until,
  restrictions: row.restrictions,
  appealedAt: row.appealed_at,
  pardonedAt: row.pardoned_at,
  overuses: row.overuses === 1,
  recountAt: row.recount_at,
});

type ReportRow = Omit<StandingReport, 'overused'> & { readonly member: number; readonly overused: number };

/** What a recount of each of these members looks at. Whoever has left takes their reports along. */
export async function readEvidence(
  sql: Sql,
  members: readonly number[],
  at: number,
  policy: Policy,
): Promise<Map<number, Evidence>> {
  if (members.length === 0) return new Map();
  // Nothing is answered that was sent longer ago than it lasts, which bounds the walk along the index of received ones.
  const since = at - policy.overuseWindow;
  const [reports, answers] = await Promise.all([
    sql.query<ReportRow>(
      `SELECT r.member_id AS member, r.peer_id AS reporter, r.kind, r.made_at AS madeAt, r.counts_at AS countsAt,
         s.overuses AS overused
       FROM report r JOIN member_state s ON s.member_id = r.peer_id AND s.erased_at IS NULL
       WHERE r.member_id IN (${marks(members.length)}) ORDER BY r.made_at, r.peer_id`,
      members,
    ),
    sql.query<{ member: number; answers: number; unknown_count: number }>(
      `SELECT recipient_id AS member, COUNT(*) AS answers, COUNT(CASE WHEN report = 'UNKNOWN_SENDER' THEN 1 END) AS unknown_count
       FROM invitation WHERE recipient_id IN (${marks(members.length)}) AND recipient_status IN ('ACCEPTED', 'DECLINED')
         AND sent_at > ? AND answered_at > ? AND origin = 'DIRECT' GROUP BY recipient_id`,
      [...members, since - policy.invitationLifetime, since],
    ),
  ]);
  const answered = new Map(answers.map((row) => [row.member, row]));
  return new Map(
    members.map((id) => [
      id,
      {
        reports: reports.filter(({ member }) => member === id).map((row) => ({ ...row, overused: row.overused === 1 })),
        answers: answered.get(id)?.answers ?? 0,
        unknown: answered.get(id)?.unknown_count ?? 0,
      },
    ]),
  );
}

/** Writes the standings that a batch changed, and the reports made and taken back in it. */
export async function writeStandings(tx: Tx, { reports, standings, records }: Changes): Promise<void> {
  const all = [...reports.values()];
  const made = all.flatMap(({ reported, reporter, made: m }) =>
    m ? [[reported, reporter, m.kind, m.madeAt, m.countsAt]] : [],
  );
  const gone = all.flatMap(({ reported, reporter, made: m }) => (m ? [] : [[reported, reporter] as const]));
  await Promise.all([
    upsert(tx, 'report', BETWEEN, [...BETWEEN, 'kind', 'made_at', 'counts_at'], made),
    deleteRows(tx, 'report', BETWEEN, gone),
    upsert(tx, 'member_state', ['member_id'], ROW, [...standings].map(standingRow), COLUMNS),
    insert(
      tx,
      'standing_record',
      ['id', 'member_id', 'kind', 'text', 'created_at'],
      records.map(({ id, member, kind, text, at }) => [id, member, kind, text, at]),
    ),
  ]);
}

const BETWEEN = ['member_id', 'peer_id'];

/** The row is always there; an insert must name the other columns all the same. */
const ROW = [
  ...['member_id', 'created_at', 'last_seq', 'last_tag', 'floor_seq', 'floor_tag'],
  ...['connection_count', 'open_sent_count', 'muted_kinds', 'settings_version', ...COLUMNS],
];

const standingRow = ({ id, createdAt, standing: s }: MemberFacts): Row => [
  ...[id, createdAt, 0, 0, 0, 0, 0, 0, 0, 0],
  ...[s.level === 'GOOD' ? null : s.level, s.restrictedAt, s.restrictedUntil, s.restrictions],
  ...[s.appealedAt, s.pardonedAt, s.overuses ? 1 : 0, s.recountAt],
];
