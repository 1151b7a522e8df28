import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, exitOf, launch, written } from './process';

/** A private server: a folder, a loopback port and a password of its own. It ends with this process at the latest. */
export interface Service {
  /** With user name and password. */
  readonly url: string;
  /** Of the program that runs now, or ran last. */
  readonly pid: number;
  /** Owned by the server's user; all that the server writes is below it. */
  readonly folder: string;
  /** Ends the program at once, without a farewell. Its folder stays. */
  kill(): Promise<void>;
  /** Asks the program to end, and waits until it has. Its folder stays. */
  shutDown(): Promise<void>;
  /** Starts the program again in its folder, and waits until it accepts connections. `more` is added to its command line. */
  start(more?: readonly string[]): Promise<void>;
  /** Ends the server at once, without a farewell, and removes its folder. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  /** Where the server's folder is made; default: the system's temporary folder. A benchmark wants a real disk here. */
  readonly within?: string;
}

export interface Place {
  /** Owned by the server's user; nobody else can look inside. */
  readonly folder: string;
  readonly port: number;
  readonly password: string;
}

export interface Plan {
  readonly url: string;
  readonly command: readonly string[];
  /** The line of the log that says that connections are accepted. */
  readonly ready: RegExp;
}

/** Not root: a stranger on this machine who got into the server would be root too. 65534 is "nobody" everywhere. */
export const SERVICE_USER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** Starts a server as `plan` says, and waits until it accepts connections. A failed start leaves nothing behind. */
export async function startService(
  name: string,
  plan: (place: Place) => Promise<Plan>,
  { within = tmpdir() }: ServiceOptions,
): Promise<Service> {
  const folder = await mkdtemp(join(within, `rapport-${name}-`));
  try {
    if (SERVICE_USER) await chown(folder, SERVICE_USER.uid, SERVICE_USER.gid);
    const place = { folder, port: await freePort(), password: randomBytes(18).toString('hex') };
    const service = new StartedService(folder, await plan(place));
    await service.start();
    return service;
  } catch (error) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
}

class StartedService implements Service {
  readonly url: string;
  private program: ChildProcess | undefined;

  constructor(
    readonly folder: string,
    private readonly plan: Plan,
  ) {
    this.url = plan.url;
  }

  get pid(): number {
    return this.program?.pid ?? 0;
  }

  async kill(): Promise<void> {
    if (this.program) await end(this.program);
  }

  async shutDown(): Promise<void> {
    this.program?.kill('SIGTERM');
    if (this.program) await exitOf(this.program);
  }

  async start(more: readonly string[] = []): Promise<void> {
    this.program = launch([...this.plan.command, ...more], { output: 'piped', user: SERVICE_USER });
    try {
      await written(this.program, this.plan.ready);
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A loopback port on which nothing listens at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
