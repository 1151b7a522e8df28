import type { Database } from '../../src/database/database';
import { parseGlobalId } from '../../src/graphql/global-id';
import type { CheckingClient } from './clients/checking-client';
import type { Anomaly, Position, Reset, StreamChecker } from './clients/stream-checker';
import type { Answered } from './load';

/** The name of a history, and when it began: `performance.now()`. */
export interface Epoch {
  readonly epoch: number;
  readonly since: number;
}

/** What the database says of one member's stream. */
export interface TrueStream {
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

/** Adds the epoch that it is now to the list of all there were; before any process can tell clients of it. */
export async function noteEpoch(epochs: Epoch[], database: Database): Promise<void> {
  const [row] = await database.query<{ epoch: number }>('SELECT epoch FROM stream_lineage');
  if (row && row.epoch !== epochs.at(-1)?.epoch) epochs.push({ epoch: row.epoch, since: performance.now() });
}

/** All streams, from the database itself. */
export async function readTruth(database: Database): Promise<Truth> {
  const states = await database.query<{ id: number; floor: number; last: number }>(
    'SELECT member_id AS id, floor_seq AS floor, last_seq AS last FROM member_state',
  );
  const truth = new Map(states.map((state) => [state.id, { ...state, events: new Map() }]));
  const events = await database.query<{ member: number; seq: number; tag: number; kind: string }>(
    'SELECT member_id AS member, seq, tag, kind FROM member_event',
  );
  for (const { member, seq, tag, kind } of events) truth.get(member)?.events.set(seq, { tag, kind });
  return truth;
}

/** What a client heard that never happened, resets that nothing called for, and a history that it should have been told is over. */
export function untrueFor(checker: Checked, stream: TrueStream, epochs: readonly Epoch[]): Anomaly[] {
  const invented = checker.heard.filter(({ seq, tag, kind }) => {
    const event = stream.events.get(seq);
    return seq > stream.floor && (event?.tag !== tag || event.kind !== kind);
  });
  return [
    ...invented.map(({ seq, kind, at }): Anomaly => ({ what: 'phantom', seq, at, detail: `${kind} did not happen` })),
    ...checker.resets
      .filter((reset) => !hasTrueCause(reset, stream, epochs))
      .map(({ reason, position: { seq }, at }): Anomaly => ({ what: 'false reset', seq, at, detail: reason })),
    ...astray(checker.position, stream, epochs),
  ];
}

type Checked = Pick<StreamChecker, 'heard' | 'resets' | 'position'>;

/** Where a client stands, if that is no place in the history there is. */
export function astray({ epoch, seq, tag }: Position, stream: TrueStream, epochs: readonly Epoch[]): Anomaly[] {
  const at = performance.now();
  const now = epochAt(epochs, at);
  const event = seq > stream.floor ? stream.events.get(seq) : { tag };
  if (epoch === now && event?.tag === tag) return [];
  return [{ what: 'not reset', seq, at, detail: `at ${epoch}/${seq} (${tag}), where there is ${now}/${event?.tag}` }];
}

/** Whether the event that the client stood behind is really gone, or the history was really another by then. */
function hasTrueCause({ reason, position, at }: Reset, stream: TrueStream, epochs: readonly Epoch[]): boolean {
  const sameEpoch = position.epoch === epochAt(epochs, at);
  if (reason === 'EPOCH' || !sameEpoch) return reason === 'EPOCH' && !sameEpoch;
  if (reason === 'RETENTION') return position.seq < stream.floor;
  // FUTURE turns into FORK when others take the numbers.
  return position.seq > stream.floor && stream.events.get(position.seq)?.tag !== position.tag;
}

const epochAt = (epochs: readonly Epoch[], at: number) => epochs.findLast(({ since }) => since <= at)?.epoch;

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
