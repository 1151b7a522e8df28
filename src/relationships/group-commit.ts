import { TryAgain } from '../errors';

export interface GroupCommitOptions<Command, Outcome> {
  /** Commits a batch wholly or not at all, and answers each of its commands. */
  readonly commit: (batch: readonly Command[]) => Promise<readonly Outcome[]>;
  /** Most commands in a batch. */
  readonly most: number;
  /** Most commands that may wait; beyond, callers are told to try again. */
  readonly waiting: number;
  /** How a batch begins; a synchronous driver needs `setImmediate`, or nothing else would happen before the last batch is done. */
  readonly begin: (work: () => void) => void;
}

interface Waiting<Command, Outcome> {
  readonly command: Command;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One transaction at a time: commands that arrive while it commits form the next batch, without a timer. A batch that fails
 * is halved until the bad command stands alone, so that it harms only itself; one that fails with TRY_AGAIN is given up whole.
 */
export class GroupCommit<Command, Outcome> {
  private readonly queue: Waiting<Command, Outcome>[] = [];
  private running = false;
  private idle: (() => void)[] = [];

  constructor(private readonly options: GroupCommitOptions<Command, Outcome>) {}

  get waiting(): number {
    return this.queue.length;
  }

  submit(command: Command): Promise<Outcome> {
    if (this.queue.length >= this.options.waiting) return Promise.reject(new TryAgain());
    const outcome = new Promise<Outcome>((resolve, reject) => this.queue.push({ command, resolve, reject }));
    if (!this.running) {
      this.running = true;
      this.options.begin(() => void this.run());
    }
    return outcome;
  }

  /** Resolves when everything submitted so far has been answered. */
  async drained(): Promise<void> {
    if (this.running) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private async run(): Promise<void> {
    for (let batch = this.next(); batch.length > 0; batch = this.next()) {
      await this.answer(batch);
      await new Promise<void>((resolve) => this.options.begin(resolve));
    }
    this.running = false;
    for (const resolve of this.idle.splice(0)) resolve();
  }

  private next(): Waiting<Command, Outcome>[] {
    return this.queue.splice(0, this.options.most);
  }

  private async answer(batch: readonly Waiting<Command, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.options.commit(batch.map(({ command }) => command));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined) reject(new Error('A batch left a command unanswered.'));
        else resolve(outcome);
      }
    } catch (error) {
      // A database that cannot be reached fails every half alike.
      if (batch.length <= 1 || error instanceof TryAgain) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.answer(batch.slice(0, middle));
      await this.answer(batch.slice(middle));
    }
  }
}
