import type { Database } from '../database/database';
import { InvalidInput } from '../errors';
import { fromGlobalId } from '../graphql/global-id';
import { requiredText } from '../members/text.rules';
import type { Policy } from '../policy';
import type { Door } from '../relationships/door';
import { idempotencyOf, perform } from '../relationships/perform';
import type {
  AllowInvitationsFromInput,
  AnswerQuestionInput,
  AskSenderInput,
  SnoozeInvitationInput,
} from './answering-inputs.type';
import { heldAtRandom } from './random-hold';

/** What can be done about an invitation besides yes and no. Methods resolve to the invitation's id, or throw the refusal. */
export class AnsweringService {
  constructor(
    private readonly door: Door,
    private readonly policy: Policy,
    private readonly database: Database,
    private readonly hold: number,
  ) {}

  async snooze(actor: number, input: SnoozeInvitationInput): Promise<number> {
    const until = input.until ?? null;
    const at = this.database.time();
    if (until !== null && (until <= at || until > at + this.policy.snoozeMax))
      throw new InvalidInput(['input', 'until'], `Use a time within the next ${this.policy.snoozeMax / DAY} days.`);
    await perform(this.door, { kind: 'snooze', actor, until, ...about('snoozeInvitation', input) }, 'invitationId');
    return about('', input).invitation;
  }

  async ask(actor: number, input: AskSenderInput): Promise<number> {
    const text = this.checked(input.question, 'question');
    await perform(this.door, { kind: 'ask', actor, text, ...about('askSender', input) }, 'invitationId');
    return about('', input).invitation;
  }

  async answerQuestion(actor: number, input: AnswerQuestionInput): Promise<number> {
    const text = this.checked(input.answer, 'answer');
    const command = { kind: 'reply', actor, text, ...about('answerQuestion', input) } as const;
    await heldAtRandom(this.hold, () => perform(this.door, command, 'invitationId'));
    return about('', input).invitation;
  }

  /** Resolves to the member. */
  async allow(actor: number, input: AllowInvitationsFromInput): Promise<number> {
    const peer = fromGlobalId('Member', input.memberId, ['input', 'memberId']);
    const idempotency = idempotencyOf('allowInvitationsFrom', { ...input });
    await perform(this.door, { kind: 'allow', actor, peer, idempotency }, 'memberId');
    return peer;
  }

  private checked(text: string, field: string): string {
    return requiredText(text, ['input', field], { most: this.policy.questionMaxLength, prose: true });
  }
}

const DAY = 86_400_000;

function about(mutation: string, input: { readonly invitationId: string; readonly idempotencyKey?: string }) {
  return {
    invitation: fromGlobalId('Invitation', input.invitationId, ['input', 'invitationId']),
    idempotency: idempotencyOf(mutation, { ...input }),
  };
}
