import { createHash } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError, TryAgain } from '../errors';

const FAILURES = { points: 10, duration: 15 * 60 } as const;
const HOUR = 3600;

export interface LoginThrottleOptions {
  readonly time: () => number;
  /** Counts for all processes together; without it each counts for itself. When it does not answer, nobody signs in. */
  readonly redis?: Redis | Cluster | undefined;
  readonly redisPrefix: string;
  /** Accounts that may be asked for from one address in an hour. */
  readonly signUps: number;
}

/**
 * At most ten failed sign-ins to one account, and from one address, in a quarter of an hour; as many failed proofs of a password by
 * one member who is signed in; and so many new accounts an hour.
 */
export class LoginThrottle {
  private readonly byAccount;
  private readonly byAddress;
  private readonly byMember;
  private readonly signUps;

  constructor(private readonly options: LoginThrottleOptions) {
    this.byAccount = this.limiter('account', FAILURES);
    this.byAddress = this.limiter('address', FAILURES);
    this.byMember = this.limiter('member', FAILURES);
    this.signUps = this.limiter('sign-up', { points: options.signUps, duration: HOUR });
  }

  /**
   * Counts an attempt as failed before it is made, so that many at once do not slip through; a success takes it back. Throws
   * TOO_MANY_ATTEMPTS. The address comes first: who is refused there cannot lock others out of their accounts.
   */
  async attempt(email: string, address: string): Promise<void> {
    await this.consume(this.byAddress, address);
    await this.consume(this.byAccount, accountKey(email));
  }

  async succeeded(email: string, address: string): Promise<void> {
    // The sign-in stands, whether or not its count could be taken back.
    await Promise.allSettled([this.byAccount.delete(accountKey(email)), this.byAddress.reward(address)]);
  }

  /** The same for somebody who is signed in: strangers who fail to sign in, as them or beside them, do not keep them from it. */
  proof(member: number): Promise<void> {
    return this.consume(this.byMember, String(member));
  }

  async proved(member: number): Promise<void> {
    await this.byMember.delete(String(member)).catch(() => {});
  }

  /** Counts an account that is asked for, made or not: the answer tells whether an e-mail address has one. Throws TOO_MANY_ATTEMPTS. */
  signUp(address: string): Promise<void> {
    return this.consume(this.signUps, address);
  }

  private async consume(limiter: RateLimiterMemory | RateLimiterRedis, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw new TryAgain();
      throw new DomainError('TOO_MANY_ATTEMPTS', { retryAt: this.options.time() + refusal.msBeforeNext });
    }
  }

  private limiter(name: string, most: { points: number; duration: number }): RateLimiterMemory | RateLimiterRedis {
    const { redis, redisPrefix } = this.options;
    const keyPrefix = `${redisPrefix}:login:${name}`;
    if (!redis) return new RateLimiterMemory({ ...most, keyPrefix });
    return new RateLimiterRedis({ ...most, keyPrefix, storeClient: redis, rejectIfRedisNotReady: true });
  }
}

/** Addresses of accounts, existing or not, are kept by nobody but their owners. */
const accountKey = (email: string): string => createHash('sha256').update(email).digest('base64url');
