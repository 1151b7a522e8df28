import type { Database, Tx } from '../database/database';
import type { Ids } from '../database/ids';
import { DomainError } from '../errors';
import type { Viewer } from '../graphql/context';
import type { Door } from '../relationships/door';
import { checkedEmail, checkPassword, normalisedEmail } from './account.rules';
import {
  type AccountRow,
  accountByEmail,
  accountOf,
  createAccount,
  lockAccount,
  updatePassword,
} from './accounts.queries';
import { unauthenticated } from './authentication';
import { createMembers } from './create-members.queries';
import { checkedHandle, derivedHandle, suffixedHandle } from './handle.rules';
import type { LoginThrottle } from './login-throttle';
import { hashPassword, passwordMatches } from './passwords';
import { checkedHeadline, checkedName } from './profile.rules';
import { endSessions, forgetSessions } from './sessions.queries';
import type { OpenSession, SessionsService } from './sessions.service';

export interface SignUp {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly handle?: string | null;
  readonly headline?: string | null;
}

/** A password was right; in the transaction that acts on it, makes sure that it still is. Throws WRONG_CREDENTIALS. */
export type Proof = (tx: Tx) => Promise<void>;

export interface AccountsOptions {
  readonly database: Database;
  readonly ids: Ids;
  readonly door: Door;
  readonly sessions: SessionsService;
  readonly throttle: LoginThrottle;
}

/** Tries for a handle derived from a name that many share. */
const ATTEMPTS = 8;
/** How long an ended session is kept, for whoever asks what happened. */
const FORGET_AFTER = 30 * 86_400_000;

/** Who may sign in, and with which password. */
export class AccountsService {
  constructor(private readonly options: AccountsOptions) {}

  /** Makes a member with an account, and signs them in. */
  async signUp(input: SignUp, address: string): Promise<OpenSession> {
    const email = checkedEmail(input.email, ['input', 'email']);
    checkPassword(input.password, email, ['input', 'password']);
    const [name, headline] = [checkedName(input.name), checkedHeadline(input.headline ?? null)];
    const given = input.handle ? checkedHandle(input.handle, ['input', 'handle']) : undefined;
    await this.options.throttle.signUp(address);
    const passwordHash = await hashPassword(input.password);
    let handle = given ?? derivedHandle(name);
    for (let attempt = 1; ; attempt++) {
      const created = await this.create({ name, headline, handle, email, passwordHash });
      if (created) return created;
      if (await accountByEmail(this.options.database, email))
        throw new DomainError('EMAIL_TAKEN', { path: ['input', 'email'] });
      if (given !== undefined || attempt === ATTEMPTS)
        throw new DomainError('HANDLE_TAKEN', { path: ['input', 'handle'] });
      handle = suffixedHandle(derivedHandle(name), attempt);
    }
  }

  /** One and the same refusal, after the same work, for an unknown account and for a wrong password. */
  async signIn(input: { email: string; password: string }, address: string): Promise<OpenSession> {
    const { database, ids, sessions, throttle } = this.options;
    const email = normalisedEmail(input.email);
    await throttle.attempt(email, address);
    const account = await accountByEmail(database, email);
    const matches = await passwordMatches(account?.passwordHash, input.password);
    if (!account || !matches) throw new DomainError('WRONG_CREDENTIALS');
    await throttle.succeeded(email, address);
    const id = await ids.take();
    return database.transact(async (tx) => {
      if (!(await isUnchanged(tx, account))) throw new DomainError('WRONG_CREDENTIALS');
      await forgetSessions(tx, account.memberId, (await tx.now()) - FORGET_AFTER);
      return sessions.open(tx, account.memberId, id);
    });
  }

  /** Ends all other sessions of the viewer: whoever knew the old password is out. */
  async changePassword(
    viewer: Viewer,
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  ): Promise<void> {
    const { database, door } = this.options;
    const account = await accountOf(database, viewer.memberId);
    checkPassword(newPassword, account?.email ?? '', ['input', 'newPassword']);
    const proof = await this.prove(account, { password: currentPassword, field: 'currentPassword' });
    const passwordHash = await hashPassword(newPassword);
    await door.own({
      actor: viewer.memberId,
      event: 'SESSION_ENDED',
      write: async (tx, at) => {
        await proof(tx);
        await updatePassword(tx, viewer.memberId, passwordHash, at);
        await endSessions(tx, viewer.memberId, at, viewer.sessionId);
      },
    });
  }

  /** That it is the member themselves who asks, by the input's field `password`. Throws WRONG_CREDENTIALS, or UNAUTHENTICATED when they are gone. */
  async provePassword(memberId: number, password: string): Promise<Proof> {
    return this.prove(await accountOf(this.options.database, memberId), { password, field: 'password' });
  }

  private async prove(
    account: AccountRow | undefined,
    { password, field }: { password: string; field: string },
  ): Promise<Proof> {
    const { throttle } = this.options;
    if (!account) throw unauthenticated();
    await throttle.proof(account.memberId);
    if (!(await passwordMatches(account.passwordHash, password))) throw wrongPassword(field);
    await throttle.proved(account.memberId);
    return async (tx) => {
      if (!(await isUnchanged(tx, account))) throw wrongPassword(field);
    };
  }

  /** Undefined when the handle or the e-mail address is taken. The database decides: a check beforehand could be overtaken. */
  private async create(person: {
    readonly name: string;
    readonly headline: string | null;
    readonly handle: string;
    readonly email: string;
    readonly passwordHash: string;
  }): Promise<OpenSession | undefined> {
    const { database, ids, sessions } = this.options;
    const { email, passwordHash, ...profile } = person;
    const id = await ids.take();
    const sessionId = await ids.take();
    try {
      return await database.transact(async (tx) => {
        const at = await tx.now();
        await createMembers(tx, [{ id, ...profile }], at);
        await createAccount(tx, { memberId: id, email, passwordHash }, at);
        return sessions.open(tx, id, sessionId);
      });
    } catch (error) {
      if (database.dialect.classify(error) === 'duplicate') return undefined;
      throw error;
    }
  }
}

/** Checking a password takes a while: whether it is still the one that was checked. From here on it stays until the end. */
async function isUnchanged(tx: Tx, checked: AccountRow): Promise<boolean> {
  return (await lockAccount(tx, checked.memberId))?.passwordHash === checked.passwordHash;
}

const wrongPassword = (field: string): DomainError =>
  new DomainError('WRONG_CREDENTIALS', { path: ['input', field] }, 'The password is wrong.');
