import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { waitFor } from '../kit/wait-for';
import { pathOf } from './programs';
import { type Place, type Service, type ServiceOptions, startService } from './service';

export interface RedisOptions extends ServiceOptions {
  /** Whether it is a node of a cluster, which it is not yet. */
  readonly cluster?: boolean;
  /** Default: one of its own. */
  readonly password?: string;
  /** Lines of the configuration after ours. */
  readonly more?: readonly string[];
}

/** Starts a Redis that stores nothing: it only rings bells. */
export function startRedis({ cluster = false, more = [], password, ...options }: RedisOptions = {}): Promise<Service> {
  return startService(
    'redis',
    async (own) => {
      const place = { ...own, password: password ?? own.password };
      // In a file, since every user of this machine can read the command line.
      const config = join(place.folder, 'redis.conf');
      await writeFile(config, [...settings(place, cluster), ...more, ''].join('\n'));
      return {
        url: `redis://:${place.password}@127.0.0.1:${place.port}`,
        command: [pathOf('redis'), config],
        ready: /Ready to accept connections/,
      };
    },
    options,
  );
}

function settings({ folder, port, password }: Place, cluster: boolean): string[] {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    // Of its master's, should it become a replica.
    `masterauth ${password}`,
    `dir ${folder}`,
    'save ""',
    'appendonly no',
    'daemonize no',
    ...(cluster ? ['cluster-enabled yes', `cluster-port ${nodesPort(port)}`, 'cluster-announce-ip 127.0.0.1'] : []),
  ];
}

/** Where the nodes of a cluster talk to each other: below the ports that the system gives. Redis would add ten thousand, which is too high for some. */
const nodesPort = (port: number): number => port - 28_500;

/** A cluster of two nodes with one password, half of the slots each. */
export async function startCluster(): Promise<readonly [Service, Service]> {
  const one = await startRedis({ cluster: true });
  const other = await startRedis({ cluster: true, password: new URL(one.url).password });
  const port = Number(new URL(other.url).port);
  const [first, second] = [new Redis(one.url), new Redis(other.url)];
  await first.call('CLUSTER', 'ADDSLOTSRANGE', '0', '8191');
  await second.call('CLUSTER', 'ADDSLOTSRANGE', '8192', '16383');
  await second.call('CLUSTER', 'SET-CONFIG-EPOCH', '2');
  await first.call('CLUSTER', 'MEET', '127.0.0.1', `${port}`, `${nodesPort(port)}`);
  for (const node of [first, second]) {
    await waitFor('the cluster', async () => String(await node.call('CLUSTER', 'INFO')).includes('cluster_state:ok'));
    node.disconnect();
  }
  return [one, other];
}
