/** Thousands of lean listeners in a process of their own. Told over IPC what to do; answers when it is done. */
import type { Account } from '../client/asked';
import { type Diary, Member } from './member';

/** Somebody who comes to listen. */
export interface Guest extends Account {
  /** Where to begin; default: now. */
  readonly cursor?: string;
}

export type CrowdAsked =
  | {
      readonly what: 'come';
      readonly url: string;
      readonly guests: readonly Guest[];
      /** They subscribe, and then read nothing any more. */
      readonly stalls: boolean;
    }
  /** Answers when everybody is connected and caught up, with the moment of the last. */
  | { readonly what: 'gathered' }
  /** Takes what was heard since the last time. */
  | { readonly what: 'heard' }
  /** Cuts every connection at this moment; everybody is back at once, with the last cursor. */
  | { readonly what: 'cut' }
  | { readonly what: 'leave' };

export interface Heard {
  /** Milliseconds from the sending of an invitation to its frame, of each. */
  readonly took: readonly number[];
  readonly events: number;
  /** Of these, numbers that were not the next, and resets. */
  readonly disordered: number;
}

/** Listeners that are connecting at the same time, at first. */
const AT_ONCE = 50;

class Crowd implements Diary {
  private heard = { took: [] as number[], events: 0, disordered: 0 };
  private members: Member[] = [];
  private live = 0;
  private last = 0;
  private gathered: () => void = () => {};

  async answer(asked: CrowdAsked): Promise<unknown> {
    if (asked.what === 'come') return this.come(asked);
    if (asked.what === 'heard') return this.taken();
    if (asked.what === 'cut') for (const member of this.members) member.cut();
    if (asked.what === 'leave') for (const member of this.members.splice(0)) member.leave();
    if (asked.what === 'gathered') {
      if (this.live < this.members.length)
        await new Promise<void>((resolve) => {
          this.gathered = resolve;
        });
      return this.last;
    }
    return null;
  }

  moved(member: Member, live: boolean): void {
    if (member.live === live) return;
    member.live = live;
    this.live += live ? 1 : -1;
    this.last = performance.timeOrigin + performance.now();
    if (this.live === this.members.length) this.gathered();
  }

  took(milliseconds: number): void {
    this.heard.took.push(milliseconds);
  }

  event(next: boolean): void {
    this.heard.events++;
    if (!next) this.heard.disordered++;
  }

  private taken(): Heard {
    const { heard } = this;
    this.heard = { took: [], events: 0, disordered: 0 };
    return heard;
  }

  private async come({ url, guests, stalls }: Extract<CrowdAsked, { what: 'come' }>): Promise<null> {
    this.members = guests.map(({ token, cursor }) => new Member(this, { url, token, cursor, stalls }));
    for (let from = 0; from < this.members.length; from += AT_ONCE)
      await Promise.all(this.members.slice(from, from + AT_ONCE).map((member) => member.come()));
    return null;
  }
}

const crowd = new Crowd();
process.on('message', (asked: CrowdAsked) => void crowd.answer(asked).then((answer) => process.send?.({ answer })));
process.on('disconnect', () => process.exit());
