import type { Viewer } from '../graphql/context';
import type { Authentication } from './authentication';
import { LAST_WORDS, type Pace } from './pace';

/** Why we end a listener. Clients come again after 1012, 1013, 4508 and 4403 (with a new token), and never after the others. */
export const CLOSE = {
  idle: [1000, 'Nothing was asked'],
  flood: [1008, 'Too many messages'],
  restart: [1012, 'Service restart'],
  overload: [1013, 'Try again later'],
  invalidMessage: [4400, 'Invalid message'],
  neverValid: [4401, 'Unauthorized'],
  tokenExpired: [4403, 'Token expired'],
  sessionEnded: [4403, 'Session ended'],
  duplicate: [4409, 'The operation with this id has not ended'],
  slow: [4508, 'Too slow'],
} as const;

export type CloseReason = keyof typeof CLOSE;

/** One open connection that we speak over: a WebSocket, or a response that goes on and on. */
export interface Listener {
  readonly viewer: Viewer | null;
  /** Whether the token has run out. */
  readonly expired: boolean;
  /** Whether nobody may have been there for so long that a socket would have been found dead. */
  readonly doubtful: boolean;
  close(reason: CloseReason): void;
  /** Lets what is under way be said to its end; resolves soon, whatever happens. */
  leave(): Promise<void>;
  /** Finds out whether somebody is still there, and ends the connection when nobody was there the last time. */
  ping(): void;
  terminate(): void;
}

export interface ListenerOptions {
  readonly pace: Pace;
  /** The product's time, by which tokens expire. */
  readonly time: () => number;
  /** Told when we have ended one. */
  readonly ended: (reason: CloseReason) => void;
}

export interface AudienceOptions {
  readonly mostPerMember: number;
  readonly authentication: Authentication;
}

/** How often expired tokens are looked for, and dead connections. Milliseconds. */
const EXPIRY_ROUND = 250;
const PING_ROUND = 12_000;
/** By then a socket that answers no pings is ended. Milliseconds. */
export const DEAD_WITHIN = 2 * PING_ROUND;
/** Listeners are pinged in so many parts, one after the other: ten thousand pings at once would make all news wait. */
const PARTS = 60;
/** How soon a session is looked at again that could not be looked at. Milliseconds. */
const CHECK_AGAIN = 200;
/** What a client gets to answer our goodbye. */
const FAREWELL = 2000;

/** All who listen to this process, over whatever they listen. */
export class Audience {
  /** With the part in which each is pinged. */
  private readonly all = new Map<Listener, number>();
  private readonly ofMember = new Map<number, Set<Listener>>();
  private readonly rounds: NodeJS.Timeout[];
  private leaving = false;
  private entered = 0;
  private part = 0;

  constructor(private readonly options: AudienceOptions) {
    this.rounds = [
      setInterval(() => this.each((listener) => listener.expired && listener.close('tokenExpired')), EXPIRY_ROUND),
      setInterval(() => this.pingNext(), PING_ROUND / PARTS),
    ];
  }

  get size(): number {
    return this.all.size;
  }

  /** Whether all are being sent away, and nobody new is welcome. */
  get draining(): boolean {
    return this.leaving;
  }

  enter(listener: Listener): void {
    this.all.set(listener, this.entered++ % PARTS);
  }

  /**
   * Gives a member's listener its place; false when the member has as many as are allowed. A telephone that changes its
   * network leaves a response behind that cannot be told from one that is listened to: of those the oldest gives way.
   */
  admit(listener: Listener): boolean {
    if (!listener.viewer) return true;
    const { memberId } = listener.viewer;
    const others = this.ofMember.get(memberId) ?? new Set();
    if (others.size >= this.options.mostPerMember && !this.makeRoom(others)) return false;
    this.ofMember.set(memberId, others.add(listener));
    // The session may have ended after the token was found good, when nobody could know of this listener.
    void this.check(listener);
    return true;
  }

  forget(listener: Listener): void {
    this.all.delete(listener);
    const memberId = listener.viewer?.memberId;
    const others = memberId === undefined ? undefined : this.ofMember.get(memberId);
    if (memberId === undefined || !others) return;
    others.delete(listener);
    if (others.size === 0) this.ofMember.delete(memberId);
  }

  /** Asks again whether a member's sessions go on, or everybody's, and ends the listeners of those that do not. */
  async recheck(memberId?: number): Promise<void> {
    const listeners = memberId === undefined ? this.all.keys() : (this.ofMember.get(memberId) ?? []);
    await Promise.all([...listeners].map((listener) => this.check(listener)));
  }

  /**
   * Sends everybody away, spread evenly over `over` milliseconds so that they do not all come to the next process at once;
   * each after the page under way and a last checkpoint.
   */
  async drain(over: number): Promise<void> {
    this.leaving = true;
    const everyone = [...this.all.keys()];
    // Those who leave last have time for their last words, too.
    const begun = Math.max(over - LAST_WORDS, over / 2);
    await Promise.all([
      pause(over),
      ...everyone.map(async (listener, index) => {
        await pause((begun * index) / everyone.length);
        await listener.leave();
        listener.close('restart');
      }),
    ]);
    this.each((listener) => listener.close('restart'));
    const end = performance.now() + FAREWELL;
    while (this.all.size > 0 && performance.now() < end) await pause(20);
    this.each((listener) => listener.terminate());
    for (const round of this.rounds) clearInterval(round);
  }

  /** Asks until there is an answer: a session that has ended must not live on because the database was away. */
  private async check(listener: Listener): Promise<void> {
    const { viewer } = listener;
    while (viewer && this.ofMember.get(viewer.memberId)?.has(listener)) {
      try {
        if (!(await this.options.authentication.isSessionAlive(viewer.sessionId))) listener.close('sessionEnded');
        return;
      } catch {
        await pause(CHECK_AGAIN);
      }
    }
  }

  private makeRoom(listeners: Iterable<Listener>): boolean {
    for (const listener of listeners)
      if (listener.doubtful) {
        listener.close('overload');
        this.forget(listener);
        return true;
      }
    return false;
  }

  private pingNext(): void {
    this.part = (this.part + 1) % PARTS;
    for (const [listener, part] of this.all) if (part === this.part) listener.ping();
  }

  private each(act: (listener: Listener) => void): void {
    for (const listener of this.all.keys()) act(listener);
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
