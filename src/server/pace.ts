/** How slow a listener may be. */
export interface Pace {
  /** Bytes that may wait to be sent. */
  readonly unsent: number;
  /** Milliseconds that one message may take to leave. */
  readonly patience: number;
}

/** How long what is under way may take when a connection is about to end. Milliseconds. */
export const LAST_WORDS = 3000;

/**
 * For who waits for a message that will never leave: nothing more is read for them. A promise for each, so that they are
 * forgotten with it; one for all would keep them for as long as the process lives.
 */
export const never = (): Promise<never> => new Promise(() => {});

/** Resolves when the message has left, which `send` tells by its argument; calls `tooSlow` when that takes too long. */
export function sentInTime(send: (left: () => void) => void, { patience }: Pace, tooSlow: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(tooSlow, patience);
    send(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
