import { setTimeout as delay } from 'node:timers/promises';
import { CommitUnknown, type Database, type Tx } from '../database/database';
import type { DatabaseFault } from '../database/dialect';
import type { Ids } from '../database/ids';
import { DomainError, TryAgain } from '../errors';
import type { NewEvent } from '../events/event';
import type { EventKind } from '../events/event-kinds';
import type { Lane, LaneBatch, Touched } from '../events/lane';
import { randomTag } from '../events/tag';
import type { Policy } from '../policy';
import type { Changes } from './changes';
import type { Command, Outcome, OwnChange, PairCommand } from './command';
import { isRefusal, refuse } from './command';
import { fold } from './fold.rules';
import { GroupCommit, type Urgency } from './group-commit';
import { newsOf } from './relationship-state';
import { locate, readSituation } from './situation';
import { StuckMembers } from './stuck-members';
import { writeChanges } from './write.queries';

export interface DoorOptions {
  readonly database: Database;
  readonly ids: Ids;
  readonly lane: Lane;
  readonly policy: Policy;
  /** Most commands in one transaction, half as many patient ones apart, and most that may wait. */
  readonly batch: number;
  readonly waiting: number;
  /** Told of every batch and its events once they are committed, and never before. Must not throw. */
  readonly committed: (batch: LaneBatch, events: readonly NewEvent[]) => void;
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

  constructor(private readonly options: DoorOptions) {
    this.stuck = new StuckMembers(options.database);
    const synchronous = options.database.dialect.name === 'sqlite';
    this.group = new GroupCommit({
      commit: (commands) => this.commit(commands),
      most: options.batch,
      waiting: options.waiting,
      begin: synchronous ? setImmediate : queueMicrotask,
    });
  }

  /** Commands that somebody waits for, while a transaction is under way. */
  get waiting(): number {
    return this.group.waiting;
  }

  /** Each command's own outcome, in order; TRY_AGAIN where the database could not be reached or is overrun. */
  submit(commands: readonly Command[], urgency?: Urgency): Promise<readonly Outcome[]> {
    return Promise.all(commands.map((command) => this.group.submit(command, urgency).catch(triedInVain)));
  }

  /** What would come of the commands if they were submitted now, one after the other. Nothing is changed. */
  async rehearse(commands: readonly PairCommand[]): Promise<readonly Outcome[]> {
    const { database } = this.options;
    const run = new Run(this.options, this.stuck);
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
      const run = new Run(this.options, this.stuck);
      const last = attempt >= ATTEMPTS || (attempt > 1 && performance.now() > end);
      if (await this.attempt(run, commands, { attempt, last })) return this.done(run);
    }
  }

  /** Whether the batch is committed. When it is not, it may be attempted again. */
  private async attempt(run: Run, commands: readonly Command[], turn: Turn): Promise<boolean> {
    const { database, ids, lane } = this.options;
    try {
      // A change can be preceded by the expiry of what stood in its way, hence two ids for each command.
      run.nextId = await ids.take(commands.length * 2);
      await database.once((tx) => run.perform(tx, commands));
      return true;
    } catch (error) {
      if (error instanceof CommitUnknown && run.batch && (await lane.happened(run.batch))) return true;
      const fault = error instanceof CommitUnknown ? 'lost' : database.dialect.classify(error);
      if (fault === 'timeout') {
        const lock = await this.stuck.find(run.concerned);
        // Without the commands that concern somebody stuck, all others can be run at once; where locks move, a turn will come.
        if (!turn.last && (lock !== 'elsewhere' || turn.attempt === 1)) return false;
        if (lock !== 'elsewhere') throw new TryAgain();
      }
      await this.mayRetry(error, fault, turn, commands.length);
      return false;
    }
  }

  private done({ batch, events, outcomes }: Run): readonly Outcome[] {
    if (batch) {
      this.options.lane.advance(batch);
      this.options.committed(batch, events);
    }
    this.options.measured?.(outcomes.length, outcomes.filter(isRefusal).length);
    return outcomes;
  }

  /** Returns when the batch should be run again; throws when it should be split, or its caller told. */
  private async mayRetry(error: unknown, fault: DatabaseFault, { attempt, last }: Turn, size: number): Promise<void> {
    if (fault === 'timeout') throw size > 1 ? error : new TryAgain();
    // Our lane's next number is taken: something of ours was committed without our knowing.
    if (fault === 'duplicate' && (await this.options.lane.wasBehind())) return;
    if (fault !== 'retry' && fault !== 'lost') throw error;
    if (last) throw fault === 'retry' && size > 1 ? error : new TryAgain();
    await delay(PAUSE * attempt);
  }
}

function triedInVain(error: unknown): Outcome {
  if (error instanceof TryAgain) return refuse('TRY_AGAIN');
  throw error;
}

/** One attempt at a batch. After an unknown COMMIT it still knows what it meant to do. */
class Run {
  batch: LaneBatch | undefined;
  events: readonly NewEvent[] = [];
  outcomes: readonly Outcome[] = [];
  /** All whose locks were asked for. */
  concerned: readonly number[] = [];

  nextId = 0;

  constructor(
    private readonly options: DoorOptions,
    private readonly stuck: StuckMembers,
  ) {}

  async perform(tx: Tx, commands: readonly Command[]): Promise<void> {
    const { lane } = this.options;
    const { changes, at } = await this.rehearse(tx, commands);
    if (changes.isEmpty) return;
    await writeChanges(tx, changes);
    // Last of all, since it is the row that tells whether an unknown COMMIT happened.
    if (changes.tells) {
      this.batch = lane.next(touched(changes));
      this.events = changes.events;
      await lane.append(tx, this.batch, at);
    }
  }

  /** Everything but the writing. */
  async rehearse(tx: Tx, commands: readonly Command[]): Promise<{ changes: Changes; at: number }> {
    const { policy } = this.options;
    const located = await locate(tx, commands);
    const found = located.filter((l) => l !== null).filter((l) => !this.stuck.has(l.actor) && !this.stuck.has(l.peer));
    this.concerned = found.flatMap(({ actor, peer }) => (peer === null ? [actor] : [actor, peer]));
    const { states, at } = await readSituation(tx, found, policy);
    const surroundings = { at, policy, nextId: () => this.nextId++, nextTag: randomTag, chance: Math.random };
    const { outcomes, changes } = fold(states, found, surroundings);
    const answers = new Map(found.map((l, index) => [l, outcomes[index]]));
    this.outcomes = located.map((l) => (l ? (answers.get(l) ?? refuse('TRY_AGAIN')) : refuse('NOT_FOUND')));
    return { changes, at };
  }
}

function touched({ events, pairs, erased }: Changes): Touched {
  const those = (wanted: EventKind) => events.flatMap(({ kind, memberId }) => (kind === wanted ? [memberId] : []));
  return {
    members: [...new Set(events.map(({ memberId }) => memberId))],
    pairs: [...pairs].map(newsOf),
    ended: [...those('SESSION_ENDED'), ...erased],
    chosen: those('SETTINGS_UPDATED'),
    erased,
  };
}
