import { type MariadbOptions, startMariadb } from './mariadb';
import { findOrInstall, STORE_PROGRAMS } from './programs';
import { startRedis } from './redis';
import type { Service } from './service';

/** A private MariaDB and a private Redis. */
export interface Stores {
  readonly mariadb: Service;
  readonly redis: Service;
  stop(): Promise<void>;
}

/** Finds or installs the two servers and starts private ones; tests and benchmarks alike use this. */
export async function startStores(options: MariadbOptions = {}): Promise<Stores> {
  findOrInstall(...STORE_PROGRAMS);
  const redis = await startRedis(options);
  try {
    const mariadb = await startMariadb(options);
    const stop = async () => {
      await Promise.all([mariadb.stop(), redis.stop()]);
    };
    return { mariadb, redis, stop };
  } catch (error) {
    await redis.stop();
    throw error;
  }
}
