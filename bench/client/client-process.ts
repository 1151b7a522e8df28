import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Account, Asked, JobsDone, PagesDone } from './asked';

/** The load generator, seen from the benchmark. */
export class ClientProcess {
  private readonly child: ChildProcess;

  constructor() {
    this.child = fork(join(__dirname, 'client.js'), { serialization: 'advanced' });
  }

  async connect(url: string, accounts: readonly Account[]): Promise<void> {
    await this.ask({ what: 'connect', url, accounts });
  }

  jobs(callers: number, milliseconds: number): Promise<JobsDone> {
    return this.ask<JobsDone>({ what: 'jobs', callers, milliseconds });
  }

  pages(asked: Omit<Extract<Asked, { what: 'pages' }>, 'what'>): Promise<PagesDone> {
    return this.ask<PagesDone>({ what: 'pages', ...asked });
  }

  /** Closes the sockets. */
  async disconnect(): Promise<void> {
    await this.ask({ what: 'close' });
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  private ask<Answer>(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The client ended with status ${code}.`));
      this.child.once('exit', ended);
      this.child.once('message', (answer: Answer) => {
        this.child.off('exit', ended);
        resolve(answer);
      });
      this.child.send(asked);
    });
  }
}
