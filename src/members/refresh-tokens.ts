import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a refresh token says: which session, and the secret of one step in its life. */
export interface RefreshToken {
  readonly sessionId: number;
  readonly secret: Buffer;
}

const ID_BYTES = 8;
const SECRET_BYTES = 32;
const MAC_BYTES = 16;
const LENGTH = ID_BYTES + SECRET_BYTES + MAC_BYTES;

/**
 * Makes and reads refresh tokens: the session's id, 256 secret bits, and a seal. A session's first secret is random; the next
 * one is derived from the one presented, under a key of ours, so that two honest refreshes at the same time receive the same
 * token without it being stored anywhere. The seal tells an old token, whose use ends the session, from a made-up one.
 */
export class RefreshTokens {
  private readonly sealKey: Buffer;
  private readonly stepKey: Buffer;

  constructor(secret: string) {
    this.sealKey = Buffer.from(hkdfSync('sha256', secret, '', 'refresh token seal', 32));
    this.stepKey = Buffer.from(hkdfSync('sha256', secret, '', 'refresh token step', 32));
  }

  first(sessionId: number): RefreshToken {
    return { sessionId, secret: randomBytes(SECRET_BYTES) };
  }

  next({ sessionId, secret }: RefreshToken): RefreshToken {
    return { sessionId, secret: createHmac('sha256', this.stepKey).update(secret).digest() };
  }

  write({ sessionId, secret }: RefreshToken): string {
    const id = Buffer.alloc(ID_BYTES);
    id.writeBigUInt64BE(BigInt(sessionId));
    const content = Buffer.concat([id, secret]);
    return Buffer.concat([content, this.seal(content)]).toString('base64url');
  }

  /** The token's content, or undefined when this deployment never issued it. */
  read(text: string): RefreshToken | undefined {
    if (text.length !== Math.ceil((LENGTH * 4) / 3)) return undefined;
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length !== LENGTH) return undefined;
    const content = bytes.subarray(0, ID_BYTES + SECRET_BYTES);
    if (!timingSafeEqual(bytes.subarray(content.length), this.seal(content))) return undefined;
    return { sessionId: Number(content.readBigUInt64BE()), secret: content.subarray(ID_BYTES) };
  }

  private seal(content: Buffer): Buffer {
    return createHmac('sha256', this.sealKey).update(content).digest().subarray(0, MAC_BYTES);
  }
}

/** The only form in which a refresh token is stored. */
export const tokenHash = ({ secret }: RefreshToken): string => createHash('sha256').update(secret).digest('hex');
