import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AccountsService } from '../members/accounts.service';
import { unauthenticated } from '../members/authentication';
import type { Eraser } from './eraser';

/** How long whoever erases themselves waits for the rest, which takes longer only where thousands know them. Milliseconds. */
const PATIENCE = 5000;

export class ErasureService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly eraser: Eraser,
    private readonly logger: Logger,
  ) {}

  /** Throws WRONG_CREDENTIALS, and UNAUTHENTICATED for whoever is gone already. Once the account is closed nothing can go wrong that is not put right later. */
  async erase(member: number, password: string): Promise<void> {
    const proof = await this.accounts.provePassword(member, password);
    if (!(await this.eraser.close(member, proof))) throw unauthenticated();
    const finished = this.eraser
      .finish(member)
      .catch((error: unknown) => this.logger.warn({ err: error }, 'could not finish erasing; will try again'));
    await Promise.race([finished, delay(PATIENCE, undefined, { ref: false })]);
  }
}
