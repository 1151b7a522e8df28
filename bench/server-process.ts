import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, launch } from '../tests/services/process';

/** A server in a process of its own, as an operator would start it. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts `program` of the compiled folder; resolves when it has said at which address it serves. */
export async function startServerProcess(
  env: Readonly<Record<string, string>>,
  program: readonly string[] = ['src/main.js'],
): Promise<ServerProcess> {
  const [script = '', ...args] = program;
  const child = launch([process.execPath, ...inspection(), join(__dirname, '..', script), ...args], {
    output: 'piped',
    env,
  });
  try {
    return { url: await addressOf(child), pid: child.pid ?? 0, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  }
}

/** Options for the server's Node alone, such as those of a profiler. */
function inspection(): string[] {
  return process.env.BENCH_SERVER_OPTIONS?.split(' ') ?? [];
}

function addressOf(child: ChildProcess): Promise<string> {
  const log: string[] = [];
  return new Promise((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      if (output === null) continue;
      createInterface({ input: output }).on('line', (line) => {
        log.push(line);
        const url = /http:\/\/[\w.:[\]-]+/.exec(line)?.[0];
        if (url !== undefined) resolve(url);
      });
    }
    child.once('error', reject);
    child.once('close', () => reject(new Error(`The server ended:\n${log.slice(-25).join('\n')}`)));
  });
}
