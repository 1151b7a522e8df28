import type { Logger } from 'pino';
import type { Database } from '../database/database';
import type { Door } from '../relationships/door';
import { dueInvitations } from './invitations.queries';

const PAGE = 500;
const INTERVAL = 60_000;

/**
 * Ends invitations whose time is over, through the door. Readers and rules treat them as ended from the very moment, so this
 * only has to come by now and then; several processes doing it at once do no harm, since the door refuses the second.
 */
export class Expiry {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.sweeping = this.sweep()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'could not end expired invitations'))
      .finally(() => {
        if (!this.stopped) this.timer = setTimeout(() => this.start(), INTERVAL);
      });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  /** Ends all that are due now; resolves to how many. */
  async sweep(): Promise<number> {
    for (let ended = 0; ; ) {
      const due = await dueInvitations(this.database, this.database.time(), PAGE);
      if (due.length === 0 || this.stopped) return ended;
      const outcomes = await this.door.submit(
        due.map((invitation) => ({ kind: 'expire', actor: null, invitation }) as const),
      );
      const done = outcomes.filter((outcome) => 'change' in outcome).length;
      // Nothing left that is really due: another process was quicker, or the database's clock is behind ours.
      if (done === 0) return ended;
      ended += done;
    }
  }
}
