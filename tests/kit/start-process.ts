import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { end, exitOf, launch } from '../services/process';

/** A program under way: `node dist/src/main.js`. The tests' own build is what runs. */
export interface Program {
  readonly url: string;
  readonly pid: number;
  /** All lines that it has written. */
  readonly lines: readonly string[];
  /** Asks it to stop, and resolves to its exit status. */
  stop(): Promise<number>;
  /** Ends it at once, without a farewell. */
  kill(): Promise<void>;
}

/** Starts a server in a process of its own, on a free port, and waits until it serves. */
export async function startProcess(env: Readonly<Record<string, string>>): Promise<Program> {
  const { child, lines, written } = run(['serve'], { LOG_LEVEL: 'info', ...env });
  const line = await written(/"msg":"serving"/);
  const { url }: { url: string } = JSON.parse(line);
  return {
    url: new URL(url).origin,
    pid: child.pid ?? 0,
    lines,
    stop: async () => {
      child.kill('SIGTERM');
      return exitOf(child);
    },
    kill: () => end(child),
  };
}

/** Runs another command to its end. */
export async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ status: number; output: string }> {
  const { child, lines, closed } = run(args, env);
  const status = await exitOf(child);
  await closed;
  return { status, output: lines.join('\n') };
}

const MAIN = 'dist/src/main.js';

function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = launch([process.execPath, MAIN, ...args], { output: 'piped', env: { FORCE_COLOR: undefined, ...env } });
  const lines: string[] = [];
  let look = () => {};
  const closed = Promise.all(
    [child.stdout, child.stderr].map((stream) => stream && collect(stream, lines, () => look())),
  );
  const written = (wanted: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      look = () => {
        const line = lines.find((text) => wanted.test(text));
        if (line !== undefined) resolve(line);
      };
      look();
      void exitOf(child).then((status) => reject(new Error(`It ended with ${status}:\n${lines.join('\n')}`)));
    });
  return { child, lines, written, closed };
}

async function collect(stream: NonNullable<ChildProcess['stdout']>, lines: string[], look: () => void): Promise<void> {
  for await (const line of createInterface({ input: stream })) {
    lines.push(line);
    look();
  }
}
