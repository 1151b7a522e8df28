import { setTimeout as delay } from 'node:timers/promises';
import { type Program, startProcess } from '../kit/start-process';
import { TcpProxy } from '../kit/tcp-proxy';

/** What lies between an API process and everyone it talks to. Each proxy's `url` is stable, whatever becomes of its target. */
export interface ApiProxies {
  readonly clients: TcpProxy;
  readonly database: TcpProxy;
  readonly redis: TcpProxy;
}

/** How often a load balancer asks whether a process is ready. Milliseconds. */
const READINESS_PERIOD = 500;

/** One of the API processes, and the networks around it. It keeps its address when it is started again. */
export class ApiProcess {
  /** Whether a load balancer would send clients to it. */
  inService = true;
  private program: Program | undefined;
  private readonly programs: Program[] = [];

  private constructor(
    readonly number: number,
    readonly proxies: ApiProxies,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(number: number, env: Readonly<Record<string, string>>): Promise<ApiProcess> {
    const proxies = {
      clients: await new TcpProxy('http://127.0.0.1:1').listen(),
      database: await new TcpProxy(env.DATABASE_URL ?? '').listen(),
      redis: await new TcpProxy(env.REDIS_URL ?? '').listen(),
    };
    const api = new ApiProcess(number, proxies, {
      ...env,
      DATABASE_URL: proxies.database.url(),
      REDIS_URL: proxies.redis.url(),
    });
    await api.start();
    return api;
  }

  /** Where clients find it: by way of the proxy. */
  get url(): string {
    return new URL(this.proxies.clients.url()).origin;
  }

  /** Where it is really. */
  get directUrl(): string {
    return this.proxies.clients.target;
  }

  get pid(): number {
    return this.program?.pid ?? 0;
  }

  /** What it has written of errors, whenever it was started. */
  get complaints(): readonly string[] {
    return this.programs.flatMap(({ lines }) =>
      lines.filter((line) => !/"level":"(info|warn)"|"level":[1-4]0/.test(line)),
    );
  }

  /** Starts it, and waits until it serves. */
  async start(): Promise<void> {
    this.program = await startProcess(this.env);
    this.programs.push(this.program);
    this.proxies.clients.target = this.program.url;
  }

  async kill9(): Promise<void> {
    await this.program?.kill();
  }

  /** Suspends it: its connections stay open, and nobody answers. */
  suspend(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  resume(): void {
    process.kill(this.pid, 'SIGCONT');
  }

  /** As an operator would: asks it to end, which a load balancer hears of a moment later, waits until it has, and starts it again. */
  async restart(): Promise<void> {
    const ended = this.program?.stop();
    await Promise.race([ended, delay(READINESS_PERIOD)]);
    this.inService = false;
    const status = await ended;
    if (status !== 0) throw new Error(`A process that was asked to end did so with status ${status}.`);
    await this.start();
    this.inService = true;
  }

  async end(): Promise<void> {
    await this.kill9();
    await Promise.all(Object.values(this.proxies).map((proxy) => proxy.close()));
  }
}
