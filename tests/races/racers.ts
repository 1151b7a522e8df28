import { type ChildProcess, fork } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome, PairCommand } from '../../src/relationships/command';
import type { Order, Report } from './worker';

const ROOT = resolve(__dirname, '../..');
const PROCESSES = 4;

/** Four processes, each with a door of its own on the same database. */
export class Racers {
  private constructor(private readonly workers: readonly ChildProcess[]) {}

  /** `dist`: the compiled program to run; the tests' own, or a damaged copy. */
  static start(dist = join(ROOT, 'dist')): Racers {
    const script = join(dist, 'tests/races/worker.js');
    return new Racers(Array.from({ length: PROCESSES }, () => fork(script, { cwd: tmpdir() })));
  }

  /** Gives each process the same order, all at once. */
  all(order: Order): Promise<Report[]> {
    return Promise.all(this.workers.map((worker) => obeyed(worker, order)));
  }

  /** Gives process `n` order `n`, all at once. */
  each(orders: readonly Order[]): Promise<Report[]> {
    return Promise.all(orders.flatMap((order, n) => (this.workers[n] ? [obeyed(this.workers[n], order)] : [])));
  }

  /** Process `n` submits list `n`, all at once. Resolves to the outcomes by process. */
  async race(lists: readonly (readonly PairCommand[])[]): Promise<(readonly Outcome[])[]> {
    const racing = this.workers.map((worker, n) => obeyed(worker, { kind: 'submit', commands: lists[n] ?? [] }));
    return (await Promise.all(racing)).map(({ outcomes, failures }) => {
      if (failures.length > 0) throw new Error(failures.join('\n'));
      return outcomes.filter((outcome) => outcome !== null);
    });
  }

  async stop(): Promise<void> {
    await this.all({ kind: 'close' });
  }
}

function obeyed(worker: ChildProcess, order: Order): Promise<Report> {
  return new Promise((done, failed) => {
    const ended = () => failed(new Error('A racing process has ended. Is dist/ up to date? Run: npm run build'));
    worker.once('exit', ended);
    worker.once('message', (report: Report) => {
      worker.off('exit', ended);
      done(report);
    });
    worker.send(order);
  });
}

/** A copy of the compiled program with a bug planted in it. The text to replace must be there. */
export async function damagedCopy(
  file: string,
  text: string,
  by: string,
): Promise<{ dist: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-mutant-'));
  const dist = join(folder, 'dist');
  await cp(join(ROOT, 'dist'), dist, { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const sound = await readFile(join(dist, file), 'utf8');
  if (!sound.includes(text)) throw new Error(`There is no "${text}" in ${file}.`);
  await writeFile(join(dist, file), sound.replace(text, by));
  return { dist, remove: () => rm(folder, { recursive: true, force: true }) };
}
