/** A server that tells, over IPC, what it holds once all garbage is gone. Run with `--expose-gc`. */
import 'reflect-metadata';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';

export interface Memory {
  readonly rss: number;
  readonly heap: number;
  /** What V8 does not count as heap: buffers, handles of sockets. */
  readonly external: number;
}

function memory(): Memory {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed, external };
}

async function serve(): Promise<void> {
  const { url } = await createApp({ config: loadConfig(process.env) });
  process.on('message', () => process.send?.(memory()));
  process.on('disconnect', () => process.exit());
  process.send?.(url);
}

if (require.main === module) void serve();
