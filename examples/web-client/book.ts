import type { SnapshotQuery } from '../../schema/operations';
import type { EventBatch, Store } from './follow';

export type Snapshot = SnapshotQuery['snapshot'];

/** A member's address book: who has asked, and who is connected. In memory; an app would keep it in a database. */
export class Book implements Store {
  cursor: string | undefined;
  /** Senders of the invitations that wait for an answer, by the invitation's id. */
  readonly invitations = new Map<string, string>();
  /** Names, by the member's id. */
  readonly connections = new Map<string, string>();
  /** `asOfSeq` of what the snapshot showed, by the id of the invitation or the member: earlier events are in it already. */
  private readonly asOf = new Map<string, string>();

  /** `read` asks for the operation `Snapshot`. */
  constructor(private readonly read: () => Promise<Snapshot>) {}

  async begin(): Promise<void> {
    const { cursor, viewer } = await this.read();
    for (const { node } of viewer.invitationsReceived.edges) {
      this.invitations.set(node.id, node.sender.id);
      this.asOf.set(node.id, node.asOfSeq);
    }
    for (const { node } of viewer.connections.edges) {
      this.connections.set(node.id, node.name);
      this.asOf.set(node.id, node.relationship?.asOfSeq ?? '0');
    }
    this.cursor = cursor;
  }

  async apply(events: EventBatch['events'], cursor: string): Promise<void> {
    for (const event of events) this.note(event);
    this.cursor = cursor;
  }

  async forget(): Promise<void> {
    this.invitations.clear();
    this.connections.clear();
    this.asOf.clear();
    this.cursor = undefined;
  }

  private note(event: EventBatch['events'][number]): void {
    // A kind that this program does not know is applied by doing nothing.
    switch (event.__typename) {
      case 'InvitationReceivedEvent':
        this.put(event.invitation, event.seq);
        break;
      case 'InvitationUpdatedEvent':
        if (event.invitation) this.put(event.invitation, event.seq);
        else this.drop(event.invitationId, event.seq);
        break;
      case 'InvitationRemovedEvent':
        this.drop(event.invitationId, event.seq);
        break;
      case 'ConnectionCreatedEvent':
        this.connect(event.edge?.node, event.seq);
        break;
      case 'ConnectionRemovedEvent':
        if (this.isNews(event.member.id, event.seq)) this.connections.delete(event.member.id);
    }
  }

  /** An event shows an invitation as it is now: it may have been answered or put off since. */
  private put(invitation: Shown | null, seq: string): void {
    if (!invitation) return;
    if (invitation.tray !== 'MAIN') this.drop(invitation.id, seq);
    else if (this.isNews(invitation.id, seq)) this.invitations.set(invitation.id, invitation.sender.id);
  }

  private drop(invitation: string, seq: string): void {
    if (this.isNews(invitation, seq)) this.invitations.delete(invitation);
  }

  private connect(member: { readonly id: string; readonly name: string } | undefined, seq: string): void {
    if (!member) return;
    if (this.isNews(member.id, seq)) this.connections.set(member.id, member.name);
    for (const [invitation, sender] of this.invitations) if (sender === member.id) this.drop(invitation, seq);
  }

  private isNews(id: string, seq: string): boolean {
    return BigInt(seq) > BigInt(this.asOf.get(id) ?? 0);
  }
}

interface Shown {
  readonly id: string;
  readonly tray: string | null;
  readonly sender: { readonly id: string };
}
