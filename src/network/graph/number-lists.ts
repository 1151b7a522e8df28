import { ListRooms, OFFSET, OFFSET_BITS } from './list-rooms';

const EMPTY = new Uint32Array(0);

/**
 * Ascending lists of numbers, each without repetition: 4 bytes an entry and 12 a list. A list that outgrows its room moves to
 * one an eighth larger, and another list takes the old one, so nothing is ever copied as a whole.
 */
export class NumberLists {
  private readonly space = new ListRooms();
  /** The same arrays, since every reading begins with them. */
  private readonly arrays = this.space.arrays;
  private places: Uint32Array;
  private counts: Uint32Array;
  private rooms: Uint32Array;
  private entries = 0;

  constructor(expected = 0) {
    const size = Math.max(expected, 16);
    this.places = new Uint32Array(size);
    this.counts = new Uint32Array(size);
    this.rooms = new Uint32Array(size);
  }

  /** Entries of all lists together. */
  get total(): number {
    return this.entries;
  }

  get bytes(): number {
    return this.space.bytes + this.places.byteLength * 3;
  }

  lengthOf(list: number): number {
    return this.counts[list] ?? 0;
  }

  /** A view that stays right until the next change. */
  of(list: number): Uint32Array {
    const count = this.counts[list] ?? 0;
    if (count === 0) return EMPTY;
    const place = this.places[list] ?? 0;
    const offset = place & OFFSET;
    return this.arrays[place >>> OFFSET_BITS]?.subarray(offset, offset + count) ?? EMPTY;
  }

  has(list: number, entry: number): boolean {
    const entries = this.of(list);
    return entries[position(entries, entry)] === entry;
  }

  /** Writes the mark to the place of each entry. Without a view, which would take longer than a short list. */
  mark(list: number, marks: Uint8Array, mark: number): void {
    const place = this.places[list] ?? 0;
    const entries = this.arrays[place >>> OFFSET_BITS] ?? EMPTY;
    const end = (place & OFFSET) + (this.counts[list] ?? 0);
    for (let at = place & OFFSET; at < end; at++) marks[entries[at] ?? 0] = mark;
  }

  /** Whether the place of any entry has the mark. */
  hasMarked(list: number, marks: Uint8Array, mark: number): boolean {
    const place = this.places[list] ?? 0;
    const entries = this.arrays[place >>> OFFSET_BITS] ?? EMPTY;
    const end = (place & OFFSET) + (this.counts[list] ?? 0);
    for (let at = place & OFFSET; at < end; at++) if (marks[entries[at] ?? 0] === mark) return true;
    return false;
  }

  /** Writes these lists one after the other, as far as there is room. Where each ends. */
  copy(lists: ArrayLike<number>, into: Uint32Array): Uint32Array {
    const ends = new Uint32Array(lists.length);
    let end = 0;
    // The first entry of each before all others: what waits for memory waits together, and not list after list.
    for (let n = 0; n < lists.length; n++) {
      const place = this.places[lists[n] ?? 0] ?? 0;
      into[end] = this.arrays[place >>> OFFSET_BITS]?.[place & OFFSET] ?? 0;
      end = Math.min(end + this.lengthOf(lists[n] ?? 0), into.length);
      ends[n] = end;
    }
    let at = 0;
    for (let n = 0; n < lists.length; n++) {
      const place = this.places[lists[n] ?? 0] ?? 0;
      const entries = this.arrays[place >>> OFFSET_BITS] ?? EMPTY;
      const shift = (place & OFFSET) - at;
      for (const last = ends[n] ?? 0; at < last; at++) into[at] = entries[at + shift] ?? 0;
    }
    return ends;
  }

  /** Gives a new list exactly the room for what it is known to hold. */
  expect(list: number, count: number): void {
    this.cover(list);
    if (count === 0 || (this.rooms[list] ?? 0) > 0) return;
    this.places[list] = this.space.allocate(count);
    this.rooms[list] = count;
  }

  /** Puts ascending entries into a list that is empty. */
  fill(list: number, entries: Uint32Array): void {
    this.expect(list, entries.length);
    if (entries.length > (this.rooms[list] ?? 0)) {
      for (const entry of entries) this.add(list, entry);
      return;
    }
    const place = this.places[list] ?? 0;
    this.arrays[place >>> OFFSET_BITS]?.set(entries, place & OFFSET);
    this.counts[list] = entries.length;
    this.entries += entries.length;
  }

  /** Whether the entry is new to the list. */
  add(list: number, entry: number): boolean {
    this.cover(list);
    const count = this.counts[list] ?? 0;
    const before = this.of(list);
    // Lists that are loaded in order are only ever added to at their ends.
    const at = count > 0 && (before[count - 1] ?? 0) < entry ? count : position(before, entry);
    if (at < count && before[at] === entry) return false;
    if (count === (this.rooms[list] ?? 0)) this.move(list, before);
    this.counts[list] = count + 1;
    const entries = this.of(list);
    entries.copyWithin(at + 1, at, count);
    entries[at] = entry;
    this.entries += 1;
    return true;
  }

  /** Whether the entry was there. */
  remove(list: number, entry: number): boolean {
    const entries = this.of(list);
    const at = position(entries, entry);
    if (entries[at] !== entry) return false;
    entries.copyWithin(at, at + 1);
    this.counts[list] = entries.length - 1;
    this.entries -= 1;
    return true;
  }

  private move(list: number, entries: Uint32Array): void {
    const [place, room] = [this.places[list] ?? 0, this.rooms[list] ?? 0];
    const wanted = this.space.larger(room);
    const moved = this.space.allocate(wanted);
    this.arrays[moved >>> OFFSET_BITS]?.set(entries, moved & OFFSET);
    this.places[list] = moved;
    this.rooms[list] = wanted;
    this.space.release(place, room);
  }

  private cover(list: number): void {
    if (list < this.counts.length) return;
    const size = Math.ceil((list + 1) * 1.25);
    const larger = (from: Uint32Array) => {
      const to = new Uint32Array(size);
      to.set(from);
      return to;
    };
    [this.places, this.counts, this.rooms] = [larger(this.places), larger(this.counts), larger(this.rooms)];
  }
}

/** Where the entry is in an ascending list, or would be. */
export function position(entries: Uint32Array, entry: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}
