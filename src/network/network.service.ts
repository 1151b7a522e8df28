import { fromGlobalId } from '../graphql/global-id';
import type { AboutPeer } from '../relationships/command';
import type { Door } from '../relationships/door';
import { idempotencyOf, perform } from '../relationships/perform';

/** Names the other member; `idempotencyKey` makes a repetition harmless. */
export interface AboutMember {
  readonly memberId: string;
  readonly idempotencyKey?: string;
}

/** Ending a connection, blocking, unblocking. Each resolves to the other member's id, or throws a refusal as `DomainError`. */
export class NetworkService {
  constructor(private readonly door: Door) {}

  removeConnection(actor: number, input: AboutMember): Promise<number> {
    return this.perform('disconnect', actor, input, 'removeConnection');
  }

  block(actor: number, input: AboutMember): Promise<number> {
    return this.perform('block', actor, input, 'blockMember');
  }

  unblock(actor: number, input: AboutMember): Promise<number> {
    return this.perform('unblock', actor, input, 'unblockMember');
  }

  private async perform(kind: AboutPeer['kind'], actor: number, input: AboutMember, mutation: string): Promise<number> {
    const peer = fromGlobalId('Member', input.memberId, ['input', 'memberId']);
    await perform(this.door, { kind, actor, peer, idempotency: idempotencyOf(mutation, { ...input }) }, 'memberId');
    return peer;
  }
}
