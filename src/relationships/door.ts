import { setTimeout as delay } from 'node:timers/promises';
import { CommitUnknown, type Database } from '../database/database';
import type { DatabaseFault } from '../database/dialect';
import type { Ids } from '../database/ids';
import { DomainError, TryAgain } from '../errors';
import type { NewEvent } from '../events/event';
import { type Lane, LaneMoved, type RungBatch } from '../events/lane';
import type { Policy } from '../policy';
import { Attempt } from './attempt';
import type { Command, Outcome, OwnChange, PairCommand } from './command';
import { isRefusal, refuse } from './command';
import { GroupCommit } from './group-commit';
import { afterOthers, Pace } from './pace';
import { StuckMembers } from './stuck-members';

export interface DoorOptions {
  readonly database: Database;
  readonly ids: Ids;
  /** The door's own: nobody else appends to it. */
  readonly lane: Lane;
  readonly policy: Policy;
  /** Most commands in one transaction, and most that may wait. */
  readonly batch: number;
  readonly waiting: number;
  /** Nobody waits at this door: small transactions that give way to those of people, and at most so many commands a second. */
  readonly aside?: { readonly people: Door; readonly most: number };
  /** Told of every batch and its events once they are committed, and never before. Must not throw. */
  readonly committed: (batch: RungBatch, events: readonly NewEvent[]) => void;
  readonly measured?: (commands: number, refused: number) => void;
}

interface Turn {
  readonly attempt: number;
  /** Another one will not be made. */
  readonly last: boolean;
}

const ATTEMPTS = 8;
const PAUSE = 25;
/** After this long nobody is kept waiting for another attempt but the second. Milliseconds. */
const PATIENCE = 5000;

/**
 * The one door through which everything that stands between two people is changed, and every event is numbered. Takes lists
 * of commands; commands that arrive while a transaction commits share the next one.
 */
export class Door {
  private readonly group: GroupCommit<Command, Outcome>;
  private readonly stuck: StuckMembers;
  private readonly pace: Pace | undefined;

  constructor(private readonly options: DoorOptions) {
    this.stuck = new StuckMembers(options.database);
    const { aside, batch, waiting, database } = options;
    const synchronous = database.dialect.name === 'sqlite';
    const most = aside ? Math.min(batch, database.dialect.mostAside) : batch;
    const begin = synchronous ? (aside ? afterOthers : setImmediate) : queueMicrotask;
    // In the embedded database nobody could go first: ours is the one transaction.
    this.pace =
      aside &&
      new Pace({ interval: (1000 * most) / aside.most, begin, people: synchronous ? undefined : aside.people });
    this.group = new GroupCommit({
      ...{ commit: (commands) => this.commit(commands), most, waiting },
      begin: (work) => (this.pace ? this.pace.begin(work) : begin(work)),
    });
  }

  /** Commands that wait while a transaction is under way. */
  get waiting(): number {
    return this.group.waiting;
  }

  /** Each command's own outcome, in order; TRY_AGAIN where the database could not be reached or is overrun. */
  submit(commands: readonly Command[]): Promise<readonly Outcome[]> {
    return Promise.all(commands.map((command) => this.group.submit(command).catch(triedInVain)));
  }

  /** What would come of the commands if they were submitted now, one after the other. Nothing is changed. */
  async rehearse(commands: readonly PairCommand[]): Promise<readonly Outcome[]> {
    const { database } = this.options;
    const run = new Attempt(this.options, this.stuck);
    try {
      await database.once((tx) => run.rehearse(tx, commands));
      return run.outcomes;
    } catch (error) {
      if (database.dialect.classify(error) === 'other' && !(error instanceof CommitUnknown)) throw error;
      throw new TryAgain();
    }
  }

  /** A change that concerns only its actor, told to their own devices. Throws what its `write` throws. */
  async own(change: Omit<OwnChange, 'kind'>): Promise<void> {
    const outcome = await this.group.submit({ kind: 'own', ...change });
    if (isRefusal(outcome)) throw new DomainError(outcome.refused);
  }

  drained(): Promise<void> {
    return this.group.drained();
  }

  private async commit(commands: readonly Command[]): Promise<readonly Outcome[]> {
    const end = performance.now() + PATIENCE;
    await this.stuck.lookAgain();
    for (let attempt = 1; ; attempt++) {
      const run = new Attempt(this.options, this.stuck, this.pace);
      const last = attempt >= ATTEMPTS || (attempt > 1 && performance.now() > end);
      if (await this.attempt(run, commands, { attempt, last })) return this.done(run);
    }
  }

  /** Whether the batch is committed. When it is not, it may be attempted again. */
  private async attempt(run: Attempt, commands: readonly Command[], turn: Turn): Promise<boolean> {
    const { database, ids, lane } = this.options;
    try {
      // A change can be preceded by the expiry of what stood in its way, hence two ids for each command.
      run.nextId = await ids.take(commands.length * 2);
      await database.once((tx) => run.perform(tx, commands));
      return true;
    } catch (error) {
      if (error instanceof CommitUnknown && run.batch && (await lane.happened(run.batch))) return true;
      const fault = error instanceof CommitUnknown ? 'lost' : database.dialect.classify(error);
      if (fault === 'timeout') await this.mayWaitAgain(error, run, turn, commands.length);
      else await this.mayRetry(error, fault, turn, commands.length);
      return false;
    }
  }

  private done({ batch, events, outcomes }: Attempt): readonly Outcome[] {
    if (batch) {
      this.options.lane.advance(batch);
      this.options.committed(batch, events);
    }
    this.options.measured?.(outcomes.length, outcomes.filter(isRefusal).length);
    return outcomes;
  }

  /**
   * After a lock was waited for in vain; returns and throws like `mayRetry`. Without the commands that concern somebody stuck all others
   * can be run at once, and where locks go from hand to hand a turn will come. Another lock may be in the way of a part only.
   */
  private async mayWaitAgain(
    error: unknown,
    { concerned }: Attempt,
    { attempt, last }: Turn,
    size: number,
  ): Promise<void> {
    const elsewhere = (await this.stuck.find(concerned)) === 'elsewhere';
    if (elsewhere ? attempt === 1 : !last) return;
    throw elsewhere && size > 1 ? error : new TryAgain();
  }

  /** Returns when the batch should be run again; throws when it should be split, or its caller told. */
  private async mayRetry(error: unknown, fault: DatabaseFault, { attempt, last }: Turn, size: number): Promise<void> {
    // A number of our lane that is taken is something of ours that was committed without our knowing.
    if ((fault === 'duplicate' || error instanceof LaneMoved) && (await this.options.lane.wasMoved())) return;
    if (fault !== 'retry' && fault !== 'lost') throw error;
    if (last) throw fault === 'retry' && size > 1 ? error : new TryAgain();
    await delay(PAUSE * attempt);
  }
}

function triedInVain(error: unknown): Outcome {
  if (error instanceof TryAgain) return refuse('TRY_AGAIN');
  throw error;
}
