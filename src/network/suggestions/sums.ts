/**
 * Sums by place, for fewer places than slots: a table with open addressing that stays in the processor's own cache, where an
 * array with room for everybody would not. Slots hold place + 1, and 0 where free.
 */
export class Sums {
  private readonly places: Uint32Array;
  private readonly sums: Float64Array;
  private readonly used: Uint32Array;
  private readonly shift: number;
  private count = 0;

  /** `most`: how many places at the most between two times of taking; half as many slots again are made, or more. */
  constructor(most: number) {
    const bits = Math.ceil(Math.log2(most * 1.5));
    this.places = new Uint32Array(2 ** bits);
    this.sums = new Float64Array(2 ** bits);
    this.used = new Uint32Array(most);
    this.shift = 32 - bits;
  }

  add(place: number, worth: number): void {
    const slot = this.slotOf(place);
    if (this.places[slot] === 0) {
      this.places[slot] = place + 1;
      this.sums[slot] = worth;
      this.used[this.count++] = slot;
    } else this.sums[slot] = (this.sums[slot] ?? 0) + worth;
  }

  /** The place's sum is 0, whatever was added. */
  drop(place: number): void {
    this.sums[this.slotOf(place)] = 0;
  }

  /** Gives each place with its sum, and forgets them all. */
  take(give: (place: number, sum: number) => void): void {
    for (let n = 0; n < this.count; n++) {
      const slot = this.used[n] ?? 0;
      const place = (this.places[slot] ?? 0) - 1;
      this.places[slot] = 0;
      give(place, this.sums[slot] ?? 0);
    }
    this.count = 0;
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

const SPREAD = 0x9e3779b1;
