import type { Sql } from '../database/database';
import type { EventKind } from './event-kinds';
import type { Position } from './stream-cursor';

/** An event as it is kept. */
export interface StoredEvent {
  readonly seq: number;
  readonly tag: number;
  readonly kind: EventKind;
  readonly subject: number | null;
  readonly payload: string | null;
  readonly at: number;
}

/** A member's stream as one statement saw it: its ends, and the events from `seq` on. */
export interface StreamReading {
  readonly epoch: number;
  readonly lastSeq: number;
  readonly lastTag: number;
  readonly floorSeq: number;
  readonly floorTag: number;
  readonly events: readonly StoredEvent[];
}

interface Row {
  readonly epoch: number;
  readonly last_seq: number;
  readonly last_tag: number;
  readonly floor_seq: number;
  readonly floor_tag: number;
  readonly seq: number | null;
  readonly tag: number;
  readonly kind: EventKind;
  readonly subject: number | null;
  readonly payload: string | null;
  readonly created_at: number;
}

/**
 * Reads a page and everything needed to judge it in one statement, so that no page can mix two states of the database.
 * It begins with event `seq` itself, whose tag proves that the reader's past is ours. Numbers have no gaps, so a page is a
 * range of them; to order and limit it in SQL would make MariaDB write each reading to a temporary file. Undefined: no such
 * member.
 */
export async function readStream(
  sql: Sql,
  member: number,
  seq: number,
  most: number,
): Promise<StreamReading | undefined> {
  const rows = await sql.query<Row>(
    `SELECT l.epoch, s.last_seq, s.last_tag, s.floor_seq, s.floor_tag, e.seq, e.tag, e.kind, e.subject, e.payload, e.created_at
     FROM member_state s JOIN stream_lineage l ON l.id = 1
     LEFT JOIN member_event e ON e.member_id = s.member_id AND e.seq BETWEEN ? AND ?
     WHERE s.member_id = ?`,
    [seq, seq + most, member],
  );
  const [first] = rows;
  if (!first) return undefined;
  return {
    epoch: first.epoch,
    lastSeq: first.last_seq,
    lastTag: first.last_tag,
    floorSeq: first.floor_seq,
    floorTag: first.floor_tag,
    events: rows
      .flatMap((r) =>
        r.seq === null
          ? []
          : [{ seq: r.seq, tag: r.tag, kind: r.kind, subject: r.subject, payload: r.payload, at: r.created_at }],
      )
      .sort((one, other) => one.seq - other.seq),
  };
}

/** Where a member's stream ends now. */
export async function readHead(sql: Sql, member: number): Promise<Position | undefined> {
  const [row] = await sql.query<{ epoch: number; seq: number; tag: number }>(
    `SELECT l.epoch, s.last_seq AS seq, s.last_tag AS tag
     FROM member_state s JOIN stream_lineage l ON l.id = 1 WHERE s.member_id = ?`,
    [member],
  );
  return row;
}
