import type { Database } from '../../database/database';
import type { LoaderKind } from '../../graphql/context';
import { requiredText } from '../../members/text.rules';
import type { Policy } from '../../policy';
import type { Door } from '../../relationships/door';
import { idempotencyOf, perform } from '../../relationships/perform';
import type { AppealStandingInput, InvitationInsight, Standing, StandingAppeal } from './standing.type';
import { insightOf, standingView } from './standing-view.rules';
import { readRecords, readStanding, sentBefore } from './standings.queries';

/** What members may know and say of their own standing. */
export class StandingsService {
  /** Read once in an operation, however often it is asked for; only ever the viewer's own. */
  readonly own: LoaderKind<number, Standing> = {
    batch: async (ids) =>
      Promise.all(ids.map(async (id) => standingView(await readStanding(this.database, id), this.database.time()))),
  };

  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly policy: Policy,
  ) {}

  /** Throws NOT_RESTRICTED and ALREADY_APPEALED. */
  async appeal(actor: number, input: AppealStandingInput): Promise<void> {
    const text = requiredText(input.text, ['input', 'text'], { most: this.policy.appealMaxLength, prose: true });
    const idempotency = idempotencyOf('appealStanding', { ...input });
    await perform(this.door, { kind: 'appeal', actor, text, idempotency });
  }

  /** The appeal against the restriction in force. */
  async openAppeal(member: number, { until }: Standing): Promise<StandingAppeal | null> {
    if (until === null) return null;
    const { restrictedAt } = await readStanding(this.database, member);
    const records = await readRecords(this.database, member);
    const last = records.findLast(({ kind, at }) => kind === 'APPEALED' && at >= (restrictedAt ?? 0));
    return last ? { text: last.text ?? '', madeAt: last.at } : null;
  }

  async insight(member: number): Promise<InvitationInsight> {
    const before = this.database.time() - this.policy.insightAge;
    return insightOf(await sentBefore(this.database, member, before), this.policy);
  }
}
