import type { Person } from '../kit/person';
import { SocketClient } from '../kit/socket-client';

export interface HeardEvent {
  readonly __typename: string;
  readonly seq: string;
  readonly cursor: string;
  readonly kind: string;
  readonly invitation?: {
    readonly id: string;
    readonly note: string | null;
    readonly sender: { readonly name: string };
  } | null;
  readonly invitationId?: string;
  readonly subjectId?: string;
}

export interface StreamMessage {
  readonly __typename: 'EventBatch' | 'Checkpoint' | 'StreamReset';
  readonly cursor: string;
  readonly events: readonly HeardEvent[];
  readonly replay: boolean;
  readonly head: boolean;
  readonly reason: string;
}

export const EVENTS = /* GraphQL */ `
  subscription ($after: Cursor) {
    events(after: $after) {
      __typename
      ... on EventBatch { cursor replay events { __typename seq cursor kind
        ... on InvitationReceivedEvent { invitationId invitation { id note sender { name } } }
        ... on InvitationUpdatedEvent { invitationId updated: invitation { id } }
        ... on InvitationRemovedEvent { invitationId }
        ... on RedactedEvent { subjectId }
      } }
      ... on Checkpoint { cursor head }
      ... on StreamReset { reason }
    }
  }
`;

/** A device that follows its owner's stream, and checks at every event that the numbers go up by one. */
export class StreamListener {
  private readonly waiting: HeardEvent[] = [];
  private lastSeq: number | undefined;
  /** Where to go on after a break: stored after applying. */
  cursor: string | undefined;

  private constructor(readonly socket: SocketClient) {}

  /** Follows from a cursor, or from now on; returns when the stream has been caught up with. */
  static async start(url: string, person: Person, after?: string): Promise<StreamListener> {
    const listener = new StreamListener(await SocketClient.connect(url, person.token));
    listener.socket.subscribe('events', EVENTS, { after });
    for (;;) {
      const message = await listener.message();
      if (message.__typename === 'Checkpoint' && message.head) return listener;
      if (message.__typename === 'StreamReset') throw new Error(`The stream was reset: ${message.reason}`);
    }
  }

  /** The next message of any kind. */
  async message(): Promise<StreamMessage> {
    const { payload } = await this.socket.hears('next', 'events');
    // A subscription's payload is whatever the document above asked for.
    const { data } = payload as { data: { events: StreamMessage } };
    const message = data.events;
    if (message.__typename === 'EventBatch') for (const event of message.events) this.apply(event);
    if (message.__typename !== 'StreamReset') this.cursor = message.cursor;
    return message;
  }

  /** Takes the next event, which must be of this kind. */
  async hears(kind: string): Promise<HeardEvent> {
    while (this.waiting.length === 0) await this.message();
    const event = this.waiting.shift();
    if (event?.kind !== kind) throw new Error(`Expected ${kind}, heard ${event?.kind}.`);
    return event;
  }

  /** Takes all events that were heard. */
  taken(): HeardEvent[] {
    return this.waiting.splice(0);
  }

  /** Kinds of the events that were heard and not taken. */
  get untaken(): readonly string[] {
    return this.waiting.map(({ kind }) => kind);
  }

  private apply(event: HeardEvent): void {
    const seq = Number(event.seq);
    if (this.lastSeq !== undefined && seq !== this.lastSeq + 1) throw new Error(`After ${this.lastSeq} came ${seq}.`);
    this.lastSeq = seq;
    this.waiting.push(event);
  }
}
