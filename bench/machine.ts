import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { pathOf } from '../tests/services/programs';

/** What the numbers were measured on. */
export function machine(): string {
  const version = (program: 'mariadbd' | 'redis') =>
    /\d+\.\d+\.\d+/.exec(execFileSync(pathOf(program), ['--version'], { encoding: 'utf8' }))?.[0] ?? '?';
  const [processor] = cpus();
  const facts = [
    `${cpus().length} cores of ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}`,
    `Node ${process.versions.node}, MariaDB ${version('mariadbd')}, Redis ${version('redis')}`,
    new Date().toISOString().slice(0, 10),
  ];
  return `Measured on ${facts.join('; ')}.`;
}
