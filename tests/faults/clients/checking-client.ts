import type { Account } from '../../../bench/client/asked';
import type { AppEvent, MemberView } from './member-view';
import { readStart, readStartAtLast, type Start } from './reading';
import { StreamChecker } from './stream-checker';
import { type AppMessage, listen, type Way, type Wire } from './wire';

/** What clients need of the place they live in. */
export interface Surroundings {
  /** The address of some API process that takes clients. */
  readonly anywhere: () => string;
  readonly heard: (client: CheckingClient, events: readonly AppEvent[]) => void;
  readonly broken: (client: CheckingClient) => void;
}

/** Clients come back after a random part of this, which doubles with each failure. Milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;
const REMEMBERED = 100;
/** How often a client that comes back begins anew instead, as a newly installed app does. */
const BEGINS_ANEW = 0.03;

const anyPause = (): number => Math.random() * LONGEST_PAUSE;

/** One device of a member: it listens, comes back whenever its connection ends, and checks every promise on all it hears. */
export class CheckingClient {
  readonly checker: StreamChecker;
  view: MemberView;
  /** Where it listens now. */
  url = '';
  /** Whether it has heard anything on this connection, and been told that nothing is missing. */
  hearing = false;
  live = false;
  /** What it heard last, as it was told: evidence. */
  readonly recent: AppEvent[] = [];
  private cursor: string;
  private wire: Wire | undefined;
  private failures = 0;
  /** What an earlier connection still says does not count. */
  private attempts = 0;
  private retry: NodeJS.Timeout | undefined;
  private gone = false;

  private constructor(
    readonly account: Account,
    readonly way: Way,
    private readonly surroundings: Surroundings,
    start: Start,
  ) {
    this.cursor = start.cursor;
    this.view = start.view;
    this.checker = new StreamChecker(start.cursor);
  }

  /** A device with a fresh snapshot. It has not begun to listen. */
  static async install(account: Account, way: Way, surroundings: Surroundings): Promise<CheckingClient> {
    return new CheckingClient(account, way, surroundings, await readStartAtLast(surroundings.anywhere, account));
  }

  /** The last event it knows. */
  get seq(): number {
    return this.checker.position.seq;
  }

  listens(): void {
    if (this.gone) return;
    const attempt = ++this.attempts;
    this.url = this.surroundings.anywhere();
    this.wire = listen(this.way, {
      ...{ url: this.url, token: this.account.token, after: this.cursor },
      hears: (message) => attempt === this.attempts && this.hears(message),
      ended: (code) => {
        if (attempt !== this.attempts) return;
        if (code !== undefined) this.checker.ends(code);
        this.comesBack();
      },
    });
  }

  watch(): void {
    this.wire?.watch();
  }

  /** Its connection breaks, and it comes back at once: part of a crowd. */
  rushes(): void {
    this.failures = -1;
    this.wire?.cut();
  }

  leave(): void {
    this.gone = true;
    clearTimeout(this.retry);
    this.wire?.cut();
  }

  private hears(message: AppMessage): void {
    if (this.gone) return;
    const events = this.checker.hears(message);
    if (message.reason !== undefined) {
      this.stops();
      this.retry = setTimeout(() => this.beginsAnew(), message.reason === 'EPOCH' ? anyPause() : 0);
      return;
    }
    for (const event of events) this.view.applies(event);
    this.recent.push(...(message.events ?? []));
    this.recent.splice(0, this.recent.length - REMEMBERED);
    this.cursor = message.cursor ?? this.cursor;
    this.failures = 0;
    this.hearing = true;
    if (message.head) this.live = true;
    this.surroundings.heard(this, events);
  }

  private comesBack(): void {
    this.attempts += 1;
    this.hearing = false;
    this.live = false;
    if (this.gone) return;
    this.surroundings.broken(this);
    const pause = this.failures < 0 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures) * Math.random();
    this.failures += 1;
    const again = () => (Math.random() < BEGINS_ANEW && pause > 0 ? this.beginsAnew() : this.listens());
    this.retry = setTimeout(again, pause);
  }

  /** After a reset, or as a newly installed app. */
  private beginsAnew(): void {
    if (this.gone) return;
    this.stops();
    readStart(this.surroundings.anywhere(), this.account).then(
      ({ cursor, view }) => {
        this.cursor = cursor;
        this.view = view;
        this.checker.restarts(cursor);
        this.listens();
      },
      () => {
        this.retry = setTimeout(() => this.beginsAnew(), anyPause());
      },
    );
  }

  private stops(): void {
    this.attempts += 1;
    this.hearing = false;
    this.live = false;
    this.wire?.cut();
  }
}
