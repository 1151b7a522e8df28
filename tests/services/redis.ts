import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathOf } from './programs';
import { type Place, type Service, type ServiceOptions, startService } from './service';

/** Starts a Redis that stores nothing: it only rings bells. */
export function startRedis(options: ServiceOptions = {}): Promise<Service> {
  return startService(
    'redis',
    async (place) => {
      // In a file, since every user of this machine can read the command line.
      const config = join(place.folder, 'redis.conf');
      await writeFile(config, settings(place));
      return {
        url: `redis://:${place.password}@127.0.0.1:${place.port}`,
        command: [pathOf('redis'), config],
        ready: /Ready to accept connections/,
      };
    },
    options,
  );
}

function settings({ folder, port, password }: Place): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${folder}`,
    'save ""',
    'appendonly no',
    'daemonize no',
    '',
  ].join('\n');
}
