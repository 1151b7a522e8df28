import type { Database } from '../database/database';
import { type ErrorCode, TryAgain } from '../errors';
import { type Command, type Invite, isRefusal, type Origin, type Outcome } from '../relationships/command';
import type { Door } from '../relationships/door';
import { readPairs } from '../relationships/read.queries';
import { emptyPair, type PairState, pairKey } from '../relationships/relationship-state';

/** Two people to connect: the first invites, the second accepts. */
export type Couple = Pick<Invite, 'actor' | 'peer' | 'reason' | 'context' | 'note'>;

export type Connected = 'made' | 'existing' | { readonly refused: ErrorCode };

/**
 * Connects people through the door: an invitation, and its acceptance. May be interrupted anywhere and repeated: whoever is
 * connected stays so, and an invitation that is open is accepted. What the rules refuse, a block or a no, stays refused.
 */
export class Connecting {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly origin: Origin,
  ) {}

  async connect(couple: Couple): Promise<Connected> {
    const outcome = await this.submit({ kind: 'invite', ...couple, origin: this.origin });
    if (!isRefusal(outcome)) {
      if (outcome.connected) return 'made';
      if (outcome.invitation === undefined) throw new Error('An invitation was sent, but not told which.');
      return this.accept(couple, outcome.invitation);
    }
    if (outcome.refused === 'ALREADY_CONNECTED') return 'existing';
    if (outcome.refused !== 'ALREADY_INVITED') return { refused: outcome.refused };
    const { open } = await this.pair(couple);
    return open ? this.accept(couple, open.id) : this.afterRefusal(couple, outcome.refused);
  }

  private async accept(couple: Couple, invitation: number): Promise<Connected> {
    const outcome = await this.submit({ kind: 'accept', actor: couple.peer, invitation, origin: this.origin });
    return isRefusal(outcome) ? this.afterRefusal(couple, outcome.refused) : 'made';
  }

  /** Another import of the same file, at the same time, may have done it. */
  private async afterRefusal(couple: Couple, refused: ErrorCode): Promise<Connected> {
    return (await this.pair(couple)).connectedAt === null ? { refused } : 'existing';
  }

  private async submit(command: Command): Promise<Outcome> {
    const [outcome] = await this.door.submit([command]);
    if (!outcome) throw new Error('The door gave no answer.');
    if (isRefusal(outcome) && outcome.refused === 'TRY_AGAIN') throw new TryAgain();
    return outcome;
  }

  private async pair({ actor, peer }: Couple): Promise<PairState> {
    const pairs = await readPairs(this.database, [[Math.min(actor, peer), Math.max(actor, peer)]]);
    return pairs.get(pairKey(actor, peer)) ?? emptyPair(actor, peer);
  }
}
