import { readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second. */
const TICK = 10_000;

/** CPU time a process has used so far, all its threads together. Microseconds, in steps of ten thousand. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces; user and system time are the 14th and 15th field of all.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

/** CPU time of this process so far. Microseconds. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Resident memory of a process. Bytes. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** The value below which `share` (0 to 1) of the values lie; NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export interface Load {
  readonly done: number;
  readonly seconds: number;
  /** Milliseconds each piece of work took. */
  readonly took: readonly number[];
}

/** So many callers, each beginning the next piece of work as soon as its last is done, until the time is over. */
export async function load(callers: number, milliseconds: number, work: () => Promise<unknown>): Promise<Load> {
  const took: number[] = [];
  const begun = performance.now();
  const caller = async () => {
    for (let now = performance.now(); now < begun + milliseconds; ) {
      await work();
      const end = performance.now();
      took.push(end - now);
      now = end;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return { done: took.length, seconds: (performance.now() - begun) / 1000, took };
}
