import type { Viewer } from '../graphql/context';

/** What the server asks about tokens. The members' room knows the answers. */
export interface Authentication {
  /** Whom an `authorization` header proves; null without one. Throws UNAUTHENTICATED for a token that does not count. */
  authenticate(authorization: string | undefined): Promise<Viewer | null>;
  /** Whether the session goes on; asked again about members with open sockets when something has ended. */
  isSessionAlive(sessionId: number): Promise<boolean>;
}

/**
 * Whether a token that does not count looks as if it had, once: then its owner can get another. Anything else never will,
 * and a client should stop trying.
 */
export function mayHaveExpired(authorization: string): boolean {
  const claims = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/i.exec(authorization.trim())?.[1];
  try {
    const parsed: unknown = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString());
    return typeof parsed === 'object' && parsed !== null && 'exp' in parsed;
  } catch {
    return false;
  }
}
