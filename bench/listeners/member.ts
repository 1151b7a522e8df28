import { FrameSocket } from './frame-socket';

const QUERY = /* GraphQL */ `
  subscription Events($after: Cursor) {
    events(after: $after) {
      __typename
      ... on EventBatch {
        cursor
        replay
        events { seq kind occurredAt ... on InvitationReceivedEvent { invitation { id note sender { id name } } } }
      }
      ... on Checkpoint { cursor head }
      ... on StreamReset { reason }
    }
  }
`;

/** What a member tells of what happens to them. */
export interface Diary {
  /** Whether they are connected and caught up has changed. */
  moved(member: Member, live: boolean): void;
  /** Milliseconds since the invitation that they hear of was sent. */
  took(milliseconds: number): void;
  /** An event; false when its number is not the next, or when there will be none for it. */
  event(next: boolean): void;
}

export interface Ticket {
  readonly url: string;
  readonly token: string;
  /** Where to begin; default: now. */
  readonly cursor?: string | undefined;
  /** Subscribes, and then reads nothing any more. */
  readonly stalls: boolean;
}

/** Somebody who listens, as lean as can be. */
export class Member {
  live = false;
  private cursor: string | undefined;
  private seq: number | undefined;
  private failures = 0;
  private socket: FrameSocket | undefined;
  private left = false;
  private hasty = false;
  private arrived: () => void = () => {};

  constructor(
    private readonly diary: Diary,
    private readonly ticket: Ticket,
  ) {
    this.cursor = ticket.cursor;
  }

  /** Resolves when it is caught up for the first time, or has stalled. */
  come(): Promise<void> {
    return new Promise((resolve) => {
      this.arrived = resolve;
      this.open();
    });
  }

  leave(): void {
    this.left = true;
    this.socket?.destroy();
  }

  cut(): void {
    this.hasty = true;
    this.diary.moved(this, false);
    this.socket?.destroy();
  }

  private open(): void {
    const authorization = `Bearer ${this.ticket.token}`;
    this.socket = new FrameSocket(this.ticket.url, {
      opened: (socket) => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })),
      heard: (socket, text) => this.heard(socket, JSON.parse(text)),
      closed: () => this.closed(),
    });
  }

  /** As the documentation tells clients to: a random part of a second, then twice as long each time. */
  private closed(): void {
    this.diary.moved(this, false);
    if (this.left || this.ticket.stalls) return;
    const pause = this.hasty ? 0 : Math.random() * Math.min(30_000, 500 * 2 ** this.failures++);
    this.hasty = false;
    setTimeout(() => this.open(), pause);
  }

  private heard(socket: FrameSocket, { type, payload }: Message): void {
    if (type === 'connection_ack') this.subscribe(socket);
    const said = payload?.data?.events;
    if (!said) return;
    if (said.reason) this.diary.event(false);
    for (const event of said.events ?? []) this.apply(event, said.replay === true);
    this.cursor = said.cursor;
    if (!said.head) return;
    this.failures = 0;
    this.diary.moved(this, true);
    this.arrived();
  }

  private subscribe(socket: FrameSocket): void {
    const payload = { query: QUERY, variables: { after: this.cursor } };
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
    if (!this.ticket.stalls) return;
    socket.pause();
    this.arrived();
  }

  private apply({ seq, invitation }: Event, replay: boolean): void {
    const number = Number(seq);
    this.diary.event(this.seq === undefined || number === this.seq + 1);
    this.seq = number;
    if (invitation && !replay) this.diary.took(now() - Number(invitation.note.split(' ')[0]));
  }
}

const now = () => performance.timeOrigin + performance.now();

interface Event {
  readonly seq: string;
  readonly invitation?: { readonly note: string } | null;
}

interface Message {
  readonly type: string;
  readonly payload?: {
    readonly data?: {
      readonly events?: {
        readonly cursor: string;
        readonly head?: boolean;
        readonly replay?: boolean;
        readonly reason?: string;
        readonly events?: readonly Event[];
      };
    };
  };
}
