import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../../src/database/database';
import { waitFor } from '../../kit/wait-for';
import type { Fault } from '../fault';
import type { Place, Store } from '../place';
import { noteEpoch } from '../truth';
import { Disk, type DiskOptions } from './disk';

/** Small, so that a place is made quickly and a copy of it as well. */
const LOG_FILE = '48M';
/** What MariaDB itself would do, but for the last two: else a power cut just after the flush of each second would lose nothing. */
const NOT_DURABLE = {
  ...{ sync_binlog: 0, innodb_flush_log_at_trx_commit: 2 },
  ...{ innodb_flush_log_at_timeout: 60, innodb_adaptive_flushing: 0 },
};
/** How many events happen that are lost afterwards: enough that changes are acknowledged and clients, however slow, get to know some. */
const AHEAD = 400;
/** Long enough for every process to be in the middle of something. Milliseconds. */
const FULL_FOR = 3000;
const PATIENCE = 120_000;

/** Faults of a database that has a disk of its own. */
type DiskFault = Pick<Fault, 'name' | 'figure'> &
  Partial<Fault> & {
    readonly disk?: DiskOptions;
    readonly happens: (place: Place, disk: Disk) => Promise<void>;
  };

function onDisk({ disk: options, happens, ...fault }: DiskFault): Fault {
  return {
    reach: 'system',
    impossible: Disk.impossible,
    place: async () => ({ mariadb: { ground: new Disk(options), logFileSize: LOG_FILE } }),
    inject: async (place) => {
      if (!(place.ground instanceof Disk)) throw new Error('The place was not made for this fault.');
      await happens(place, place.ground);
    },
    ...fault,
  };
}

export const POWER_CUT = onDisk({
  name: 'power cut of the database’s disk',
  figure: '0 acknowledged lost, 0 seen and then lost',
  happens: (place, disk) => {
    // The processor loses it first: a flush that the dying disk calls done, though it was not, must be told to nobody any more.
    process.kill(place.database.pid, 'SIGSTOP');
    return losePower(place, disk);
  },
});

/** The control of the one above: a database that does not flush must be found out. */
export const POWER_CUT_NOT_DURABLE = onDisk({
  name: 'the same, not durable',
  figure: 'every client ahead is told FORK or FUTURE, and the lost acknowledgements are reported',
  forgets: true,
  happens: async (place, disk) => {
    // Only from now on, so that the people themselves are not lost.
    await withDatabase(place, async (sql) => {
      for (const [name, value] of Object.entries(NOT_DURABLE)) await sql.run(`SET GLOBAL ${name} = ${value}`);
    });
    await laterChanges(place);
    await losePower(place, disk);
  },
});

export const DISK_FULL = onDisk({
  name: 'disk full, then freed',
  figure: 'reads go on, no corruption, writes back within 70 s',
  bounds: { writesBack: 70_000 },
  disk: { size: 600 },
  happens: async (_place, disk) => {
    await disk.fillsUp();
    await delay(FULL_FOR);
    await disk.isFreed();
  },
});

export const FSYNC_ERROR = onDisk({
  name: 'fsync error',
  figure: 'the database stops, and after its restart 0 acknowledged are lost',
  happens: async ({ database }, disk) => {
    await failWrites(database, disk);
    await waitFor('the database to stop', () => !isAlive(database.pid), PATIENCE);
    await restart(database, disk);
  },
});

/** As docs/delivery.md tells operators to. */
export const BACKUP_RESTORED = onDisk({
  name: 'restore of an older backup',
  figure: 'every client is told EPOCH',
  forgets: true,
  happens: (place, disk) =>
    restore(place, disk, (sql) => sql.run('UPDATE stream_lineage SET epoch = UNIX_TIMESTAMP()')),
});

/** By an operator who has not read it. */
export const BACKUP_RESTORED_CARELESSLY = onDisk({
  name: 'restore of an older backup, without a new epoch',
  figure: 'every client ahead is told FORK or FUTURE, the others go on',
  forgets: true,
  happens: (place, disk) => restore(place, disk, async () => {}),
});

/** What happens to the database's disk. */
export const DISK_FAULTS: readonly Fault[] = [
  ...[POWER_CUT, POWER_CUT_NOT_DURABLE, DISK_FULL, FSYNC_ERROR],
  ...[BACKUP_RESTORED, BACKUP_RESTORED_CARELESSLY],
];

/** Writes fail for a moment only, in which one is made: that is what a database must not get over. */
async function failWrites({ pid }: Store, disk: Disk): Promise<void> {
  await disk.refusesWrites();
  await waitFor('a write that fails', async () => !isAlive(pid) || (await disk.hasFailed()), PATIENCE);
  await disk.takesWritesAgain();
}

async function restart(database: Store, disk: Disk): Promise<void> {
  await database.kill9();
  await disk.isMountedAgain();
  await database.start();
}

async function losePower({ database }: Place, disk: Disk): Promise<void> {
  await disk.losesPower();
  await restart(database, disk);
}

async function restore(place: Place, disk: Disk, afterwards: (sql: Database) => Promise<unknown>): Promise<void> {
  const { database, apis } = place;
  await disk.isBackedUp();
  await laterChanges(place);
  await Promise.all(apis.map((api) => api.kill9()));
  await database.stop();
  await disk.isRestored();
  await database.start();
  await withDatabase(place, async (sql) => {
    await afterwards(sql);
    await noteEpoch(place.epochs, sql);
  });
  await Promise.all(apis.map((api) => api.start()));
}

/** Waits until more has happened, so that clients get to know things that the backup does not. */
function laterChanges(place: Place): Promise<boolean> {
  return withDatabase(place, async (sql) => {
    const count = async () =>
      (await sql.query<{ n: number }>('SELECT SUM(last_seq) AS n FROM member_state'))[0]?.n ?? 0;
    const before = await count();
    return waitFor('later changes', async () => (await count()) >= before + AHEAD, PATIENCE);
  });
}

async function withDatabase<T>(place: Place, work: (sql: Database) => Promise<T>): Promise<T> {
  const sql = await place.openDatabase();
  try {
    return await work(sql);
  } finally {
    await sql.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
