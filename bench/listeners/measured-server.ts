/** A server that tells, over IPC, what it holds once all garbage is gone, and how sockets ended. Run with `--expose-gc`. */
import 'reflect-metadata';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';

export interface Memory {
  readonly rss: number;
  readonly heap: number;
  /** What V8 does not count as heap: buffers, handles of sockets. */
  readonly external: number;
}

/** What it can be asked: what it holds, or how many sockets have ended with a code. */
export type ServerAsked = 'memory' | number;

function memory(): Memory {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed, external };
}

async function serve(): Promise<void> {
  const { url, metrics } = await createApp({ config: loadConfig(process.env) });
  const ended = async (code: number) =>
    (await metrics.socketsClosed.get()).values.find(({ labels }) => labels.code === code)?.value ?? 0;
  process.on('message', async (asked: ServerAsked) =>
    process.send?.({ answer: asked === 'memory' ? memory() : await ended(asked) }),
  );
  process.on('disconnect', () => process.exit());
  process.send?.(url);
}

if (require.main === module) void serve();
