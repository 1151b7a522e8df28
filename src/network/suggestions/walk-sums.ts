const SPREAD = 0x9e3779b1;

/**
 * Adds up numbers by place, for a known number of places at the most: a table with open addressing, however large the network,
 * so small that it stays in the processor's cache.
 */
export class WalkSums {
  /** Place + 1; 0 where free. */
  private readonly places: Uint32Array;
  private readonly sums: Float64Array;
  private readonly shift: number;

  constructor(most: number) {
    const bits = Math.ceil(Math.log2(most * 1.5));
    this.places = new Uint32Array(2 ** bits);
    this.sums = new Float64Array(2 ** bits);
    this.shift = 32 - bits;
  }

  clear(): void {
    this.places.fill(0);
  }

  add(place: number, worth: number): void {
    const { places, sums } = this;
    const slot = this.slotOf(place);
    if (places[slot] === 0) {
      places[slot] = place + 1;
      sums[slot] = worth;
    } else sums[slot] = (sums[slot] ?? 0) + worth;
  }

  /** The place counts for nothing from now on. */
  drop(place: number): void {
    this.sums[this.slotOf(place)] = 0;
  }

  /** Every place with a sum above 0, in no order. */
  each(told: (place: number, sum: number) => void): void {
    const { places, sums } = this;
    for (let slot = 0; slot < places.length; slot++) {
      const found = places[slot] ?? 0;
      const sum = sums[slot] ?? 0;
      if (found !== 0 && sum > 0) told(found - 1, sum);
    }
  }

  /** Where the place is, or would be. */
  private slotOf(place: number): number {
    const { places } = this;
    const last = places.length - 1;
    let slot = Math.imul(place, SPREAD) >>> this.shift;
    for (let found = places[slot] ?? 0; found !== 0 && found !== place + 1; found = places[slot] ?? 0)
      slot = (slot + 1) & last;
    return slot;
  }
}
