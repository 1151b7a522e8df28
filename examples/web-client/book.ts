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

  /** `read` asks for the operation `Snapshot`. */
  constructor(private readonly read: () => Promise<Snapshot>) {}

  async begin(): Promise<void> {
    const { cursor, viewer } = await this.read();
    for (const { node } of viewer.invitationsReceived.edges) this.invitations.set(node.id, node.sender.id);
    for (const { node } of viewer.connections.edges) this.connections.set(node.id, node.name);
    this.cursor = cursor;
  }

  async apply(events: EventBatch['events'], cursor: string): Promise<void> {
    for (const event of events) this.note(event);
    this.cursor = cursor;
  }

  async forget(): Promise<void> {
    this.invitations.clear();
    this.connections.clear();
    this.cursor = undefined;
  }

  private note(event: EventBatch['events'][number]): void {
    // A kind that this program does not know is applied by doing nothing.
    if (event.__typename === 'InvitationReceivedEvent' && event.invitation)
      this.invitations.set(event.invitation.id, event.invitation.sender.id);
    if (event.__typename === 'InvitationRemovedEvent') this.invitations.delete(event.invitationId);
    if (event.__typename === 'ConnectionCreatedEvent' && event.edge) {
      const { id, name } = event.edge.node;
      this.connections.set(id, name);
      for (const [invitation, sender] of this.invitations) if (sender === id) this.invitations.delete(invitation);
    }
  }
}
