import { MemberNumbers } from './member-numbers';
import { NumberLists } from './number-lists';

/** Who sees a member's list of connections: 0 everyone, 1 their connections, 2 nobody else. */
export type Shown = 0 | 1 | 2;

const NOBODY: ReadonlySet<number> = new Set();

/**
 * All connections, blocks and closed lists in memory. A member has a number (`numbers`), and a list of the numbers of those
 * they are connected with (`lists`), ascending: 4 bytes for each direction of a connection, and about 40 for each member.
 */
export class GraphIndex {
  readonly numbers: MemberNumbers;
  readonly lists: NumberLists;
  private shownTo: Uint8Array;
  private marks: Uint8Array;
  private lastMark = 0;
  private readonly blocks = new Map<number, Set<number>>();

  /** `members`: how many are expected; more may come. */
  constructor(members = 0) {
    this.numbers = new MemberNumbers(members);
    this.lists = new NumberLists(members);
    this.shownTo = new Uint8Array(Math.max(members, 16));
    this.marks = new Uint8Array(Math.max(members, 16));
  }

  get bytes(): number {
    return this.numbers.bytes + this.lists.bytes + this.shownTo.byteLength + this.marks.byteLength;
  }

  /** Two members, by their ids, are connected from now on, or no longer. */
  connect(one: number, other: number, connected: boolean): void {
    if (connected) {
      const [a, b] = [this.numberFor(one), this.numberFor(other)];
      this.lists.add(a, b);
      this.lists.add(b, a);
      return;
    }
    const [a, b] = [this.numbers.of(one), this.numbers.of(other)];
    if (a < 0 || b < 0) return;
    this.lists.remove(a, b);
    this.lists.remove(b, a);
  }

  /** One of the two has blocked the other, or neither has. */
  block(one: number, other: number, blocked: boolean): void {
    for (const [member, peer] of [
      [one, other],
      [other, one],
    ] as const) {
      const peers = this.blocks.get(member) ?? new Set();
      if (blocked) this.blocks.set(member, peers.add(peer));
      else if (peers.delete(peer) && peers.size === 0) this.blocks.delete(member);
    }
  }

  /** The member is not there any more. */
  remove(id: number): void {
    const number = this.numbers.of(id);
    // From the end, where taking out moves nothing.
    if (number >= 0)
      for (const peer of this.lists.of(number).toReversed()) {
        this.lists.remove(number, peer);
        this.lists.remove(peer, number);
      }
    for (const peer of this.hiddenFrom(id)) this.block(id, peer, false);
  }

  show(member: number, to: Shown): void {
    const number = to === 0 ? this.numbers.of(member) : this.numberFor(member);
    if (number >= 0) this.shownTo[number] = to;
  }

  /** The ids of those whom the member has blocked or who have blocked them. */
  hiddenFrom(member: number): ReadonlySet<number> {
    return this.blocks.get(member) ?? NOBODY;
  }

  /** By number: who sees the member's list. */
  shown(number: number): number {
    return this.shownTo[number] ?? 0;
  }

  /**
   * One byte for each number, and a value that none of them has: for marking some and asking about them before anybody else can,
   * without ever clearing.
   */
  freshMarks(): readonly [marks: Uint8Array, mark: number] {
    this.lastMark += 1;
    if (this.lastMark === 256) {
      this.marks.fill(0);
      this.lastMark = 1;
    }
    return [this.marks, this.lastMark];
  }

  /** The member's number, made when there is none. */
  numberFor(id: number): number {
    const number = this.numbers.give(id);
    if (number >= this.marks.length) {
      this.marks = larger(this.marks, number);
      this.shownTo = larger(this.shownTo, number);
    }
    return number;
  }
}

function larger(bytes: Uint8Array, number: number): Uint8Array {
  const copy = new Uint8Array(Math.ceil((number + 1) * 1.25));
  copy.set(bytes);
  return copy;
}
