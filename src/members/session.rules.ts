/** A session as the rules see it. Times are epoch milliseconds. */
export interface SessionState {
  readonly tokenHash: string;
  readonly previousHash: string | null;
  readonly rotatedAt: number;
  readonly expiresAt: number;
  readonly endedAt: number | null;
}

/** How long the token before the current one still answers, for two honest refreshes at the same time. */
export const GRACE = 10_000;

export const isAlive = (session: Pick<SessionState, 'expiresAt' | 'endedAt'>, at: number): boolean =>
  session.endedAt === null && at < session.expiresAt;

/**
 * What a refresh with the token of this hash is. `rotate`: the next token replaces it. `repeat`: it was just replaced, and is
 * answered with the same next token. `reused`: somebody else has a copy, so the session must end.
 */
export function judgeRefresh(
  session: SessionState,
  hash: string,
  at: number,
): 'rotate' | 'repeat' | 'reused' | 'ended' {
  if (!isAlive(session, at)) return 'ended';
  if (hash === session.tokenHash) return 'rotate';
  return hash === session.previousHash && at <= session.rotatedAt + GRACE ? 'repeat' : 'reused';
}
