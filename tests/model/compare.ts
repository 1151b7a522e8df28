import type { Sql } from '../../src/database/database';
import { marks } from '../../src/database/rows';
import type { NaiveNetwork } from './naive-network';

/** What both a database and a naive telling can say of a few people, as sorted lines. */
interface Picture {
  readonly letters: readonly string[];
  readonly connections: readonly string[];
  readonly blocks: readonly string[];
  readonly counts: readonly string[];
  readonly notifications: readonly string[];
  readonly reports: readonly string[];
  readonly standings: readonly string[];
  /** Each member's stream, in its order. */
  readonly streams: readonly string[];
}

export function networkAsTold(network: NaiveNetwork, members: readonly number[]): Picture {
  const letters = [...network.letters.values()];
  return {
    letters: letters.map((l) => `${l.id} ${l.from}>${l.to} ${l.sender} ${l.recipient}`).toSorted(),
    connections: [...network.connected].toSorted(),
    blocks: [...network.blocked].toSorted(),
    counts: members.map((id) => `${id} ${network.connections(id)} ${network.openSent(id)}`).toSorted(),
    notifications: [...network.notified].toSorted(),
    reports: network.standing.complaints.map(({ about, by, kind }) => `${about} ${by} ${kind}`).toSorted(),
    standings: members.map((id) => `${id} ${network.standing.of(id).name} ${network.standing.of(id).times}`).toSorted(),
    streams: members.flatMap((id) => (network.told.get(id) ?? []).map((line, index) => `${id} ${index + 1} ${line}`)),
  };
}

export async function networkInTables(sql: Sql, members: readonly number[]): Promise<Picture> {
  const among = `IN (${marks(members.length)})`;
  const lines = async (text: string): Promise<string[]> => {
    const rows = await sql.query<Record<string, string | number>>(text.replace('AMONG', among), members);
    return rows.map((row) => Object.values(row).join(' '));
  };
  const arrows = (rows: readonly string[], sign: string) => rows.map((row) => row.replace(' ', sign)).toSorted();
  const letters = await lines(
    'SELECT id, sender_id, recipient_id, sender_status, recipient_status FROM invitation WHERE sender_id AMONG',
  );
  return {
    letters: letters.map((row) => row.replace(/^(\d+) (\d+) (\d+)/, '$1 $2>$3')).toSorted(),
    connections: arrows(
      await lines('SELECT member_id, peer_id FROM connection WHERE member_id < peer_id AND member_id AMONG'),
      '-',
    ),
    blocks: arrows(await lines('SELECT member_id, peer_id FROM block WHERE member_id AMONG'), '>'),
    counts: (
      await lines('SELECT member_id, connection_count, open_sent_count FROM member_state WHERE member_id AMONG')
    ).toSorted(),
    notifications: (
      await lines(
        'SELECT member_id, kind, COALESCE(invitation_id, id) AS about FROM notification WHERE member_id AMONG',
      )
    ).toSorted(),
    reports: (await lines('SELECT member_id, peer_id, kind FROM report WHERE member_id AMONG')).toSorted(),
    standings: (
      await lines(
        "SELECT member_id, COALESCE(standing, 'GOOD') AS level, restrictions FROM member_state WHERE member_id AMONG",
      )
    ).toSorted(),
    streams: await lines(
      'SELECT member_id, seq, kind, subject FROM member_event WHERE member_id AMONG ORDER BY member_id, seq',
    ),
  };
}
