/**
 * Sums by place, in the order in which the places came. A table with open addressing says where each is: small enough to stay in
 * the processor's own cache, where an array with room for everybody would not.
 */
export class Sums {
  /** As many as `size` says, each once. */
  readonly places: Uint32Array;
  /** Those of the places. */
  readonly sums: Float64Array;
  size = 0;
  /** Where a place is in the lists + 1, and 0 where free. */
  private readonly slots: Uint16Array;
  private readonly shift: number;

  /** `most`: how many places at the most, below 2 ** 16. */
  constructor(most: number) {
    const bits = Math.ceil(Math.log2(most * 2));
    this.slots = new Uint16Array(2 ** bits);
    this.shift = 32 - bits;
    this.places = new Uint32Array(most);
    this.sums = new Float64Array(most);
  }

  add(place: number, worth: number): void {
    const slot = this.slotOf(place);
    const known = this.slots[slot] ?? 0;
    if (known > 0) this.sums[known - 1] = (this.sums[known - 1] ?? 0) + worth;
    else {
      this.places[this.size] = place;
      this.sums[this.size] = worth;
      this.size += 1;
      this.slots[slot] = this.size;
    }
  }

  /** The place's sum is 0, whatever was added. */
  drop(place: number): void {
    const known = this.slots[this.slotOf(place)] ?? 0;
    if (known > 0) this.sums[known - 1] = 0;
  }

  clear(): void {
    this.size = 0;
    this.slots.fill(0);
  }

  /** The slot of the place, or the one it would take. */
  private slotOf(place: number): number {
    const { slots, places } = this;
    const last = slots.length - 1;
    let slot = Math.imul(place, SPREAD) >>> this.shift;
    for (let known = slots[slot] ?? 0; known > 0 && places[known - 1] !== place; known = slots[slot] ?? 0)
      slot = (slot + 1) & last;
    return slot;
  }
}

const SPREAD = 0x9e3779b1;
