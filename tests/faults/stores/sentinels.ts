import { chown, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { waitFor } from '../../kit/wait-for';
import { pathOf } from '../../services/programs';
import { startRedis } from '../../services/redis';
import { SERVICE_USER, type Service, startService } from '../../services/service';
import type { Fault } from '../fault';

const NAME = 'bells';
const SENTINELS = 3;
/** How long a master must be silent to be replaced. Milliseconds. */
const SILENCE = 3000;
const PATIENCE = 60_000;

/** Two Redis servers, and Sentinels who decide which is the master: to whoever asks them, one Redis. */
class Sentinels implements Service {
  constructor(
    readonly url: string,
    private master: Service,
    private replica: Service,
    /** Both, and the Sentinels. */
    private readonly all: readonly Service[],
  ) {}

  get pid(): number {
    return this.master.pid;
  }

  get folder(): string {
    return this.master.folder;
  }

  kill(): Promise<void> {
    return this.master.kill();
  }

  shutDown(): Promise<void> {
    return this.master.shutDown();
  }

  /** Waits until the other is the master, and starts the one that was killed again, as its replica. */
  async start(): Promise<void> {
    await says(this.replica, 'role:master');
    [this.master, this.replica] = [this.replica, this.master];
    await this.replica.start(['--replicaof', '127.0.0.1', new URL(this.master.url).port]);
    await says(this.replica, 'master_link_status:up');
  }

  async stop(): Promise<void> {
    for (const service of this.all) await service.stop();
  }
}

/** Waits until a server says this of its part in the replication. */
async function says(server: Service, line: string): Promise<void> {
  const client = new Redis(server.url);
  // What becomes of the connection is what the answers tell.
  client.on('error', () => {});
  try {
    await waitFor(line, async () => (await client.info('replication')).includes(line), PATIENCE);
  } finally {
    client.disconnect();
  }
}

/** Two servers and their Sentinels. The URL is that of one Sentinel, who knows the others. */
export async function startSentinels(): Promise<Service> {
  const started: Service[] = [];
  try {
    const master = await startRedis();
    started.push(master);
    const { port, password } = new URL(master.url);
    const replica = await startRedis({ password, more: [`replicaof 127.0.0.1 ${port}`] });
    started.push(replica);
    await says(replica, 'master_link_status:up');
    for (let n = 0; n < SENTINELS; n++) started.push(await startSentinel(master.url));
    return new Sentinels(started.at(-1)?.url ?? '', master, replica, started);
  } catch (error) {
    for (const service of started) await service.stop();
    throw error;
  }
}

function startSentinel(masterUrl: string): Promise<Service> {
  const master = new URL(masterUrl);
  return startService(
    'sentinel',
    async ({ folder, port }) => {
      const config = join(folder, 'sentinel.conf');
      const lines = [
        ...['bind 127.0.0.1', `port ${port}`, `dir ${folder}`],
        `sentinel monitor ${NAME} 127.0.0.1 ${master.port} 2`,
        `sentinel auth-pass ${NAME} ${master.password}`,
        `sentinel down-after-milliseconds ${NAME} ${SILENCE}`,
        `sentinel failover-timeout ${NAME} ${SILENCE}`,
      ];
      await writeFile(config, [...lines, ''].join('\n'));
      // It writes down there what it finds out.
      if (SERVICE_USER) await chown(config, SERVICE_USER.uid, SERVICE_USER.gid);
      return {
        url: `sentinel://:${master.password}@127.0.0.1:${port}/${NAME}`,
        command: [pathOf('redis'), config, '--sentinel'],
        ready: /\+monitor master/,
      };
    },
    {},
  );
}

/** The master is killed; the other takes over, and what was killed comes back as its replica. */
export const SENTINEL_FAILOVER: Fault = {
  name: 'Sentinel failover of Redis',
  figure: '0 failed mutations; news p99 ≤ 2 s, ≤ 50 ms from 5 s after it on',
  reach: 'system',
  bounds: { failed: 0, delivery: 2000, laterDelivery: 50 },
  place: async () => ({ startRedis: startSentinels }),
  inject: async ({ redis }) => {
    await redis.kill9();
    await redis.start();
  },
};
