import type { Database } from '../database/database';
import { fromGlobalId } from '../graphql/global-id';
import { normalisedEmail } from '../members/account.rules';
import type { Policy } from '../policy';
import type { Acquaintance } from '../relationships/admission.rules';
import type { Invite, Report } from '../relationships/command';
import type { Door } from '../relationships/door';
import { idempotencyOf, perform } from '../relationships/perform';
import { isEmailOf, sharesContext } from './acquaintance.queries';
import type { SendInvitationInput } from './invitation-inputs.type';
import { checkedContext, checkedNote } from './note.rules';
import { heldAtRandom } from './random-hold';

type Keyed = { readonly invitationId: string; readonly idempotencyKey?: string };
const INVITATION = 'invitationId';

/** What was done: the invitation concerned, and whether the two are connected by it. */
export interface Answered {
  readonly invitation: number;
  readonly connected: boolean;
}

/** Asking to connect and answering. Every method throws the refusals of the rules as `DomainError`. */
export class InvitationsService {
  constructor(
    private readonly door: Door,
    private readonly policy: Policy,
    private readonly database: Database,
    /** Milliseconds for which what the sender asked for is held at most before it is answered. */
    private readonly hold: number,
  ) {}

  /** Sends an invitation; when the other's is open already, that accepts it and the two are connected at once. */
  async send(actor: number, input: SendInvitationInput): Promise<Answered> {
    const send = async () => perform(this.door, await this.draft(actor, input), 'recipientId');
    return answered(await heldAtRandom(this.hold, send));
  }

  /** The command that sends it; `place` is where in the request it stands. Throws what is wrong with its texts and ids. */
  async draft(actor: number, input: SendInvitationInput, place: readonly string[] = ['input']): Promise<Invite> {
    const peer = fromGlobalId('Member', input.recipientId, [...place, 'recipientId']);
    return {
      kind: 'invite',
      actor,
      peer,
      reason: input.reason,
      context: checkedContext(input.context, this.policy, place),
      note: checkedNote(input.note, this.policy, place),
      origin: 'DIRECT',
      acquaintance: await this.acquaintance(actor, peer, input.recipientEmail),
      idempotency: idempotencyOf('sendInvitation', { ...input }, place),
    };
  }

  async accept(actor: number, input: Keyed): Promise<Answered> {
    const command = { kind: 'accept', actor, origin: 'DIRECT', ...about('acceptInvitation', input) } as const;
    return answered(await perform(this.door, command, INVITATION));
  }

  async decline(actor: number, input: Keyed & { readonly report: Report }): Promise<Answered> {
    const command = { kind: 'decline', actor, report: input.report, ...about('declineInvitation', input) } as const;
    return answered(await perform(this.door, command, INVITATION));
  }

  async undoDecline(actor: number, input: Keyed): Promise<Answered> {
    const command = { kind: 'undoDecline', actor, ...about('undoDecline', input) } as const;
    return answered(await perform(this.door, command, INVITATION));
  }

  async withdraw(actor: number, input: Keyed): Promise<Answered> {
    const command = { kind: 'withdraw', actor, ...about('withdrawInvitation', input) } as const;
    return answered(await heldAtRandom(this.hold, () => perform(this.door, command, INVITATION)));
  }

  /** Looked up for every invitation alike, whatever the recipient has chosen: the time it takes must not tell. */
  private async acquaintance(actor: number, peer: number, email: string | null | undefined): Promise<Acquaintance> {
    return {
      sharesContext: await sharesContext(this.database.together, actor, peer),
      knowsEmail: email ? await isEmailOf(this.database, peer, normalisedEmail(email)) : null,
    };
  }
}

function about(mutation: string, input: Keyed) {
  return {
    invitation: fromGlobalId('Invitation', input.invitationId, ['input', INVITATION]),
    idempotency: idempotencyOf(mutation, { ...input }),
  };
}

function answered(done: { readonly invitation?: number; readonly connected?: boolean }): Answered {
  if (done.invitation === undefined) throw new Error('An invitation was changed, but not told which.');
  return { invitation: done.invitation, connected: done.connected ?? false };
}
