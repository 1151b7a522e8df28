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

/**
 * The way of one message: `gone` resolves when `left` is called, and `tooSlow` is called when that takes too long. Neither
 * knows the message: while it waits it is kept once, as bytes, and not as text as well.
 */
export function onItsWay(
  { patience }: Pace,
  tooSlow: () => void,
): { readonly left: () => void; readonly gone: Promise<void> } {
  let left = () => {};
  const gone = new Promise<void>((resolve) => {
    const timer = setTimeout(tooSlow, patience);
    left = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { left, gone };
}
