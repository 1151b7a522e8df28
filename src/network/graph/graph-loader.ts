import { setImmediate as turn } from 'node:timers/promises';
import type { Sql } from '../../database/database';
import type { ConnectionsVisibility } from '../../members/settings.rules';
import { leavingMembers } from '../../relationships/erasure.queries';
import { GraphIndex, type Shown } from './graph-index';
import {
  type BlockRow,
  blocksAfter,
  type ChoiceRow,
  type Connected,
  closedAfter,
  connectedMembers,
  graphSize,
  peersBetween,
  peersOf,
} from './graph-loading.queries';

/** Members read at a time; and connections, about: the database and the event loop are busy with them for milliseconds. */
const MEMBERS = 10_000;
const CONNECTIONS = 30_000;
/** Statements under way at once, so that the database reads while we take in. */
const READERS = 2;

export const SHOWN: Readonly<Record<ConnectionsVisibility, Shown>> = { EVERYONE: 0, CONNECTIONS: 1, ONLY_ME: 2 };

/** Bytes an index will need: entries with some room to grow, and what there is for each member. */
export async function bytesNeeded(sql: Sql): Promise<number> {
  const { members, directions } = await graphSize(sql);
  return directions * 4.1 + members * 36;
}

/**
 * Builds an index, reading in the order of the primary keys, a few thousand rows at a time. What changes meanwhile may be in it
 * or not, even by halves: whoever loads must hear of changes from before the beginning, and apply them to what came of it.
 */
export async function loadIndex(sql: Sql, signal: AbortSignal): Promise<GraphIndex> {
  const { members } = await graphSize(sql);
  const index = new GraphIndex(members);
  // All numbers first, in the order of the ids: then the lists, which come in the order of the ids, are ascending.
  const ranges: Range[] = [];
  for await (const { id, count } of pages((last: Connected | undefined) =>
    connectedMembers(sql, last?.id ?? 0, MEMBERS),
  )) {
    signal.throwIfAborted();
    index.lists.expect(index.numberFor(id), count);
    extend(ranges, id, count);
  }
  const left = each(ranges);
  await Promise.all(Array.from({ length: READERS }, () => readPeers(sql, index, left, signal)));
  for await (const { member, peer } of pages((last: BlockRow | undefined) =>
    blocksAfter(sql, last ?? { member: 0, peer: 0 }, MEMBERS),
  ))
    index.block(member, peer, true);
  for await (const { id, shownTo } of pages((last: ChoiceRow | undefined) => closedAfter(sql, last?.id ?? 0, MEMBERS)))
    index.show(id, SHOWN[shownTo]);
  for (const id of await leavingMembers(sql)) index.remove(id);
  signal.throwIfAborted();
  return index;
}

interface Range {
  readonly from: number;
  to: number;
  connections: number;
}

function extend(ranges: Range[], id: number, count: number): void {
  const last = ranges.at(-1);
  if (last && last.connections + count <= CONNECTIONS) {
    last.to = id;
    last.connections += count;
  } else ranges.push({ from: id, to: id, connections: count });
}

/** Takes ranges until none is left. Whoever fails ends the others too, since leaving the loop closes what they share. */
async function readPeers(sql: Sql, index: GraphIndex, left: Iterable<Range>, signal: AbortSignal): Promise<void> {
  for (const { from, to } of left) {
    for (const { id, count, peers } of await peersBetween(sql, from, to)) {
      const numbers = numbersIn(index, peers, count) ?? (await peersOf(sql, id)).map((peer) => index.numberFor(peer));
      index.lists.fill(index.numberFor(id), Uint32Array.from(numbers).sort());
    }
    signal.throwIfAborted();
    await turn();
  }
}

function* each<Item>(items: Iterable<Item>): Generator<Item> {
  yield* items;
}

const COMMA = 44;
const ZERO = 48;

/** The numbers of the ids in a text, or undefined where there are not so many. */
function numbersIn(index: GraphIndex, text: string, count: number): Uint32Array | undefined {
  const numbers = new Uint32Array(count);
  let found = 0;
  let id = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === COMMA) {
      numbers[found++] = index.numberFor(id);
      id = 0;
    } else id = id * 10 + character - ZERO;
  }
  numbers[found++] = index.numberFor(id);
  return found === count ? numbers : undefined;
}

/** All rows of a list that is read page after page. */
async function* pages<Row>(next: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let page = await next(undefined); page.length > 0; page = await next(page.at(-1))) yield* page;
}
