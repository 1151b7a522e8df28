import { createSecretKey } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Viewer } from '../graphql/context';

const ISSUER = 'rapport';
const AUDIENCE = 'rapport-api';
/** RFC 9068's type for access tokens, so that no other signed thing can pass for one. */
const TYPE = 'at+jwt';
const ALGORITHM = 'HS256';

export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAt: number;
}

/** Signs and checks what a member shows with each request. Times are epoch milliseconds of the product's clock. */
export class AccessTokens {
  private readonly key;

  constructor(
    secret: string,
    private readonly lifetime: number,
    private readonly time: () => number,
  ) {
    this.key = createSecretKey(Buffer.from(secret));
  }

  async issue(memberId: number, sessionId: number): Promise<AccessToken> {
    const now = this.time();
    // The standard counts in whole seconds; a token never lives longer than it is said to.
    const expiresAt = Math.floor((now + this.lifetime) / 1000) * 1000;
    const accessToken = await new SignJWT({ sid: String(sessionId) })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setSubject(String(memberId))
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(Math.floor(now / 1000))
      .setExpirationTime(expiresAt / 1000)
      .sign(this.key);
    return { accessToken, expiresAt };
  }

  /** Whom the token speaks for; undefined, whatever the reason, when it does not count. */
  async verify(token: string): Promise<Viewer | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'sid', 'iat', 'exp'],
        currentDate: new Date(this.time()),
      });
      const [memberId, sessionId] = [Number(payload.sub), Number(payload.sid)];
      if (!Number.isSafeInteger(memberId) || !Number.isSafeInteger(sessionId)) return undefined;
      return { memberId, sessionId, expiresAt: (payload.exp ?? 0) * 1000 };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
