/** A place in a member's stream, as it stands in a cursor. Apps must not look inside; whoever checks them may. */
export interface Position {
  readonly member: number;
  readonly epoch: number;
  readonly seq: number;
  readonly tag: number;
}

export interface HeardEvent {
  readonly __typename: string;
  readonly kind: string;
  readonly seq: string;
  readonly cursor: string;
  readonly occurredAt: string;
}

/** What a client hears, whichever way it listens: `head` comes with a checkpoint, `reason` with a reset. */
export interface StreamMessage<Event extends HeardEvent = HeardEvent> {
  readonly events?: readonly Event[];
  readonly cursor?: string;
  readonly head?: boolean;
  readonly reason?: string;
}

export const ANOMALIES = [
  ...(['lost', 'repeated', 'reordered', 'partial', 'redacted removal', 'phantom'] as const),
  ...(['false reset', 'not reset', 'bad close', 'stale state'] as const),
];

/** A promise that was broken to a client. `not reset`: it goes on from something that is no longer so, and was not told. */
export interface Anomaly {
  what: (typeof ANOMALIES)[number];
  readonly seq: number;
  readonly detail: string;
  /** `performance.now()`. */
  readonly at: number;
}

/** When: `performance.now()`. */
export interface Reset {
  readonly reason: string;
  readonly position: Position;
  readonly at: number;
}

export interface Heard extends Position {
  readonly kind: string;
  readonly at: number;
}

/** What takes something from a member's lists. An event of these kinds is never redacted. */
const REMOVING = [
  ...['INVITATION_WITHDRAWN', 'INVITATION_REMOVED', 'INVITATION_EXPIRED', 'CONNECTION_REMOVED', 'BLOCK_REMOVED'],
];

/**
 * How the server may end a connection of somebody who keeps the protocol and whose token is good: by a WebSocket's code, or the HTTP
 * status of an event stream. 1006 and 200: it broke. 4408: what the client introduced itself with came too late, or never.
 */
const GOOD_ENDS: readonly number[] = [200, 503, 1006, 1012, 1013, 4408, 4508];

/** Checks everything that one client hears of one stream, connection after connection, against the promises. */
export class StreamChecker {
  /** All that was heard, for comparison with what the database says happened. */
  readonly heard: Heard[] = [];
  readonly anomalies: Anomaly[] = [];
  readonly resets: Reset[] = [];
  /** When it last began from a snapshot: `performance.now()`. */
  startedAt = performance.now();
  private readonly missing = new Map<number, Anomaly>();
  private at: Position;

  constructor(cursor: string) {
    this.at = positionOf(cursor);
  }

  get position(): Position {
    return this.at;
  }

  /** What it knows from events since it last began from a snapshot. */
  get life() {
    const { startedAt, position } = this;
    return { startedAt, position, heard: this.heard.filter(({ at }) => at >= startedAt), resets: [] };
  }

  /** Takes a message, and tells which of its events are new: each is to be applied once. */
  hears<Event extends HeardEvent>(message: StreamMessage<Event>): Event[] {
    if (message.reason !== undefined) {
      this.resets.push({ reason: message.reason, position: this.at, at: performance.now() });
      return [];
    }
    const fresh = (message.events ?? []).filter((event) => this.takes(event));
    const end = message.cursor === undefined ? this.at : positionOf(message.cursor);
    this.belongs(end);
    // The cursor of a batch or a checkpoint says: you have everything up to here.
    if (end.seq !== this.at.seq || end.tag !== this.at.tag)
      this.finds(
        'partial',
        end.seq,
        `a cursor behind ${end.seq} (${end.tag}) after event ${this.at.seq} (${this.at.tag})`,
      );
    return fresh;
  }

  /** The server has ended a connection. */
  ends(code: number): void {
    if (!GOOD_ENDS.includes(code)) this.finds('bad close', this.at.seq, `${code}`);
  }

  /** Begins again from a snapshot. */
  restarts(cursor: string): void {
    this.at = positionOf(cursor);
    this.startedAt = performance.now();
    this.missing.clear();
  }

  private takes({ __typename, kind, seq, cursor }: HeardEvent): boolean {
    const number = Number(seq);
    const position = positionOf(cursor);
    this.belongs(position);
    this.heard.push({ ...position, kind, at: performance.now() });
    if (position.seq !== number) this.finds('partial', number, `event ${number} has the cursor of ${position.seq}`);
    if (__typename === 'RedactedEvent' && REMOVING.includes(kind)) this.finds('redacted removal', number, kind);
    if (number <= this.at.seq) {
      const late = this.missing.get(number);
      if (late) late.what = 'reordered';
      else this.finds('repeated', number, `${kind} after ${this.at.seq}`);
      this.missing.delete(number);
      return late !== undefined;
    }
    for (let lost = this.at.seq + 1; lost < number; lost++)
      this.missing.set(lost, this.finds('lost', lost, `${number} came after ${this.at.seq}`));
    this.at = position;
    return true;
  }

  /** Another history begins with a reset only. */
  private belongs({ epoch, seq }: Position): void {
    if (epoch === this.at.epoch) return;
    this.finds('not reset', seq, `epoch ${epoch} after ${this.at.epoch}`);
    this.at = { ...this.at, epoch };
  }

  private finds(what: Anomaly['what'], seq: number, detail: string): Anomaly {
    const anomaly = { what, seq, detail, at: performance.now() };
    this.anomalies.push(anomaly);
    return anomaly;
  }
}

/** Version, then member, epoch, seq and tag in six bytes each, then the signature. */
export function positionOf(cursor: string): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  const [member, epoch, seq, tag] = [0, 1, 2, 3].map((index) => bytes.readUIntBE(1 + index * 6, 6));
  return { member: member ?? 0, epoch: epoch ?? 0, seq: seq ?? 0, tag: tag ?? 0 };
}
