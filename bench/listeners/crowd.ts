/** Thousands of lean listeners in a process of their own. Told over IPC what to do; answers when it is done. */
import type { Account } from '../client/asked';
import { FrameSocket } from './frame-socket';

export type CrowdAsked =
  | { readonly what: 'come'; readonly url: string; readonly accounts: readonly Account[] }
  /** Answers when everybody is connected and caught up, with the moment of the last. */
  | { readonly what: 'gathered' }
  /** Takes what the news have cost since the last time, milliseconds each. */
  | { readonly what: 'latencies' }
  | { readonly what: 'leave' };

const QUERY = /* GraphQL */ `
  subscription Events($after: Cursor) {
    events(after: $after) {
      __typename
      ... on EventBatch {
        cursor
        events { seq kind occurredAt ... on InvitationReceivedEvent { invitation { id note sender { id name } } } }
      }
      ... on Checkpoint { cursor head }
      ... on StreamReset { reason }
    }
  }
`;

/** Listeners that are connecting at the same time, at first. */
const AT_ONCE = 50;

const now = () => performance.timeOrigin + performance.now();

class Member {
  live = false;
  private cursor: string | undefined;
  private failures = 0;
  private socket: FrameSocket | undefined;
  private left = false;
  private arrived: () => void = () => {};

  constructor(
    private readonly crowd: Crowd,
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Resolves when it is caught up for the first time. */
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

  private open(): void {
    const authorization = `Bearer ${this.token}`;
    this.socket = new FrameSocket(this.url, {
      opened: (socket) => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })),
      heard: (socket, text) => this.heard(socket, text),
      closed: () => this.closed(),
    });
  }

  /** As the documentation tells clients to: a random part of a second, then twice as long each time. */
  private closed(): void {
    this.crowd.moved(this, false);
    if (!this.left) setTimeout(() => this.open(), Math.random() * Math.min(30_000, 500 * 2 ** this.failures++));
  }

  private heard(socket: FrameSocket, text: string): void {
    const message: Message = JSON.parse(text);
    if (message.type === 'connection_ack')
      socket.send(
        JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY, variables: { after: this.cursor } } }),
      );
    const events = message.payload?.data?.events;
    if (!events) return;
    this.cursor = events.cursor;
    for (const { invitation } of events.events ?? [])
      if (invitation) this.crowd.took.push(now() - Number(invitation.note.split(' ')[0]));
    if (!events.head) return;
    this.failures = 0;
    this.crowd.moved(this, true);
    this.arrived();
  }
}

class Crowd {
  took: number[] = [];
  private members: Member[] = [];
  private live = 0;
  private last = 0;
  private gathered: () => void = () => {};

  async answer(asked: CrowdAsked): Promise<unknown> {
    if (asked.what === 'come') return this.come(asked.url, asked.accounts);
    if (asked.what === 'latencies') return this.took.splice(0);
    if (asked.what === 'leave') for (const member of this.members.splice(0)) member.leave();
    if (asked.what === 'gathered') {
      if (this.live < this.members.length)
        await new Promise<void>((resolve) => {
          this.gathered = resolve;
        });
      return this.last;
    }
    return null;
  }

  moved(member: Member, live: boolean): void {
    if (member.live === live) return;
    member.live = live;
    this.live += live ? 1 : -1;
    this.last = now();
    if (this.live === this.members.length) this.gathered();
  }

  private async come(url: string, accounts: readonly Account[]): Promise<null> {
    this.members = accounts.map(({ token }) => new Member(this, url, token));
    for (let from = 0; from < this.members.length; from += AT_ONCE)
      await Promise.all(this.members.slice(from, from + AT_ONCE).map((member) => member.come()));
    return null;
  }
}

interface Message {
  readonly type: string;
  readonly payload?: {
    readonly data?: {
      readonly events?: {
        readonly cursor: string;
        readonly head?: boolean;
        readonly events?: readonly { readonly invitation?: { readonly note: string } }[];
      };
    };
  };
}

const crowd = new Crowd();
process.on('message', (asked: CrowdAsked) => void crowd.answer(asked).then((answer) => process.send?.({ answer })));
process.on('disconnect', () => process.exit());
