import type { NewEvent } from './event';

/** Why a waiter goes on: a bell rang, a poll of the lanes found something, time passed, its connection is about to end, or it was closed. */
export type Wake = 'bell' | 'poll' | 'timeout' | 'leaving' | 'closed';

/** A wake-up, with the events it is about when this process has just committed them itself. */
export interface Woken {
  readonly cause: Wake;
  readonly events: readonly NewEvent[] | null;
}

/** Waits for news of one member. It keeps one wake-up, never a queue: after a second one, whoever wakes reads the stream. */
export class Waiter {
  private pending: Woken | null = null;
  private resume: (() => void) | null = null;
  private due = 0;
  private ended = false;

  constructor(
    readonly member: number,
    private readonly waiters: Waiters,
  ) {}

  get closed(): boolean {
    return this.ended;
  }

  wake(cause: Wake, events: readonly NewEvent[] | null = null): void {
    this.pending = { cause, events: this.pending ? null : events };
    this.resume?.();
    this.resume = null;
  }

  /** Resolves at once if there is a wake-up that nobody has taken, else at the next one, or after `milliseconds`. */
  ready(milliseconds: number): Promise<void> {
    if (this.ended || this.pending) return Promise.resolve();
    this.due = performance.now() + milliseconds;
    return new Promise((resolve) => {
      this.resume = resolve;
    });
  }

  /** The wake-up for which it is ready. */
  take(): Woken {
    const woken = this.pending;
    this.pending = null;
    return this.ended || !woken ? CLOSED : woken;
  }

  /** Wakes it when it has waited for long enough. */
  round(now: number): void {
    if (this.resume && this.due <= now) this.wake('timeout');
  }

  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.waiters.forget(this);
    this.resume?.();
  }
}

const CLOSED: Woken = { cause: 'closed', events: null };

/** How often those are looked for who have waited for long enough: one clock for all. Milliseconds. */
const ROUND = 250;

/** All who wait in this process, by member. */
export class Waiters {
  private readonly byMember = new Map<number, readonly Waiter[]>();
  private clock: NodeJS.Timeout | undefined;

  get size(): number {
    let size = 0;
    for (const waiters of this.byMember.values()) size += waiters.length;
    return size;
  }

  register(member: number): Waiter {
    const waiter = new Waiter(member, this);
    // A list for each, of just its length: nearly every member waits on one device.
    this.byMember.set(member, [...(this.byMember.get(member) ?? []), waiter]);
    this.clock ??= setInterval(() => this.round(performance.now()), ROUND);
    return waiter;
  }

  forget(waiter: Waiter): void {
    const others = this.byMember.get(waiter.member)?.filter((other) => other !== waiter) ?? [];
    if (others.length > 0) this.byMember.set(waiter.member, others);
    else this.byMember.delete(waiter.member);
    if (this.byMember.size > 0) return;
    clearInterval(this.clock);
    this.clock = undefined;
  }

  /** Wakes whoever waits for one of these members, with the events of a batch as far as they are theirs. */
  tell(members: readonly number[], cause: Wake, events: readonly NewEvent[] | null): void {
    for (const member of members) {
      const waiters = this.byMember.get(member);
      if (!waiters) continue;
      const own = events?.filter(({ memberId }) => memberId === member) ?? null;
      for (const waiter of waiters) waiter.wake(cause, own);
    }
  }

  wakeAll(cause: Wake): void {
    this.each((waiter) => waiter.wake(cause));
  }

  private round(now: number): void {
    this.each((one) => one.round(now));
  }

  private each(act: (waiter: Waiter) => void): void {
    for (const waiters of this.byMember.values()) for (const waiter of waiters) act(waiter);
  }
}
