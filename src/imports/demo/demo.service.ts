import type { Database } from '../../database/database';
import type { Ids } from '../../database/ids';
import { accountByEmail, createAccount } from '../../members/accounts.queries';
import { createMembers } from '../../members/create-members.queries';
import { hashPassword } from '../../members/passwords';
import { checkProfile } from '../../members/profile.rules';
import type { Door } from '../../relationships/door';
import { Connecting, type Couple } from '../connecting';
import { handleHolders, isInhabited } from '../imports.queries';
import { ACCEPTED, CIRCLES, DEMO_ACCOUNTS, DEMO_PEOPLE, OPEN } from './demo-network';
import { sendHastily } from './hasty-sender';
import { profileOf } from './person';

/** Somebody whom everybody may be: the password is in the documentation. */
export interface DemoAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** How long ago everybody joined: new accounts may do less. */
const AGE = 400 * 86_400_000;

/**
 * A network for newcomers to look around in, made by the same door as everything else. The accounts come last: without
 * them nobody can have changed anything, so a start that was interrupted is finished by the next one.
 */
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly door: Door,
  ) {}

  /** Makes the network unless somebody lives here already. Resolves to whom a newcomer may sign in as. */
  async settle(): Promise<readonly DemoAccount[]> {
    const handles = DEMO_PEOPLE.map(({ handle }) => handle);
    if (!(await isInhabited(this.database, handles))) {
      await this.createPeople();
      const ids = await this.idsOf(handles);
      await this.connect(ids);
      await this.createAccounts(ids);
    }
    const accounts = await Promise.all(DEMO_ACCOUNTS.map(({ email }) => accountByEmail(this.database, email)));
    return DEMO_ACCOUNTS.filter((_, index) => accounts[index]);
  }

  private async createPeople(): Promise<void> {
    const first = await this.ids.take(DEMO_PEOPLE.length);
    const people = DEMO_PEOPLE.map((person, index) => {
      const { columns, lists } = checkProfile(profileOf(person));
      return { id: first + index, handle: person.handle, ...columns, ...lists, name: person.name };
    });
    await this.unlessThere(() =>
      this.database.transact(async (tx) => createMembers(tx, people, (await tx.now()) - AGE)),
    );
  }

  private async connect(ids: (handle: string) => number): Promise<void> {
    const { database, door } = this;
    const known = new Connecting(database, door, 'IMPORT');
    await Promise.all([...acquaintances(ids)].map((couple) => known.connect(couple)));
    const met = new Connecting(database, door, 'DIRECT');
    await Promise.all(ACCEPTED.map((asked) => met.connect(coupleOf(asked, ids))));
    await door.submit(OPEN.map((asked) => ({ kind: 'invite', ...coupleOf(asked, ids), origin: 'DIRECT' }) as const));
    await sendHastily({ database, door, ids });
  }

  private async createAccounts(ids: (handle: string) => number): Promise<void> {
    const accounts = await Promise.all(
      DEMO_ACCOUNTS.map(async ({ handle, email, password }) => ({
        ...{ memberId: ids(handle), email, passwordHash: await hashPassword(password) },
      })),
    );
    await this.unlessThere(() =>
      this.database.transact(async (tx) => {
        const at = await tx.now();
        for (const account of accounts) await createAccount(tx, account, at);
      }),
    );
  }

  private async idsOf(handles: readonly string[]): Promise<(handle: string) => number> {
    const ids = new Map((await handleHolders(this.database, handles)).map(({ handle, id }) => [handle, id]));
    return (handle) => {
      const id = ids.get(handle);
      if (id === undefined) throw new Error(`Nobody in the demo network is called ${handle}.`);
      return id;
    };
  }

  /** Another process may start at the same moment, or an earlier start may have come this far: each step is all or nothing. */
  private async unlessThere(make: () => Promise<void>): Promise<void> {
    try {
      await make();
    } catch (error) {
      if (this.database.dialect.classify(error) !== 'duplicate') throw error;
    }
  }
}

/** Every two people of every circle, once. */
function* acquaintances(ids: (handle: string) => number): Generator<Couple> {
  for (const { people, reason, context = null } of CIRCLES)
    for (const [index, one] of people.entries())
      for (const other of people.slice(index + 1))
        yield { actor: ids(one), peer: ids(other), reason, context, note: null };
}

const coupleOf = (asked: (typeof OPEN)[number], ids: (handle: string) => number): Couple => ({
  ...{ actor: ids(asked.from), peer: ids(asked.to) },
  ...{ reason: asked.reason, context: asked.context ?? null, note: asked.note },
});
