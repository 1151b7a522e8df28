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
  private resume: ((woken: Woken) => void) | null = null;
  private ended = false;

  constructor(private readonly onClose: (waiter: Waiter) => void) {}

  get closed(): boolean {
    return this.ended;
  }

  wake(cause: Wake, events: readonly NewEvent[] | null = null): void {
    if (this.resume) this.resume({ cause, events });
    else this.pending = { cause, events: this.pending ? null : events };
  }

  /** Resolves at once if there was a wake-up since the last wait, else at the next one, or after `milliseconds`. */
  wait(milliseconds: number): Promise<Woken> {
    if (this.ended) return Promise.resolve(CLOSED);
    if (this.pending) {
      const woken = this.pending;
      this.pending = null;
      return Promise.resolve(woken);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.resume?.({ cause: 'timeout', events: null }), milliseconds);
      this.resume = (woken) => {
        clearTimeout(timer);
        this.resume = null;
        resolve(woken);
      };
    });
  }

  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.onClose(this);
    this.resume?.(CLOSED);
  }
}

const CLOSED: Woken = { cause: 'closed', events: null };

/** All who wait in this process, by member. */
export class Waiters {
  private readonly byMember = new Map<number, Set<Waiter>>();

  get size(): number {
    let size = 0;
    for (const waiters of this.byMember.values()) size += waiters.size;
    return size;
  }

  register(member: number): Waiter {
    const waiters = this.byMember.get(member) ?? new Set();
    this.byMember.set(member, waiters);
    const waiter = new Waiter((closed) => {
      waiters.delete(closed);
      if (waiters.size === 0 && this.byMember.get(member) === waiters) this.byMember.delete(member);
    });
    waiters.add(waiter);
    return waiter;
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
    for (const waiters of this.byMember.values()) for (const waiter of waiters) waiter.wake(cause);
  }
}
