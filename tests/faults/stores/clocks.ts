import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findOrInstall } from '../../services/programs';
import { asServiceUser, type Ground } from '../../services/service';
import type { Fault } from '../fault';
import type { Place } from '../place';

/** `$LIB` is for the loader, which knows what this machine calls its folder of libraries. */
const LIBRARY = '/usr/$LIB/faketime/libfaketimeMT.so.1';
const WHOSE = ['processes', 'database'] as const;
const LASTING = 2500;
const A_DAY = 86_400_000;

/**
 * The clocks on the wall that API processes and a database look at, which can be put forward and back while they run. What
 * counts time from one moment to another (the monotonic clock) is not touched, as when an operator sets a clock.
 */
export class Clocks implements Ground {
  private constructor(private readonly folder: string) {}

  static async make(): Promise<Clocks> {
    findOrInstall('faketime');
    const clocks = new Clocks(await mkdtemp(join(tmpdir(), 'rapport-clocks-')));
    await chmod(clocks.folder, 0o755);
    for (const whose of WHOSE) await clocks.put(whose, 0);
    return clocks;
  }

  /** How many days ahead of the true time a clock is from now on; it takes effect within a second. */
  async put(whose: (typeof WHOSE)[number], days: number): Promise<void> {
    await writeFile(join(this.folder, whose), `${days < 0 ? '' : '+'}${days}d`);
  }

  /** The environment of a program that looks at this clock. */
  env(whose: (typeof WHOSE)[number]): Readonly<Record<string, string>> {
    return {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: join(this.folder, whose),
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  }

  async lay(): Promise<void> {}

  command(command: readonly string[]): readonly string[] {
    const env = Object.entries(this.env('database')).map(([name, value]) => `${name}=${value}`);
    return asServiceUser(['env', ...env, ...command]);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Tokens outlive the jumps, which in production none may: a process whose clock is wrong is right to think they have expired. */
export const LASTING_TOKENS = { NODE_ENV: 'test', ACCESS_TOKEN_MINUTES: '100000' } as const;

/** What time they think it is. */
const clockOf = {
  processes: async ({ apis }: Place) =>
    Date.parse((await fetch(`${apis[0]?.directUrl}/livez`)).headers.get('date') ?? ''),
  database: async ({ openDatabase }: Place) => {
    const sql = await openDatabase();
    try {
      return (await sql.query<{ now: number }>(`SELECT ${sql.dialect.now} AS now`))[0]?.now ?? Number.NaN;
    } finally {
      await sql.close();
    }
  },
} as const;

function jumps(whose: (typeof WHOSE)[number], name: string, more: Partial<Fault>): Fault {
  return {
    name,
    figure: 'windows by database time, timers monotonic: nothing breaks',
    reach: 'system',
    ...more,
    place: async () => {
      const clocks = await Clocks.make();
      return { mariadb: { ground: clocks }, env: { ...LASTING_TOKENS, ...clocks.env('processes') } };
    },
    inject: async (place) => {
      const { ground } = place;
      if (!(ground instanceof Clocks)) throw new Error('The place was not made for this fault.');
      let felt = 0;
      for (const days of [2, -2, 0]) {
        await ground.put(whose, days);
        await delay(LASTING);
        if (days !== 0 && Math.abs((await clockOf[whose](place)) - Date.now()) > A_DAY) felt += 1;
      }
      return felt;
    },
  };
}

export const CLOCK_JUMPS: readonly Fault[] = [
  jumps('processes', 'clocks of the API processes jump ± 2 days', { bounds: { failed: 0 } }),
  // To it, who waits for a lock when its clock jumps has waited for two days: that change is told to try again.
  jumps('database', 'clock of the database jumps ± 2 days', { timeless: true }),
];
