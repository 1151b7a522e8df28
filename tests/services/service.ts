import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, launch, written } from './process';

/** A private server: a folder, a loopback port and a password of its own. It ends with this process at the latest. */
export interface Service {
  /** With user name and password. */
  readonly url: string;
  readonly pid: number;
  /** Ends the server at once, without a farewell, and removes its folder. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  /** Where the server's folder is made; default: the system's temporary folder. A benchmark wants a real disk here. */
  readonly within?: string;
  /** Comes back at the address, and with the password, of one that has ended. */
  readonly at?: string;
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
  { within = tmpdir(), at }: ServiceOptions,
): Promise<Service> {
  const folder = await mkdtemp(join(within, `rapport-${name}-`));
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server) await end(server);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    if (SERVICE_USER) await chown(folder, SERVICE_USER.uid, SERVICE_USER.gid);
    const port = at ? Number(new URL(at).port) : await freePort();
    const password = at ? new URL(at).password : randomBytes(18).toString('hex');
    const { url, command, ready } = await plan({ folder, port, password });
    server = launch(command, { output: 'piped', user: SERVICE_USER });
    await written(server, ready);
    return { url, pid: server.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
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
