import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathOf } from './programs';
import { type Place, type Service, type ServiceOptions, startService } from './service';

export interface RedisOptions extends ServiceOptions {
  /** Whether it is a cluster, of this one node. */
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
    ...(cluster ? ['cluster-enabled yes', 'cluster-require-full-coverage no', 'cluster-announce-ip 127.0.0.1'] : []),
  ];
}
