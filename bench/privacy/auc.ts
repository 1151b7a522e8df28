/** How well one value tells two samples apart: 0.5 is not at all, 1 is always. With the ends of a 95 % interval. */
export interface Auc {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The chance that a value of `other` is above one of `one`, ties counting half (Mann and Whitney's U), folded so that
 * slower and faster tell alike. The interval is that of samples which do not differ, which is what these nearly do.
 */
export function auc(one: readonly number[], other: readonly number[]): Auc {
  const values = [...one.map((value) => ({ value, mine: false })), ...other.map((value) => ({ value, mine: true }))];
  values.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < values.length; ) {
    let to = from;
    while (to < values.length && values[to]?.value === values[from]?.value) to++;
    const mine = values.slice(from, to).filter((v) => v.mine).length;
    ranks += mine * ((from + 1 + to) / 2);
    from = to;
  }
  const [n, m] = [one.length, other.length];
  const above = (ranks - (m * (m + 1)) / 2) / (n * m);
  const value = Math.max(above, 1 - above);
  const width = 1.96 * Math.sqrt((n + m + 1) / (12 * n * m));
  return { value, from: Math.max(0.5, value - width), to: Math.min(1, value + width) };
}
