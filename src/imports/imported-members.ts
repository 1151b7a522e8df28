import type { Database } from '../database/database';
import type { Ids } from '../database/ids';
import { DomainError } from '../errors';
import { createMembers } from '../members/create-members.queries';
import { importedPerson } from './imported-person.rules';
import { type HandleHolder, handleHolders } from './imports.queries';

/** People in one statement or transaction. */
const PART = 500;
/** Times that somebody else may take a handle between our look and our insert. */
const ATTEMPTS = 5;

export interface ImportedMembers {
  /** Ids, in the order of the labels. */
  readonly ids: readonly number[];
  readonly made: number;
}

/** Finds the members of an import by their handles and makes those who are not there yet. They have no account. */
export class MembersOfImport {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** Throws HANDLE_TAKEN, before anything is changed, when one of the handles is that of somebody who has an account. */
  async findOrCreate(
    importName: string,
    labels: readonly string[],
    told: (done: number) => void,
  ): Promise<ImportedMembers> {
    const people = labels.map((label) => importedPerson(importName, label));
    const found = new Map<string, number>();
    for (const part of parts(people)) await this.find(part, found);
    told(found.size);
    let made = 0;
    for (const part of parts(people.filter(({ handle }) => !found.has(handle)))) {
      made += await this.create(part, found);
      told(found.size);
    }
    const ids = people.map(({ handle }) => idOf(found, handle));
    return { ids, made };
  }

  private async find(people: readonly Person[], found: Map<string, number>): Promise<void> {
    const holders = await handleHolders(
      this.database,
      people.map(({ handle }) => handle),
    );
    for (const holder of holders) found.set(holder.handle, unclaimed(holder));
  }

  /** Resolves to how many it made; another import may have made the others in the meantime. */
  private async create(people: readonly Person[], found: Map<string, number>): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      const missing = people.filter(({ handle }) => !found.has(handle));
      const first = await this.ids.take(missing.length);
      const members = missing.map((person, index) => ({ id: first + index, ...person }));
      try {
        await this.database.transact(async (tx) => createMembers(tx, members, await tx.now()));
        for (const { id, handle } of members) found.set(handle, id);
        return members.length;
      } catch (error) {
        if (attempt === ATTEMPTS || this.database.dialect.classify(error) !== 'duplicate') throw error;
        await this.find(missing, found);
      }
    }
  }
}

type Person = ReturnType<typeof importedPerson>;

function unclaimed({ id, handle, hasAccount }: HandleHolder): number {
  if (!hasAccount) return id;
  const message = `The handle "${handle}" is that of somebody with an account. Give the import another name.`;
  throw new DomainError('HANDLE_TAKEN', { path: ['name'] }, message);
}

function idOf(found: ReadonlyMap<string, number>, handle: string): number {
  const id = found.get(handle);
  if (id === undefined) throw new Error(`Member ${handle} was neither found nor made.`);
  return id;
}

function* parts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += PART) yield all.slice(from, from + PART);
}
