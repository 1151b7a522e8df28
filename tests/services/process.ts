import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Linux ends the program when this process ends, even when it was killed and could not clean up. */
const LEASH = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'KILL'] : [];

/** How many lines of a server's log an error shows. */
const TAIL = 25;

export interface LaunchOptions {
  /** Shown in our own terminal, or piped for `written`. */
  readonly output: 'shown' | 'piped';
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Starts a program in a process group of its own: a Ctrl-C in the terminal reaches this process only, which then decides. */
export function launch(command: readonly string[], { output, user, env }: LaunchOptions): ChildProcess {
  const [program = '', ...args] = [...LEASH, ...command];
  const stdio = output === 'shown' ? 'inherit' : 'pipe';
  return spawn(program, args, { detached: true, stdio, ...user, env: { ...process.env, ...env } });
}

/** Ends a program started by `launch`, at once, and everything it has started itself. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
  await exitOf(child);
}

/** The exit status of a program, when it has ended; one that was killed or never started counts as 1. */
export async function exitOf(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return child.exitCode;
  if (child.signalCode !== null || child.pid === undefined) return 1;
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** Waits until the program has written a line that matches. Fails, with the end of its log, when it ends before that. */
export function written(child: ChildProcess, line: RegExp): Promise<void> {
  const log: string[] = [];
  return new Promise((resolve, reject) => {
    for (const input of [child.stdout, child.stderr]) {
      if (input === null) continue;
      // Read for as long as the program lives: a full pipe would make it stop.
      createInterface({ input }).on('line', (text) => {
        log.push(text);
        if (log.length > TAIL) log.shift();
        if (line.test(text)) resolve();
      });
    }
    child.once('error', reject);
    child.once('close', () => reject(new Error(`${child.spawnargs.join(' ')} ended:\n${log.join('\n')}`)));
  });
}
