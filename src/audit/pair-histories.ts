import type { Sql } from '../database/database';
import type { EventKind } from '../events/event-kinds';
import { WEEK } from '../relationships/inviting.rules';
import type { OpenState } from '../relationships/relationship-state';
import { erasures } from './erasures';
import { isOwn } from './own-events';
import { isLegalHistory } from './pair-replay';
import type { Deed, Outlook } from './pair-steps';
import type { Violation } from './violations';

export const HISTORY_INVARIANTS = [
  'an event is about something that concerns its member',
  'there is no event without its change',
  'the version of a pair is the number of its changes',
  "a pair knows each side's last event about it",
  'both streams tell of a pair in the same order',
  'each step of a pair is legal, is told to whom it concerns, and leads to where the pair stands',
] as const;

type Sentence = (typeof HISTORY_INVARIANTS)[number];

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
  const broken = (invariant: Sentence, row: unknown) => found.push({ invariant, row });
  const byPair = new Map<string, EventRow[]>();
  const begun = new Map<number, number>();
  for (const event of await sql.query<EventRow>(EVENTS)) {
    const { member, subject, kind } = event;
    if (!begun.has(member)) begun.set(member, event.at);
    if (isOwn(kind)) continue;
    const pair = kind.startsWith('INVITATION_')
      ? parties.get(subject ?? 0)
      : [member, subject ?? 0].toSorted((a, b) => a - b).join(':');
    if (erased.explain(event, pair)) continue;
    if (!pair?.split(':').includes(String(member))) {
      broken('an event is about something that concerns its member', event);
      continue;
    }
    const others = byPair.get(pair);
    if (others) others.push(event);
    else byPair.set(pair, [event]);
  }
  for (const pair of await sql.query<PairRow>(PAIRS)) {
    if (erased.has(pair.low) || erased.has(pair.high)) continue;
    const events = byPair.get(`${pair.low}:${pair.high}`) ?? [];
    byPair.delete(`${pair.low}:${pair.high}`);
    for (const invariant of wrongWith(pair, events, begun)) broken(invariant, { pair, events });
  }
  for (const events of byPair.values()) broken('there is no event without its change', events);
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

/** `begun`: when the first event that is left of each member was written. */
function wrongWith(pair: PairRow, events: readonly EventRow[], begun: ReadonlyMap<number, number>): Sentence[] {
  const { version, low_floor, high_floor } = pair;
  const low = events.filter(({ member }) => member === pair.low);
  const high = events.filter(({ member }) => member === pair.high);
  const wrong: Sentence[] = [];
  const changes = new Set(events.map(({ change }) => change)).size;
  const whole = low_floor === 0 && high_floor === 0;
  if (whole ? changes !== version : changes > version) wrong.push('the version of a pair is the number of its changes');
  if (!endsAt(low, pair.low_seq, low_floor) || !endsAt(high, pair.high_seq, high_floor))
    wrong.push("a pair knows each side's last event about it");
  const shared = (mine: readonly EventRow[], theirs: readonly EventRow[]) => {
    const heard = new Set(theirs.map(({ change }) => change));
    return mine.map(({ change }) => change).filter((id) => heard.has(id));
  };
  if (shared(low, high).join() !== shared(high, low).join()) {
    wrong.push('both streams tell of a pair in the same order');
    return wrong;
  }
  const pruned = [...(low_floor > 0 ? [pair.low] : []), ...(high_floor > 0 ? [pair.high] : [])];
  // Clocks are set back now and then, though not by a week.
  const prunedTo = (member: number) =>
    pruned.includes(member) ? (begun.get(member) ?? Number.POSITIVE_INFINITY) + WEEK : 0;
  const legal = isLegalHistory({
    two: pair,
    low: deeds(low, high, prunedTo(pair.high)),
    high: deeds(high, low, prunedTo(pair.low)),
    end: outlookOf(pair),
    forgetful: changes < version ? pruned : [],
  });
  if (!legal)
    wrong.push('each step of a pair is legal, is told to whom it concerns, and leads to where the pair stands');
  return wrong;
}

function endsAt(events: readonly EventRow[], seq: number, floor: number): boolean {
  return (events.at(-1)?.seq ?? 0) === (seq > floor ? seq : 0);
}

/**
 * One side's events; what the other side heard of the same change stands beside them. That can have been pruned of what came before
 * the first change that is left on both sides, and before the time up to which the other stream has been pruned.
 */
function deeds(mine: readonly EventRow[], theirs: readonly EventRow[], prunedTo: number): Deed[] {
  const heard = new Map(theirs.map(({ change, kind }) => [change, kind]));
  let met = false;
  return mine.map(({ change, kind, subject, actor, member, at }) => {
    const other = heard.get(change) ?? null;
    met ||= other !== null;
    return { ...{ change, kind, subject, actor, reader: member, other }, half: !met && at < prunedTo };
  });
}

function outlookOf(pair: PairRow): Outlook {
  const { connected, open_id: id, open_state: state, low_blocked, high_blocked } = pair;
  return {
    ...{ connected: connected === 1, open: id, state },
    blocked: [...(low_blocked === 1 ? [pair.low] : []), ...(high_blocked === 1 ? [pair.high] : [])],
  };
}
