import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CrowdAsked, Guest, Heard } from './crowd';
import type { Memory, ServerAsked } from './measured-server';

/** Those of `npm start`; `BENCH_SERVER_OPTIONS` replaces them. */
const NODE_OPTIONS = ['--min-semi-space-size=16', '--heap-growing-percent=40'];

/** The server under measurement, in a process of its own. */
export class MeasuredServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(env: Readonly<Record<string, string>>): Promise<MeasuredServer> {
    const options = process.env.BENCH_SERVER_OPTIONS?.split(' ') ?? NODE_OPTIONS;
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

  memory(): Promise<Memory> {
    return this.ask('memory');
  }

  /** How many sockets have ended with this code. */
  ended(code: number): Promise<number> {
    return this.ask(code);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  private async ask<Answer>(asked: ServerAsked): Promise<Answer> {
    this.child.send(asked);
    const [{ answer }] = await once(this.child, 'message');
    return answer;
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

  /** Resolves when everybody is there; those who stall, when they have subscribed. */
  async come(url: string, guests: readonly Guest[], stalls = false): Promise<void> {
    const share = Math.ceil(guests.length / this.children.length);
    await this.all((n) => ({ what: 'come', url, guests: guests.slice(n * share, (n + 1) * share), stalls }));
  }

  /** Resolves when everybody is there, to the moment at which the last one was. */
  async gathered(): Promise<number> {
    return Math.max(...(await this.all<number>(() => ({ what: 'gathered' }))));
  }

  /** What was heard since the last time. */
  async heard(): Promise<Heard> {
    const all = await this.all<Heard>(() => ({ what: 'heard' }));
    const sum = (of: (heard: Heard) => number) => all.reduce((total, heard) => total + of(heard), 0);
    return {
      took: all.flatMap(({ took }) => took),
      events: sum(({ events }) => events),
      disordered: sum(({ disordered }) => disordered),
    };
  }

  /** Cuts every connection; tells when. */
  async cut(): Promise<number> {
    const moment = performance.timeOrigin + performance.now();
    await this.all(() => ({ what: 'cut' }));
    return moment;
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
