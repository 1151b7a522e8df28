import type { Database, Tx } from '../database/database';
import { DomainError } from '../errors';
import type { Viewer } from '../graphql/context';
import type { Door } from '../relationships/door';
import type { AccessTokens } from './access-tokens';
import { type RefreshToken, type RefreshTokens, tokenHash } from './refresh-tokens';
import { judgeRefresh } from './session.rules';
import { endSession, endSessions, insertSession, lockSession, rotateSession } from './sessions.queries';

/** What a device needs to act for a member. `expiresAt` is the access token's. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

export interface OpenSession {
  readonly viewer: Viewer;
  readonly tokens: SessionTokens;
}

export interface SessionsOptions {
  readonly database: Database;
  readonly door: Door;
  readonly accessTokens: AccessTokens;
  readonly refreshTokens: RefreshTokens;
  /** Milliseconds until a session that is not refreshed ends. */
  readonly lifetime: number;
}

/** Signed-in devices: each a session, with a chain of refresh tokens. */
export class SessionsService {
  constructor(private readonly options: SessionsOptions) {}

  /** Makes a session in the transaction that makes or checks its member; the tokens count once it has committed. */
  async open(tx: Tx, memberId: number, id: number): Promise<OpenSession> {
    const first = this.options.refreshTokens.first(id);
    const at = await tx.now();
    await insertSession(tx, { id, memberId, tokenHash: tokenHash(first), at, expiresAt: at + this.options.lifetime });
    return this.opened(memberId, first);
  }

  /**
   * Exchanges a refresh token for new tokens. Throws SESSION_ENDED for anything but the current one; a token that had been
   * exchanged before ends the session, since two parties hold it.
   */
  async refresh(text: string): Promise<OpenSession> {
    const presented = this.options.refreshTokens.read(text);
    if (!presented) throw new DomainError('SESSION_ENDED');
    const next = this.options.refreshTokens.next(presented);
    const { verdict, memberId } = await this.options.database.transact((tx) => this.rotate(tx, presented, next));
    if (verdict === 'reused') await this.end(memberId, presented.sessionId);
    if (verdict === 'reused' || verdict === 'ended') throw new DomainError('SESSION_ENDED');
    return this.opened(memberId, next);
  }

  /** Signs the viewer out here, or everywhere. All the member's sockets notice at once, in every process. */
  async signOut({ memberId, sessionId }: Viewer, everywhere: boolean): Promise<void> {
    if (!everywhere) return this.end(memberId, sessionId);
    await this.options.door.own({
      actor: memberId,
      event: 'SESSION_ENDED',
      write: (tx, at) => endSessions(tx, memberId, at),
    });
  }

  private end(memberId: number, id: number): Promise<void> {
    return this.options.door.own({
      actor: memberId,
      event: 'SESSION_ENDED',
      write: (tx, at) => endSession(tx, id, at),
    });
  }

  private async rotate(tx: Tx, presented: RefreshToken, next: RefreshToken) {
    const session = await lockSession(tx, presented.sessionId);
    if (!session) return { verdict: 'ended', memberId: 0 } as const;
    const at = await tx.now();
    const verdict = judgeRefresh(session, tokenHash(presented), at);
    if (verdict === 'rotate')
      await rotateSession(tx, presented.sessionId, {
        tokenHash: tokenHash(next),
        previousHash: session.tokenHash,
        at,
        expiresAt: at + this.options.lifetime,
      });
    return { verdict, memberId: session.memberId };
  }

  private async opened(memberId: number, token: RefreshToken): Promise<OpenSession> {
    const { sessionId } = token;
    const { accessToken, expiresAt } = await this.options.accessTokens.issue(memberId, sessionId);
    return {
      viewer: { memberId, sessionId, expiresAt },
      tokens: { accessToken, expiresAt, refreshToken: this.options.refreshTokens.write(token) },
    };
  }
}
