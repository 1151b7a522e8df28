import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitOf, written } from './process';
import { pathOf } from './programs';
import { type Place, type Service, type ServiceOptions, startService } from './service';

export interface MariadbOptions extends ServiceOptions {
  /** `innodb_log_file_size`, default 256M. A small log makes the slowest writes slower. */
  readonly logFileSize?: string;
  /** Settings after ours, as on the command line. */
  readonly more?: readonly string[];
}

const USER = 'rapport';

/**
 * Starts a MariaDB that keeps its promises: binary log on, every commit on disk. Its user may do everything, and
 * the URL names no database: make one for yourself.
 */
export function startMariadb({ logFileSize = '256M', more = [], ...options }: MariadbOptions = {}): Promise<Service> {
  return startService(
    'mariadb',
    async (place) => {
      await createDataFolder(place);
      await writeFile(join(place.folder, 'account.sql'), accountSql(place));
      return {
        url: `mariadb://${USER}:${place.password}@127.0.0.1:${place.port}`,
        command: [pathOf('mariadbd'), ...settings(place), `--innodb-log-file-size=${logFileSize}`, ...more],
        ready: /ready for connections/,
      };
    },
    options,
  );
}

async function createDataFolder({ folder, launch }: Place): Promise<void> {
  const command = [pathOf('mariadbInstall'), '--no-defaults', `--datadir=${join(folder, 'data')}`, '--skip-test-db'];
  const installer = launch(command);
  await written(installer, /^OK$|Installation of system tables/);
  await exitOf(installer);
}

/** Run by the server before it accepts connections, whenever it starts; one statement a line. */
function accountSql({ password }: Place): string {
  return [
    `CREATE USER IF NOT EXISTS ${USER}@127.0.0.1 IDENTIFIED BY '${password}';`,
    `GRANT ALL ON *.* TO ${USER}@127.0.0.1 WITH GRANT OPTION;`,
    '',
  ].join('\n');
}

function settings({ folder, port }: Place): string[] {
  return [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 'socket')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--tmpdir=${folder}`,
    `--init-file=${join(folder, 'account.sql')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--default-time-zone=+00:00',
    '--server-id=1',
    '--log-bin=binlog',
    '--sync-binlog=1',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=256M',
    '--innodb-purge-threads=1',
    '--max-connections=500',
  ];
}
