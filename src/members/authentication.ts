import { GraphQLError } from 'graphql';
import type { Database } from '../database/database';
import type { Viewer } from '../graphql/context';
import type { AccessTokens } from './access-tokens';
import { isAlive } from './session.rules';
import { sessionLife } from './sessions.queries';

interface Known {
  readonly viewer: Viewer;
  readonly checkedAt: number;
}

/** How long a session found alive is believed to be, by a process that hears no bell for it. */
const BELIEVED = 5000;
const MOST_KNOWN = 20_000;

/** Turns the header `Authorization: Bearer …` into the viewer it proves. */
export class Authentication {
  private readonly known = new Map<string, Known>();
  /** How often we were told that sessions have ended. */
  private forgotten = 0;

  constructor(
    private readonly database: Database,
    private readonly accessTokens: AccessTokens,
  ) {}

  /** Null without a header. Throws UNAUTHENTICATED, one and the same for every reason, for a token that does not count. */
  async authenticate(authorization: string | undefined): Promise<Viewer | null> {
    if (authorization === undefined) return null;
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization.trim())?.[1];
    if (token === undefined) throw unauthenticated();
    const known = this.known.get(token);
    if (known && this.isFresh(known)) return known.viewer;
    this.known.delete(token);
    const { forgotten } = this;
    // A signature that was found good stays good: only time and the session's end can change the answer.
    const signed = known && this.isInTime(known.viewer);
    const viewer = signed ? known.viewer : await this.accessTokens.verify(token);
    if (!viewer || !(await this.isSessionAlive(viewer.sessionId))) throw unauthenticated();
    // What was read before a session's end may have been overtaken by the news of it.
    if (forgotten === this.forgotten) this.remember(token, viewer);
    return viewer;
  }

  /** Whether the session may still be used, read from the database at this moment. */
  async isSessionAlive(sessionId: number): Promise<boolean> {
    const session = await sessionLife(this.database.together, sessionId);
    return session !== undefined && isAlive(session, this.database.time());
  }

  /** Ask the database again about this member's sessions, or everybody's: call it when their bell rings. */
  forget(memberId?: number): void {
    this.forgotten++;
    if (memberId === undefined) this.known.clear();
    for (const [token, { viewer }] of this.known) if (viewer.memberId === memberId) this.known.delete(token);
  }

  private isFresh({ viewer, checkedAt }: Known): boolean {
    return this.isInTime(viewer) && this.database.time() < checkedAt + BELIEVED;
  }

  private isInTime({ expiresAt }: Viewer): boolean {
    return this.database.time() < expiresAt;
  }

  private remember(token: string, viewer: Viewer): void {
    const [oldest] = this.known.size >= MOST_KNOWN ? this.known.keys() : [];
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(token, { viewer, checkedAt: this.database.time() });
  }
}

/** One and the same for every reason. */
export function unauthenticated(): GraphQLError {
  return new GraphQLError(
    'This authorization does not count (any more). It must be "Bearer <accessToken>"; refresh the session, or sign in again.',
    {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    },
  );
}
