import type { Database } from '../../src/database/database';
import { parseGlobalId } from '../../src/graphql/global-id';
import type { CheckingClient } from './clients/checking-client';
import type { Anomaly, Reset, StreamChecker } from './clients/stream-checker';
import type { Answered } from './load';

/** What the database says of one member's stream. */
export interface TrueStream {
  readonly epoch: number;
  readonly floor: number;
  readonly last: number;
  readonly events: ReadonlyMap<number, { readonly tag: number; readonly kind: string }>;
}

export type Truth = ReadonlyMap<number, TrueStream>;

/** Where every member's stream ends now. */
export async function readHeads(database: Database): Promise<Map<number, number>> {
  const rows = await database.query<{ id: number; seq: number }>(
    'SELECT member_id AS id, last_seq AS seq FROM member_state',
  );
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** All streams, from the database itself. */
export async function readTruth(database: Database): Promise<Truth> {
  const states = await database.query<{ id: number; epoch: number; floor: number; last: number }>(
    `SELECT member_id AS id, epoch, floor_seq AS floor, last_seq AS last
     FROM member_state JOIN stream_lineage l ON l.id = 1`,
  );
  const truth = new Map(states.map((state) => [state.id, { ...state, events: new Map() }]));
  const events = await database.query<{ member: number; seq: number; tag: number; kind: string }>(
    'SELECT member_id AS member, seq, tag, kind FROM member_event',
  );
  for (const { member, seq, tag, kind } of events) truth.get(member)?.events.set(seq, { tag, kind });
  return truth;
}

/** What a client heard that never happened, and resets that nothing called for. */
export function untrueFor({ heard, resets }: Pick<StreamChecker, 'heard' | 'resets'>, stream: TrueStream): Anomaly[] {
  const invented = heard.filter(({ seq, tag, kind }) => {
    const event = stream.events.get(seq);
    return seq > stream.floor && (event?.tag !== tag || event.kind !== kind);
  });
  return [
    ...invented.map(({ seq, kind, at }): Anomaly => ({ what: 'phantom', seq, at, detail: `${kind} did not happen` })),
    ...resets
      .filter((reset) => !hasTrueCause(reset, stream))
      .map(({ reason, position: { seq }, at }): Anomaly => ({ what: 'false reset', seq, at, detail: reason })),
  ];
}

/** Whether the event that the client stood behind is really gone, or the history really another. */
function hasTrueCause({ reason, position }: Reset, { epoch, floor, events }: TrueStream): boolean {
  switch (reason) {
    case 'EPOCH':
      return position.epoch !== epoch;
    case 'RETENTION':
      return position.seq < floor;
    default:
      // FUTURE turns into FORK when others take the numbers.
      return position.seq > floor && events.get(position.seq)?.tag !== position.tag;
  }
}

/** A change that clients were told of and that is not there, or one that is there without having been asked for once. */
export interface BrokenAnswer {
  readonly what: 'acknowledged and gone' | 'happened otherwise' | 'happened unasked';
  readonly row: unknown;
}

/** Compares what was answered with what the database remembers of each key, and every change with the keys. */
export async function brokenAnswers(database: Database, answers: readonly Answered[]): Promise<BrokenAnswer[]> {
  const keys = await database.query<{ token: string; outcome: string }>('SELECT token, outcome FROM idempotency_key');
  const outcomes = new Map(keys.map(({ token, outcome }) => [token, JSON.parse(outcome) as StoredOutcome]));
  const changes = await database.query<{ id: number; member: number }>(
    'SELECT DISTINCT change_id AS id, actor AS member FROM member_event WHERE actor IS NOT NULL',
  );
  const actors = new Map(changes.map(({ id, member }) => [id, member]));
  const broken: BrokenAnswer[] = [];
  for (const answer of answers) {
    const stored = outcomes.get(answer.key);
    const change = stored?.change;
    if (answer.outcome === 'ok' && (change === undefined || actors.get(change) !== parseGlobalId(answer.actor)?.id))
      broken.push({ what: 'acknowledged and gone', row: { answer, stored } });
    if (answer.outcome === 'refused' && change !== undefined)
      broken.push({ what: 'happened otherwise', row: { answer, stored } });
    if (change !== undefined) actors.delete(change);
  }
  // Every change is asked for with a key of its own.
  for (const [change, member] of actors) broken.push({ what: 'happened unasked', row: { change, member } });
  return broken;
}

interface StoredOutcome {
  readonly change?: number;
}

/** Whether a client knows all that has happened. */
export function isCaughtUp(client: CheckingClient, heads: ReadonlyMap<number, number>): boolean {
  return client.live && client.seq >= (heads.get(client.checker.position.member) ?? 0);
}
