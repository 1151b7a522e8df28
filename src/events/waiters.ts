/** Why a waiter goes on: a bell rang, a poll of the lanes found something, time passed, its connection is about to end, or it was closed. */
export type Wake = 'bell' | 'poll' | 'timeout' | 'leaving' | 'closed';

/** Waits for news of one member. It keeps one bit, never a queue: whoever wakes reads the stream. */
export class Waiter {
  private pending: Wake | null = null;
  private resume: ((wake: Wake) => void) | null = null;
  private ended = false;

  constructor(private readonly onClose: (waiter: Waiter) => void) {}

  get closed(): boolean {
    return this.ended;
  }

  wake(cause: Wake): void {
    if (this.resume) this.resume(cause);
    else this.pending = cause;
  }

  /** Resolves at once if there was a wake-up since the last wait, else at the next one, or after `milliseconds`. */
  wait(milliseconds: number): Promise<Wake> {
    if (this.ended) return Promise.resolve('closed');
    if (this.pending) {
      const cause = this.pending;
      this.pending = null;
      return Promise.resolve(cause);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.resume?.('timeout'), milliseconds);
      this.resume = (wake) => {
        clearTimeout(timer);
        this.resume = null;
        resolve(wake);
      };
    });
  }

  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.onClose(this);
    this.resume?.('closed');
  }
}

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

  wake(members: readonly number[], cause: Wake): void {
    for (const member of members) for (const waiter of this.byMember.get(member) ?? []) waiter.wake(cause);
  }

  wakeAll(cause: Wake): void {
    for (const waiters of this.byMember.values()) for (const waiter of waiters) waiter.wake(cause);
  }
}
