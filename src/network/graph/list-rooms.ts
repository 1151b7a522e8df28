/** Entries of one array: 4 MB. A place is the array's index and the offset in it, in 32 bits together. */
export const OFFSET_BITS = 20;
const ARRAY = 2 ** OFFSET_BITS;
export const OFFSET = ARRAY - 1;
const SMALLEST = 4;

/** Room that a list may be given, each step about an eighth more. */
const ROOMS: readonly number[] = rooms();

/** Where lists of numbers lie: in a few large arrays, each list in a room, and rooms that were left are given to others. */
export class ListRooms {
  /** By what is before the offset in a place. */
  readonly arrays: Uint32Array[] = [];
  private end = ARRAY;
  private readonly free = new Map<number, number[]>();

  get bytes(): number {
    return this.arrays.length * ARRAY * 4;
  }

  /** The next step. */
  larger(room: number): number {
    return ROOMS.find((size) => size > room) ?? ARRAY;
  }

  /** A place with so much room. */
  allocate(room: number): number {
    if (room > ARRAY) throw new RangeError(`A list of ${room} members is too long.`);
    const released = this.free.get(room)?.pop();
    if (released !== undefined) return released;
    if (this.end + room > ARRAY) {
      this.release((this.arrays.length - 1) * ARRAY + this.end, ARRAY - this.end);
      this.arrays.push(new Uint32Array(ARRAY));
      this.end = 0;
    }
    const place = (this.arrays.length - 1) * ARRAY + this.end;
    this.end += room;
    return place;
  }

  /** From now on it may be another's. The room is found again by the largest step that it holds. */
  release(place: number, room: number): void {
    const size = ROOMS.findLast((step) => step <= room);
    if (size === undefined) return;
    const places = this.free.get(size);
    if (places) places.push(place);
    else this.free.set(size, [place]);
  }
}

function rooms(): number[] {
  const steps: number[] = [];
  for (let room = SMALLEST; room < ARRAY; room = Math.ceil((room * 1.125) / SMALLEST + 0.5) * SMALLEST)
    steps.push(room);
  return [...steps, ARRAY];
}
