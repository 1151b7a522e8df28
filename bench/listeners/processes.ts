import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Account } from '../client/asked';
import type { CrowdAsked } from './crowd';
import type { Memory } from './measured-server';

/** The server under measurement, in a process of its own. */
export class MeasuredServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(env: Readonly<Record<string, string>>): Promise<MeasuredServer> {
    const options = process.env.BENCH_SERVER_OPTIONS?.split(' ') ?? [];
    const child = fork(join(__dirname, 'measured-server.js'), {
      execArgv: ['--expose-gc', ...options],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [url]: string[] = await once(child, 'message');
    return new MeasuredServer(child, url ?? '');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async memory(): Promise<Memory> {
    this.child.send('memory');
    const [memory] = await once(this.child, 'message');
    return memory;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}

/** Listeners in processes of their own: a process has no more files than it may open. */
export class Crowds {
  private readonly children: ChildProcess[];

  constructor(processes: number) {
    this.children = Array.from({ length: processes }, () =>
      fork(join(__dirname, 'crowd.js'), { serialization: 'advanced' }),
    );
  }

  async come(url: string, accounts: readonly Account[]): Promise<void> {
    const share = Math.ceil(accounts.length / this.children.length);
    await this.all((n) => ({ what: 'come', url, accounts: accounts.slice(n * share, (n + 1) * share) }));
  }

  /** Resolves when everybody is there, to the moment at which the last one was. */
  async gathered(): Promise<number> {
    return Math.max(...(await this.all<number>(() => ({ what: 'gathered' }))));
  }

  async latencies(): Promise<number[]> {
    return (await this.all<number[]>(() => ({ what: 'latencies' }))).flat();
  }

  async leave(): Promise<void> {
    await this.all(() => ({ what: 'leave' }));
  }

  end(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }

  private all<Answer>(asked: (n: number) => CrowdAsked): Promise<Answer[]> {
    return Promise.all(
      this.children.map(async (child, n) => {
        child.send(asked(n));
        const [{ answer }] = await once(child, 'message');
        return answer;
      }),
    );
  }
}
