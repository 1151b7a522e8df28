import { type Program, startProcess } from '../kit/start-process';
import { TcpProxy } from '../kit/tcp-proxy';

/** What lies between an API process and everyone it talks to. Each proxy's `url` is stable, whatever becomes of its target. */
export interface ApiProxies {
  readonly clients: TcpProxy;
  readonly database: TcpProxy;
  readonly redis: TcpProxy;
}

/** One of the API processes, and the networks around it. It keeps its address when it is started again. */
export class ApiProcess {
  private program: Program | undefined;

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

  /** Starts it, and waits until it serves. */
  async start(): Promise<void> {
    this.program = await startProcess(this.env);
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

  /** As an operator would: asks it to end, waits until it has, and starts it again. Resolves to the exit status. */
  async restart(): Promise<number> {
    const status = (await this.program?.stop()) ?? 0;
    await this.start();
    return status;
  }

  async end(): Promise<void> {
    await this.kill9();
    await Promise.all(Object.values(this.proxies).map((proxy) => proxy.close()));
  }
}
