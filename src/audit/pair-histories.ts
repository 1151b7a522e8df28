import type { Sql } from '../database/database';
import type { EventKind } from '../events/event-kinds';
import type { OpenState } from '../relationships/relationship-state';
import { type Deed, isLegalHistory, type Outlook } from './pair-replay';
import type { Violation } from './violations';

interface EventRow {
  readonly member: number;
  readonly seq: number;
  readonly change: number;
  readonly kind: EventKind;
  readonly subject: number | null;
  readonly actor: number | null;
  readonly at: number;
}

interface PairRow {
  readonly low: number;
  readonly high: number;
  readonly version: number;
  readonly low_seq: number;
  readonly high_seq: number;
  readonly connected: number;
  readonly open_id: number | null;
  readonly open_state: OpenState | null;
  readonly low_blocked: number;
  readonly high_blocked: number;
  /** Where the two streams begin: what was before has been pruned. */
  readonly low_floor: number;
  readonly high_floor: number;
}

const OWN: readonly EventKind[] = [
  ...([
    'NOTIFICATIONS_UPDATED',
    'SETTINGS_UPDATED',
    'PROFILE_UPDATED',
    'SESSION_ENDED',
    'SUGGESTION_DISMISSED',
    'RELATIONSHIP_UPDATED',
    'STANDING_CHANGED',
  ] as const),
];

/**
 * Tells of every pair whose history, as its two streams tell it, could not have led to where it stands. Of the erased there is
 * none to tell: their own stream is gone, and what others heard of them stays as it was.
 */
export async function brokenHistories(sql: Sql): Promise<Violation[]> {
  const erased = await erasures(sql);
  const parties = new Map(
    (await sql.query<{ id: number; low: number; high: number }>(INVITATIONS)).map((i) => [i.id, `${i.low}:${i.high}`]),
  );
  const found: Violation[] = [];
  const byPair = new Map<string, EventRow[]>();
  for (const event of await sql.query<EventRow>(EVENTS)) {
    if (OWN.includes(event.kind)) continue;
    const { member, subject, kind } = event;
    const pair = kind.startsWith('INVITATION_')
      ? parties.get(subject ?? 0)
      : [member, subject ?? 0].toSorted((a, b) => a - b).join(':');
    if (erased.explain(event, pair)) continue;
    if (pair?.split(':').includes(String(member))) byPair.set(pair, [...(byPair.get(pair) ?? []), event]);
    else found.push({ invariant: 'an event is about something that concerns its member', row: event });
  }
  const pairs = await sql.query<PairRow>(PAIRS);
  for (const pair of pairs) {
    if (erased.has(pair.low) || erased.has(pair.high)) continue;
    const events = byPair.get(`${pair.low}:${pair.high}`) ?? [];
    byPair.delete(`${pair.low}:${pair.high}`);
    for (const invariant of wrongWith(pair, events)) found.push({ invariant, row: { pair, events } });
  }
  for (const events of byPair.values()) found.push({ invariant: 'there is no event without its change', row: events });
  return found;
}

const INVITATIONS = `
  SELECT id, CASE WHEN sender_id < recipient_id THEN sender_id ELSE recipient_id END AS low,
    CASE WHEN sender_id < recipient_id THEN recipient_id ELSE sender_id END AS high FROM invitation`;
const EVENTS =
  'SELECT member_id AS member, seq, change_id AS `change`, kind, subject, actor, created_at AS at FROM member_event ORDER BY member_id, seq';
const PAIRS = `
  SELECT low_id AS low, high_id AS high, version, low_seq, high_seq, connected_at IS NOT NULL AS connected, open_id,
    open_state, low_blocked_at IS NOT NULL AS low_blocked, high_blocked_at IS NOT NULL AS high_blocked,
    COALESCE(l.floor_seq, 0) AS low_floor, COALESCE(h.floor_seq, 0) AS high_floor FROM pair
  LEFT JOIN member_state l ON l.member_id = low_id LEFT JOIN member_state h ON h.member_id = high_id`;

async function erasures(sql: Sql) {
  const rows = await sql.query<{ id: number; until: number | null }>(
    'SELECT member_id AS id, finished_at AS until FROM erasure',
  );
  const ids = new Set(rows.map(({ id }) => id));
  const last = Math.max(0, ...rows.map(({ until }) => until ?? Number.POSITIVE_INFINITY));
  return {
    has: (member: number) => ids.has(member),
    /** Whether an event is about somebody who has been erased: by their number, or by an invitation that is gone or stands for nobody. */
    explain({ kind, at }: EventRow, pair: string | undefined): boolean {
      if (pair === undefined) return kind.startsWith('INVITATION_') && at <= last;
      const [low = 0, high = 0] = pair.split(':').map(Number);
      return ids.has(low) || ids.has(high) || (kind.startsWith('INVITATION_') && low === high);
    },
  };
}

function wrongWith(pair: PairRow, events: readonly EventRow[]): string[] {
  const [low, high] = [pair.low, pair.high].map((member) => events.filter((e) => e.member === member));
  if (!low || !high) return [];
  const wrong: string[] = [];
  const changes = new Set(events.map(({ change }) => change));
  const whole = pair.low_floor === 0 && pair.high_floor === 0;
  if (whole ? changes.size !== pair.version : changes.size > pair.version)
    wrong.push('the version of a pair is the number of its changes');
  if (!endsAt(low, pair.low_seq, pair.low_floor) || !endsAt(high, pair.high_seq, pair.high_floor))
    wrong.push("a pair knows each side's last event about it");
  const shared = (mine: readonly EventRow[], theirs: readonly EventRow[]) =>
    mine.map(({ change }) => change).filter((id) => theirs.some(({ change }) => change === id));
  if (shared(low, high).join() !== shared(high, low).join())
    wrong.push('both streams tell of a pair in the same order');
  else if (whole && !isLegalHistory(pair, deeds(low, high), deeds(high, low), outlookOf(pair)))
    wrong.push('each step of a pair is legal, is told to whom it concerns, and leads to where the pair stands');
  return wrong;
}

function endsAt(events: readonly EventRow[], seq: number, floor: number): boolean {
  return (events.at(-1)?.seq ?? 0) === (seq > floor ? seq : 0);
}

/** One side's events; what the other side heard of the same change stands beside them. */
function deeds(mine: readonly EventRow[], theirs: readonly EventRow[]): Deed[] {
  const heard = new Map(theirs.map(({ change, kind }) => [change, kind]));
  return mine.map(({ change, kind, subject, actor, member }) => ({
    ...{ change, kind, subject, actor, reader: member },
    other: heard.get(change) ?? null,
  }));
}

function outlookOf(pair: PairRow): Outlook {
  const { connected, open_id: id, open_state: state, low_blocked, high_blocked } = pair;
  return {
    ...{ connected: connected === 1, open: id, state },
    blocked: [...(low_blocked === 1 ? [pair.low] : []), ...(high_blocked === 1 ? [pair.high] : [])],
  };
}
