import type { ListName } from './operations';
import type { HeardEvent } from './stream-checker';

interface Invitation {
  readonly id: string;
  readonly status: string;
  readonly tray: string | null;
  readonly asOfSeq: string;
  readonly question: { readonly text: string; readonly answer: string | null } | null;
  readonly sender: { readonly id: string };
  readonly recipient: { readonly id: string };
}

interface Peer {
  readonly id: string;
  readonly relationship: { readonly asOfSeq: string } | null;
}

export type Listed = Invitation | Peer;

export interface AppEvent extends HeardEvent {
  readonly invitation?: Invitation | null;
  readonly invitationId?: string;
  readonly edge?: { readonly node: Peer } | null;
  readonly accepted?: { readonly id: string } | null;
  readonly member?: Peer;
}

interface Known {
  /** The member's last event about it that its content shows already. */
  readonly asOf: number;
  /** The other member. */
  readonly peer: string;
  readonly content: string;
}

/**
 * What an app would show a member: invitations that wait, connections, blocks. Kept by events alone, as an app keeps it:
 * an event whose `seq` is not above the `asOfSeq` of what it is about is known already.
 */
export class MemberView {
  private readonly things = new Map<string, Known>();

  constructor(private readonly me: string) {}

  /** Takes what a list holds. */
  reads(list: ListName, items: readonly Listed[]): void {
    for (const item of items) {
      if ('status' in item) this.shows(item);
      else this.relates(list === 'blocks' ? 'block' : 'connection', item, 0);
    }
  }

  applies(event: AppEvent): void {
    const seq = Number(event.seq);
    switch (event.__typename) {
      case 'InvitationSentEvent':
      case 'InvitationReceivedEvent':
      case 'InvitationUpdatedEvent':
      case 'InvitationReminderEvent':
        if (event.invitation && !this.knows(`invitation ${event.invitation.id}`, seq)) this.shows(event.invitation);
        return;
      case 'InvitationWithdrawnEvent':
      case 'InvitationRemovedEvent':
      case 'InvitationExpiredEvent':
        this.things.delete(`invitation ${event.invitationId}`);
        return;
      case 'ConnectionCreatedEvent':
        if (event.accepted) this.things.delete(`invitation ${event.accepted.id}`);
        if (event.edge && !this.knows(`connection ${event.edge.node.id}`, seq))
          this.relates('connection', event.edge.node, seq);
        return;
      case 'ConnectionRemovedEvent':
        this.endsWith(event.member, seq);
        return;
      case 'BlockCreatedEvent':
        this.endsWith(event.member, seq);
        if (event.member && !this.knows(`block ${event.member.id}`, seq)) this.relates('block', event.member, seq);
        return;
      case 'BlockRemovedEvent':
        if (event.member && !this.knows(`block ${event.member.id}`, seq))
          this.things.delete(`block ${event.member.id}`);
        return;
    }
  }

  /** What there is here and not there; nothing when both show the same. */
  differences(fresh: MemberView): string[] {
    const [mine, theirs] = [this.lines(), fresh.lines()];
    return [
      ...mine.filter((line) => !theirs.includes(line)).map((line) => `wrongly shown: ${line}`),
      ...theirs.filter((line) => !mine.includes(line)).map((line) => `not shown: ${line}`),
    ];
  }

  private lines(): string[] {
    return [...this.things].map(([key, { peer, content }]) => `${key} with ${peer} ${content}`);
  }

  private knows(key: string, seq: number): boolean {
    return (this.things.get(key)?.asOf ?? 0) >= seq;
  }

  private shows({ id, status, tray, question, asOfSeq, sender, recipient }: Invitation): void {
    const sent = sender.id === this.me;
    // What is filed in the other tray is read when it is looked at; no event tells of it.
    if (status !== 'PENDING' || tray === 'OTHER') this.things.delete(`invitation ${id}`);
    else
      this.things.set(`invitation ${id}`, {
        asOf: Number(asOfSeq),
        peer: sent ? recipient.id : sender.id,
        content: JSON.stringify({ sent, tray, question }),
      });
  }

  private relates(how: 'connection' | 'block', peer: Peer, seq: number): void {
    const asOf = Math.max(seq, Number(peer.relationship?.asOfSeq ?? 0));
    this.things.set(`${how} ${peer.id}`, { asOf, peer: peer.id, content: '' });
  }

  /** A connection has ended, and with it whatever was open before between the two. */
  private endsWith(peer: Peer | undefined, seq: number): void {
    for (const [key, known] of this.things)
      if (known.peer === peer?.id && known.asOf < seq && !key.startsWith('block')) this.things.delete(key);
  }
}
