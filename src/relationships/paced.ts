/**
 * Begins what nobody waits for: each time no sooner than `interval` milliseconds after the last, however quickly that was done.
 * A machine that is fast enough does its part in the time it may take, and is idle in between; a slow one does not rest.
 */
export function paced(interval: number, begin: (work: () => void) => void): (work: () => void) => void {
  let next = Number.NEGATIVE_INFINITY;
  return (work) => {
    const now = performance.now();
    const early = next - now;
    next = Math.max(now, next) + interval;
    if (early > 0) setTimeout(begin, early, work);
    else begin(work);
  };
}

/** Whoever came while the last transaction occupied the process is heard, and begins, first. */
export function afterOthers(work: () => void): void {
  setImmediate(() => setImmediate(work));
}
