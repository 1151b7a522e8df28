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
  readonly relationship: { readonly state: string; readonly asOfSeq: string } | null;
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

/** What an app shows of somebody to whom one stands in this way. */
const STANDING = ['CONNECTED', 'BLOCKED'];

/**
 * What an app would show a member: invitations that wait, connections, blocks. Kept by events alone, as an app keeps it:
 * an event whose `seq` is not above the `asOfSeq` of what it is about is known already.
 */
export class MemberView {
  private readonly things = new Map<string, Known>();

  constructor(private readonly me: string) {}

  /** Takes what a list holds. */
  reads(items: readonly Listed[]): void {
    for (const item of items) {
      if ('status' in item) this.shows(item);
      else this.relates(item, 0);
    }
  }

  applies(event: AppEvent): void {
    const seq = Number(event.seq);
    switch (event.__typename) {
      case 'InvitationSentEvent':
      case 'InvitationReceivedEvent':
      case 'InvitationReminderEvent':
        if (event.invitation && !this.knows(`invitation ${event.invitation.id}`, seq)) this.shows(event.invitation);
        return;
      case 'InvitationUpdatedEvent':
        if (!event.invitation) this.things.delete(`invitation ${event.invitationId}`);
        else if (!this.knows(`invitation ${event.invitation.id}`, seq)) this.shows(event.invitation);
        return;
      case 'InvitationWithdrawnEvent':
      case 'InvitationRemovedEvent':
      case 'InvitationExpiredEvent':
        this.things.delete(`invitation ${event.invitationId}`);
        return;
      case 'ConnectionCreatedEvent':
        if (event.accepted) this.things.delete(`invitation ${event.accepted.id}`);
        if (event.edge) this.relates(event.edge.node, seq);
        return;
      case 'ConnectionRemovedEvent':
      case 'BlockCreatedEvent':
      case 'BlockRemovedEvent':
        if (event.member) this.relates(event.member, seq);
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
    const known = this.things.get(key);
    return known !== undefined && known.asOf >= seq;
  }

  private shows({ id, status, tray, question, asOfSeq, sender, recipient }: Invitation): void {
    const sent = sender.id === this.me;
    const peer = sent ? recipient.id : sender.id;
    const content = JSON.stringify({ sent, tray, question });
    // What is filed in the other tray is read when it is looked at; no event tells of it.
    if (status !== 'PENDING' || tray === 'OTHER') this.things.delete(`invitation ${id}`);
    else this.things.set(`invitation ${id}`, { asOf: Number(asOfSeq), peer, content });
  }

  /** How one stands to somebody; what was open between the two before has ended with it. */
  private relates({ id, relationship }: Peer, seq: number): void {
    for (const [key, known] of this.things) if (known.peer === id && known.asOf < seq) this.things.delete(key);
    if (relationship === null || this.knows(`relationship ${id}`, seq)) return;
    const { state, asOfSeq } = relationship;
    if (!STANDING.includes(state)) this.things.delete(`relationship ${id}`);
    else this.things.set(`relationship ${id}`, { asOf: Number(asOfSeq), peer: id, content: state });
  }
}
