import { DomainError, InvalidInput } from '../errors';
import { fromGlobalId } from '../graphql/global-id';
import { isRefusal, type Outcome, type PairCommand, type Refusal } from '../relationships/command';
import type { Door } from '../relationships/door';
import { asError, idempotencyOf, itemIdempotency } from '../relationships/perform';
import type { AnswerInvitationsInput, SendInvitationsInput } from './batch-inputs.type';
import type { InvitationReader } from './invitation-reader';
import type { InvitationsService } from './invitations.service';
import { heldAtRandom } from './random-hold';

/** What came, or would come, of one item. `invitation` is null when it was refused, and for what was not sent in earnest. */
export interface ItemOutcome {
  readonly invitation: number | null;
  readonly connected: boolean;
  readonly error: DomainError | null;
}

export const MOST_AT_ONCE = 50;

/** Inviting and answering many at once: each item succeeds or is refused by itself. */
export class BatchesService {
  constructor(
    private readonly door: Door,
    private readonly single: InvitationsService,
    private readonly invitations: InvitationReader,
    private readonly hold: number,
  ) {}

  async send(actor: number, { items, dryRun, ...rest }: SendInvitationsInput): Promise<ItemOutcome[]> {
    checkSize(items.length, 'items');
    const place = (index: number) => ['input', 'items', String(index)];
    const whole = idempotencyOf('sendInvitations', { ...rest, items: JSON.stringify(items), dryRun });
    const made = await Promise.all(
      items.map(async (item, index) => {
        try {
          const command = await this.single.draft(actor, item, place(index));
          return whole ? { ...command, idempotency: itemIdempotency(whole, String(index)) } : command;
        } catch (error) {
          if (error instanceof DomainError) return error;
          throw error;
        }
      }),
    );
    const error = (refusal: Refusal, index: number) =>
      asError(refusal, [...place(index), 'recipientId'], whole ? undefined : place(index));
    return heldAtRandom(this.hold, () => this.run(made, dryRun, error));
  }

  async answer(actor: number, input: AnswerInvitationsInput): Promise<ItemOutcome[]> {
    const { answer, report, dryRun } = input;
    if (answer === 'ACCEPT' && report !== 'NONE')
      throw new InvalidInput(['input', 'report'], 'Only who declines reports: leave it out, or answer DECLINE.');
    const ids = await this.chosen(actor, input);
    const whole = idempotencyOf('answerInvitations', { ...input });
    const commands = ids.map((id) => {
      if (id instanceof DomainError) return id;
      const about = { actor, invitation: id, idempotency: itemIdempotency(whole, String(id)) };
      return answer === 'ACCEPT'
        ? ({ kind: 'accept', origin: 'DIRECT', ...about } as const)
        : ({ kind: 'decline', report, ...about } as const);
    });
    const path = (index: number) => (input.filter ? ['input', 'filter'] : ['input', 'invitationIds', String(index)]);
    const outcomes = await this.run(commands, dryRun, (refusal, index) => asError(refusal, path(index)));
    return outcomes.map((outcome, index) => {
      const id = ids[index];
      return { ...outcome, invitation: typeof id === 'number' ? id : null };
    });
  }

  private async chosen(actor: number, input: AnswerInvitationsInput): Promise<(number | DomainError)[]> {
    const { invitationIds, filter, idempotencyKey } = input;
    if (!invitationIds === !filter) throw new InvalidInput(['input', 'invitationIds'], 'Give either ids or a filter.');
    if (filter && idempotencyKey)
      throw new InvalidInput(['input', 'idempotencyKey'], 'A filter takes no key: what was answered fits no more.');
    if (filter) return this.invitations.chosen(actor, filter, MOST_AT_ONCE);
    checkSize(invitationIds?.length ?? 0, 'invitationIds');
    return (invitationIds ?? []).map((id, index) => {
      try {
        return fromGlobalId('Invitation', id, ['input', 'invitationIds', String(index)]);
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    });
  }

  /** Gives the commands among the items to the door, together, and puts every outcome in its item's place. */
  private async run(
    items: readonly (PairCommand | DomainError)[],
    dryRun: boolean,
    asItemError: (refusal: Refusal, index: number) => DomainError,
  ): Promise<ItemOutcome[]> {
    const commands = items.flatMap((item) => (item instanceof DomainError ? [] : [item]));
    const answers = (dryRun ? await this.door.rehearse(commands) : await this.door.submit(commands)).values();
    return items.map((item, index) => {
      if (item instanceof DomainError) return { invitation: null, connected: false, error: item };
      const outcome: Outcome | undefined = answers.next().value;
      if (!outcome) throw new Error('The door gave no answer.');
      if (isRefusal(outcome)) return { invitation: null, connected: false, error: asItemError(outcome, index) };
      const { invitation = null, connected = false } = outcome;
      return { invitation: dryRun ? null : invitation, connected, error: null };
    });
  }
}

function checkSize(size: number, field: string): void {
  if (size < 1 || size > MOST_AT_ONCE) throw new InvalidInput(['input', field], `Give 1 to ${MOST_AT_ONCE} at once.`);
}
