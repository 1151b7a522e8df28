import type { Database } from '../database/database';
import type { Ids } from '../database/ids';
import type { ErrorCode } from '../errors';
import type { Door } from '../relationships/door';
import { type Connected, Connecting } from './connecting';
import { type EdgeList, readEdgeList } from './edge-list';
import { MembersOfImport } from './imported-members';
import { checkedImportName, importNameOf } from './imported-person.rules';
import { peersOf } from './imports.queries';

export interface ImportOptions {
  readonly database: Database;
  readonly ids: Ids;
  readonly door: Door;
  /** Couples on their way through the door at a time: enough to fill the next batch while one commits. */
  readonly inFlight: number;
}

export interface ImportRequest {
  readonly file: string;
  /** The beginning of the handles of the people it brings; made of the file's name when absent. */
  readonly name?: string | undefined;
  /** Told how far it has come; often, so it should not do much. */
  readonly progress: (what: 'members' | 'connections', done: number, total: number) => void;
}

export interface ImportReport {
  readonly name: string;
  readonly members: { readonly all: number; readonly made: number };
  readonly connections: Record<'all' | 'made' | 'existing', number>;
  /** Couples the rules would not connect, counted by reason. */
  readonly refused: ReadonlyMap<ErrorCode, number>;
  readonly left: EdgeList['left'];
}

type Numbers = readonly [one: number, other: number];

/** Edges for which one statement finds out what is there already. */
const PART = 2000;

/**
 * Brings a graph in through the one door, as people would do it who know nothing of quotas: each edge is an invitation and
 * its acceptance. What is there already is not touched, so an import that was interrupted is finished by running it again.
 */
export class ImportService {
  constructor(private readonly options: ImportOptions) {}

  /** Throws `BadEdgeList` and `InvalidInput` before anything has been changed. */
  async import({ file, name: given, progress }: ImportRequest): Promise<ImportReport> {
    const name = checkedImportName(given ?? importNameOf(file));
    const list = await readEdgeList(file);
    const { database, ids } = this.options;
    const people = await new MembersOfImport(database, ids).findOrCreate(name, list.labels, (done) =>
      progress('members', done, list.labels.length),
    );
    const tally = new Tally((done) => progress('connections', done, list.size));
    await this.connect(this.missing(list, people.ids, tally), tally);
    return {
      name,
      members: { all: list.labels.length, made: people.made },
      connections: { all: list.size, made: tally.made, existing: tally.existing },
      refused: tally.refused,
      left: list.left,
    };
  }

  /** The edges whose two people are not connected yet. What this misses, the door refuses. */
  private async *missing(list: EdgeList, ids: readonly number[], tally: Tally): AsyncGenerator<Numbers> {
    for (const edges of parts(list.edges())) {
      const couples = edges.map(([one, other]) => [ids[one] ?? 0, ids[other] ?? 0] as const);
      const peers = await peersOf(this.options.database, [...new Set(couples.map(([one]) => one))]);
      for (const [one, other] of couples)
        if (peers.get(one)?.has(other)) tally.count('existing');
        else yield [one, other];
    }
  }

  private async connect(couples: AsyncGenerator<Numbers>, tally: Tally): Promise<void> {
    const connecting = new Connecting(this.options.database, this.options.door, 'IMPORT');
    const work = async () => {
      for await (const [actor, peer] of shared(couples))
        tally.count(await connecting.connect({ actor, peer, reason: 'OTHER', context: null, note: null }));
    };
    try {
      await Promise.all(Array.from({ length: this.options.inFlight }, work));
    } finally {
      // When one has failed, the others find nothing more to do.
      await couples.return(undefined);
    }
  }
}

/** What has become of the edges so far. */
class Tally {
  made = 0;
  existing = 0;
  readonly refused = new Map<ErrorCode, number>();
  private done = 0;

  constructor(private readonly told: (done: number) => void) {}

  count(connected: Connected): void {
    if (typeof connected === 'string') this[connected] += 1;
    else this.refused.set(connected.refused, (this.refused.get(connected.refused) ?? 0) + 1);
    this.done += 1;
    this.told(this.done);
  }
}

/** Lets many loops take from one generator; a loop that ends does not end it for the others. */
function shared<T>(generator: AsyncGenerator<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => ({ next: () => generator.next() }) };
}

function* parts<T>(all: Iterable<T>): Generator<readonly T[]> {
  let part: T[] = [];
  for (const one of all) {
    part.push(one);
    if (part.length === PART) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) yield part;
}
