/** From how many times the length on the longer list is searched rather than read. */
const SEARCHED = 16;

/**
 * Calls `found` with each number that both ascending lists hold, in order, until it answers `true`. Reads both lists, or
 * searches the longer one in steps that double, where it is much longer.
 */
export function eachCommon(one: Uint32Array, other: Uint32Array, found: (entry: number) => boolean): void {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length * SEARCHED < long.length) {
    search(short, long, found);
    return;
  }
  let at = 0;
  let place = 0;
  while (at < short.length && place < long.length) {
    const [mine, theirs] = [short[at] ?? 0, long[place] ?? 0];
    if (mine === theirs && found(mine)) return;
    if (mine <= theirs) at++;
    if (theirs <= mine) place++;
  }
}

/** How many numbers both ascending lists hold. */
export function countCommon(one: Uint32Array, other: Uint32Array): number {
  let count = 0;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length * SEARCHED < long.length) {
    search(short, long, () => {
      count++;
      return false;
    });
    return count;
  }
  let at = 0;
  let place = 0;
  const [ends, lasts] = [short.length, long.length];
  while (at < ends && place < lasts) {
    const mine = short[at] ?? 0;
    const theirs = long[place] ?? 0;
    if (mine === theirs) count++;
    if (mine <= theirs) at++;
    if (theirs <= mine) place++;
  }
  return count;
}

function search(short: Uint32Array, long: Uint32Array, found: (entry: number) => boolean): void {
  let from = 0;
  for (const entry of short) {
    let step = 1;
    while (from + step < long.length && (long[from + step] ?? 0) < entry) step *= 2;
    let low = from + (step >> 1);
    if ((long[low] ?? 0) >= entry) low = from;
    let high = Math.min(from + step + 1, long.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((long[middle] ?? 0) < entry) low = middle + 1;
      else high = middle;
    }
    if (low >= long.length) return;
    from = low;
    if (long[low] === entry && found(entry)) return;
  }
}
