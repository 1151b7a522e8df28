const SPREAD = 0x9e3779b1;
const HIGH = 2 ** 32;

/**
 * Gives members' ids small numbers in the order in which they come, 0, 1, 2 …, so that arrays can be indexed by them. 8 bytes a
 * member for the id and about 6 for finding it: a table with open addressing, whose places hold number + 1, 0 where free.
 */
export class MemberNumbers {
  private ids: Float64Array;
  private places: Uint32Array;
  private shift: number;
  private count = 0;
  /** Whether the order of the numbers is still that of the ids. */
  private ascending = true;

  constructor(expected = 0) {
    this.ids = new Float64Array(Math.max(expected, 16));
    const bits = Math.max(5, Math.ceil(Math.log2(Math.max(expected, 1) * 1.5)));
    this.places = new Uint32Array(2 ** bits);
    this.shift = 32 - bits;
  }

  get size(): number {
    return this.count;
  }

  get inOrder(): boolean {
    return this.ascending;
  }

  get bytes(): number {
    return this.ids.byteLength + this.places.byteLength;
  }

  /** -1 for a member without a number. */
  of(id: number): number {
    return (this.places[this.placeOf(id)] ?? 0) - 1;
  }

  /** The member's number; a new one where there is none. */
  give(id: number): number {
    const known = this.of(id);
    if (known >= 0) return known;
    this.makeRoom();
    const number = this.count++;
    if (number > 0 && id < this.idOf(number - 1)) this.ascending = false;
    this.ids[number] = id;
    this.places[this.placeOf(id)] = number + 1;
    return number;
  }

  idOf(number: number): number {
    return this.ids[number] ?? 0;
  }

  /** Where the id is, or would be. */
  private placeOf(id: number): number {
    const { places, ids } = this;
    const last = places.length - 1;
    let place = Math.imul(id ^ (id / HIGH), SPREAD) >>> this.shift;
    for (let found = places[place] ?? 0; found !== 0 && ids[found - 1] !== id; found = places[place] ?? 0)
      place = (place + 1) & last;
    return place;
  }

  private makeRoom(): void {
    if (this.count === this.ids.length) {
      const ids = new Float64Array(Math.ceil(this.count * 1.25));
      ids.set(this.ids);
      this.ids = ids;
    }
    if (this.count < this.places.length * 0.7) return;
    this.places = new Uint32Array(this.places.length * 2);
    this.shift -= 1;
    for (let number = 0; number < this.count; number++) this.places[this.placeOf(this.idOf(number))] = number + 1;
  }
}
