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
  /** Where the server runs, when it is not simply here. It is taken away when the server has been stopped. */
  readonly ground?: Ground;
}

/** What a server runs on that can fail, such as a disk of its own for the data. */
export interface Ground {
  /** Gets ready within the server's folder, before anything is written there. */
  lay(folder: string): Promise<void>;
  /** The command, to be run by us, that runs another there as the server's user. */
  command(command: readonly string[]): readonly string[];
  remove(): Promise<void>;
}

export interface Place {
  /** Owned by the server's user; nobody else can look inside. */
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  /** Runs a program as the server's user. */
  launch(command: readonly string[]): ChildProcess;
}

export interface Plan {
  readonly url: string;
  readonly command: readonly string[];
  /** The line of the log that says that connections are accepted. */
  readonly ready: RegExp;
}

/** Not root: a stranger on this machine who got into the server would be root too. 65534 is "nobody" everywhere. */
export const SERVICE_USER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** The command that runs another as the server's user, and ends it with our process as `launch` does. */
export function asServiceUser(command: readonly string[]): readonly string[] {
  if (!SERVICE_USER) return command;
  const { uid, gid } = SERVICE_USER;
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--pdeathsig=KILL', ...command];
}

/** Starts a server as `plan` says, and waits until it accepts connections. A failed start leaves nothing behind. */
export async function startService(
  name: string,
  plan: (place: Place) => Promise<Plan>,
  { within = tmpdir(), ground }: ServiceOptions,
): Promise<Service> {
  const folder = await mkdtemp(join(within, `rapport-${name}-`));
  const remove = async () => {
    await ground?.remove();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const run = (command: readonly string[]) =>
    ground
      ? launch(ground.command(command), { output: 'piped' })
      : launch(command, { output: 'piped', user: SERVICE_USER });
  try {
    if (SERVICE_USER) await chown(folder, SERVICE_USER.uid, SERVICE_USER.gid);
    await ground?.lay(folder);
    const place = { folder, port: await freePort(), password: randomBytes(18).toString('hex'), launch: run };
    const service = new StartedService(place, await plan(place), remove);
    await service.start();
    return service;
  } catch (error) {
    await remove();
    throw error;
  }
}

class StartedService implements Service {
  readonly url: string;
  private program: ChildProcess | undefined;

  constructor(
    private readonly place: Place,
    private readonly plan: Plan,
    private readonly remove: () => Promise<void>,
  ) {
    this.url = plan.url;
  }

  get folder(): string {
    return this.place.folder;
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
    this.program = this.place.launch([...this.plan.command, ...more]);
    try {
      await written(this.program, this.plan.ready);
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.kill();
    await this.remove();
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
