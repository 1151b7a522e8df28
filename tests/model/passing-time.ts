import { pino } from 'pino';
import { violations } from '../../src/audit/violations';
import { type Passed, Scheduler } from '../../src/invitations/scheduler';
import { DEFAULT_POLICY, type Policy } from '../../src/policy';
import { type Command, isRefusal, type Outcome } from '../../src/relationships/command';
import { createStore, type OpenDoor, openDoor, type Store } from '../kit/door';
import { engine } from '../services/engine';

/** A world in which time passes when a test says so, and does then what it does to invitations and standings. */
export class PassingTime {
  static readonly policy: Policy = { ...DEFAULT_POLICY, quotaPerDay: 1000, quotaPerWeek: 1000 };

  private constructor(
    public now: number,
    private readonly store: Store,
    private readonly doors: OpenDoor[] = [],
  ) {}

  static async begin(now: number): Promise<PassingTime> {
    const time = new PassingTime(now, await createStore());
    // The embedded engine has one process, so there two schedulers share a door.
    const count = engine === 'mariadb' ? 2 : 1;
    const choices = { policy: PassingTime.policy, clock: () => time.now };
    for (let n = 0; n < count; n++) time.doors.push(await openDoor(time.store.config, choices));
    return time;
  }

  /** Fails when a promise was broken. */
  async end(): Promise<void> {
    const broken = await violations(this.database, PassingTime.policy);
    await Promise.all(this.doors.map((door) => door.close()));
    await this.store.remove();
    expect(broken).toEqual([]);
  }

  get open(): OpenDoor {
    const [first] = this.doors;
    if (!first) throw new Error('There is no door.');
    return first;
  }

  get database(): OpenDoor['database'] {
    return this.open.database;
  }

  async submit(command: Command): Promise<Outcome> {
    const [outcome] = await this.open.door.submit([command]);
    if (!outcome) throw new Error('The door gave no answer.');
    return outcome;
  }

  /** Resolves to the invitation it was about; fails when refused. */
  async does(command: Command): Promise<number> {
    const outcome = await this.submit(command);
    if (isRefusal(outcome)) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
    return outcome.invitation ?? 0;
  }

  async pass(time: number): Promise<void> {
    this.now += time;
    await this.sweep();
  }

  /** What is due now comes to pass. */
  sweep(door = this.open): Promise<Passed | null> {
    return new Scheduler(door.database, door.door, pino({ level: 'silent' })).sweep();
  }

  /** The same in another process, where there is one. */
  sweepElsewhere(): Promise<Passed | null> {
    return this.sweep(this.doors.at(-1));
  }
}
