import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from '../client/asked';
import { Http } from '../client/http';
import { type Done, SEND } from '../client/operations';
import { Strangers } from '../people';

/** Between two ticks of the sender's clock. Milliseconds. */
const TICK = 10;

/** Invitations between strangers over HTTP; each note tells the moment at which it was sent. */
export class News {
  private readonly http: Http;
  private readonly strangers: Strangers;
  /** How many were sent so far. */
  sent = 0;

  constructor(
    url: string,
    private readonly accounts: readonly Account[],
    /** Each is told to two members: events are twice as many. */
    private readonly perSecond: number,
  ) {
    this.http = new Http(url, 128);
    this.strangers = new Strangers(accounts.map((_, n) => n));
  }

  /** Sends at a steady pace, whether they are heard or not, until `over` has settled. */
  async during(over: Promise<unknown>): Promise<void> {
    let going = true;
    const end = over.finally(() => {
      going = false;
    });
    const sending: Promise<void>[] = [];
    const begun = performance.now();
    while (going) {
      while (sending.length < ((performance.now() - begun) * this.perSecond) / 1000) sending.push(this.send());
      await delay(TICK);
    }
    await Promise.all([end, ...sending]);
  }

  close(): void {
    this.http.close();
  }

  private async send(): Promise<void> {
    this.sent++;
    const [sender, recipient] = this.strangers.draw().map((n) => this.accounts[n]);
    const note = `${performance.timeOrigin + performance.now()} Your talk stayed with me.`;
    const input = { recipientId: recipient?.id, reason: 'MET_IN_PERSON', note };
    const body = JSON.stringify({ query: SEND, variables: { input } });
    const { sendInvitation } = await this.http.ask<Done>(sender?.token ?? '', body);
    if (sendInvitation?.errors.length) throw new Error(JSON.stringify(sendInvitation.errors));
  }
}
