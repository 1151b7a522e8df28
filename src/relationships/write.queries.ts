import type { Tx } from '../database/database';
import { deleteRows, insert, type Row, upsert } from '../database/rows';
import type { Changes } from './changes';
import type { MemberFacts, PairState } from './relationship-state';
import { writeStandings } from './standing.queries';
import { writeInvitations } from './write-invitations.queries';

/** Writes a batch's last states in a handful of set-based statements, which go together. */
export async function writeChanges(tx: Tx, changes: Changes): Promise<void> {
  await Promise.all([
    writeInvitations(tx, changes),
    writePairs(tx, changes),
    writeConnections(tx, changes),
    writeBlocks(tx, changes),
    writeNotifications(tx, changes),
    upsert(tx, 'idempotency_key', ['member_id', 'token'], KEY_COLUMNS, keyRows(changes)),
    insert(tx, 'member_event', EVENT_COLUMNS, eventRows(changes)),
    upsert(tx, 'member_state', ['member_id'], STATE_COLUMNS, [...changes.members].map(stateRow), STATE_UPDATES),
    writeStandings(tx, changes),
  ]);
  for (const write of changes.writes) await write(tx);
}

const PAIR_KEYS = ['low_id', 'high_id'];
const PAIR_COLUMNS = [
  ...[...PAIR_KEYS, 'version', 'low_seq', 'high_seq', 'connected_at'],
  ...['open_id', 'open_sender_id', 'open_state', 'open_expires_at', 'open_answered_at', 'open_answered_version'],
  ...['open_question', 'open_reply', 'open_return', 'open_return_at', 'open_reminder'],
  ...['low_withdrew_at', 'low_blocked_at', 'low_unblocked_at', 'low_unknown'],
  ...['high_withdrew_at', 'high_blocked_at', 'high_unblocked_at', 'high_unknown'],
];

async function writePairs(tx: Tx, { pairs, left }: Changes): Promise<void> {
  const gone = [...left].map(({ low, high }) => [low, high]);
  await Promise.all([
    upsert(tx, 'pair', PAIR_KEYS, PAIR_COLUMNS, [...pairs].filter((pair) => !left.has(pair)).map(pairRow)),
    deleteRows(tx, 'pair', PAIR_KEYS, gone),
  ]);
}

function pairRow({ low, high, version, connectedAt, open, lowSide, highSide }: PairState): Row {
  return [
    ...[low, high, version, lowSide.seq, highSide.seq, connectedAt],
    ...[open?.id ?? null, open?.sender ?? null, open?.state ?? null, open?.expiresAt ?? null],
    ...[open?.answeredAt ?? null, open?.answeredVersion ?? null, open?.question ?? null, open?.reply ?? null],
    ...[open?.next?.by ?? null, open?.next?.at ?? null, open?.reminder ?? null],
    ...[lowSide, highSide].flatMap((s) => [s.withdrewAt, s.blockedAt, s.unblockedAt, s.unknown ? 1 : 0]),
  ];
}

const BETWEEN = ['member_id', 'peer_id'];

async function writeConnections(tx: Tx, changes: Changes): Promise<void> {
  const all = [...changes.connections.values()];
  const made = all.flatMap((c): Row[] =>
    c.at === null
      ? []
      : [
          [c.low, c.high, c.at, c.lowInvitation],
          [c.high, c.low, c.at, c.highInvitation],
        ],
  );
  const gone = all.filter((c) => c.at === null).flatMap((c) => [[c.low, c.high] as const, [c.high, c.low] as const]);
  await Promise.all([
    upsert(tx, 'connection', BETWEEN, ['member_id', 'peer_id', 'connected_at', 'invitation_id'], made),
    deleteRows(tx, 'connection', BETWEEN, gone),
  ]);
}

async function writeBlocks(tx: Tx, changes: Changes): Promise<void> {
  const all = [...changes.blocks.values()];
  const made = all.flatMap((b): Row[] => (b.at === null ? [] : [[b.member, b.peer, b.at]]));
  const gone = all.filter((b) => b.at === null).map((b) => [b.member, b.peer] as const);
  await Promise.all([
    upsert(tx, 'block', BETWEEN, ['member_id', 'peer_id', 'blocked_at'], made),
    deleteRows(tx, 'block', BETWEEN, gone),
  ]);
}

/** Deletes first: after a block and its end, the same batch may hold a new notification between the two. */
async function writeNotifications(tx: Tx, changes: Changes): Promise<void> {
  const silenced = changes.silenced.length > 0 ? await notificationsBetween(tx, changes.silenced) : [];
  const gone = [...changes.goneNotifications, ...silenced].map((id) => [id]);
  const rows = [...changes.notifications.values()].map(
    (n): Row => [n.id, n.memberId, n.kind, n.actorId, n.invitationId, n.at, null],
  );
  await Promise.all([
    deleteRows(tx, 'notification', ['id'], gone),
    insert(tx, 'notification', ['id', 'member_id', 'kind', 'actor_id', 'invitation_id', 'created_at', 'read_at'], rows),
  ]);
}

/** Found without a lock, which whoever holds both members' rows needs not: a DELETE that looks for them itself scans and deadlocks. */
async function notificationsBetween(tx: Tx, pairs: Changes['silenced']): Promise<number[]> {
  if (pairs.length === 0) return [];
  const between = pairs.flatMap(() => ['(member_id = ? AND actor_id = ?)', '(member_id = ? AND actor_id = ?)']);
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM notification WHERE ${between.join(' OR ')}`,
    pairs.flatMap(([one, other]) => [one, other, other, one]),
  );
  return rows.map(({ id }) => id);
}

const KEY_COLUMNS = ['member_id', 'token', 'input_hash', 'outcome', 'created_at'];

const keyRows = (changes: Changes): Row[] =>
  changes.keys.map(({ member, idempotency, outcome, at }) => [
    ...[member, idempotency.key, idempotency.hash, JSON.stringify(outcome), at],
  ]);

const EVENT_COLUMNS = [
  ...['member_id', 'seq', 'tag', 'change_id', 'kind', 'subject', 'actor', 'payload', 'created_at'],
];

const eventRows = (changes: Changes): Row[] =>
  changes.events.map((e) => [e.memberId, e.seq, e.tag, e.changeId, e.kind, e.subject, e.actor, e.payload, e.at]);

const STATE_UPDATES = [
  ...['last_seq', 'last_tag', 'connection_count', 'open_sent_count'],
  ...['intake_since', 'intake_count', 'proofs_since', 'proofs_count', 'answers_since', 'answers_count'],
];
/** The row is always there; an insert must name the other columns all the same. */
const STATE_COLUMNS = [
  ...['member_id', 'created_at', 'floor_seq', 'floor_tag', 'muted_kinds', 'settings_version'],
  ...STATE_UPDATES,
];

const stateRow = (m: MemberFacts): Row => [
  ...[m.id, m.createdAt, 0, 0, 0, 0],
  ...[m.lastSeq, m.lastTag, m.connectionCount, m.openSentCount],
  ...[m.intake.since, m.intake.count, m.proofs.since, m.proofs.count, m.answers.since, m.answers.count],
];
