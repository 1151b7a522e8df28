/** `npm run bench`: runs all benchmarks, each in a process of its own, and writes what they found to bench/RESULTS.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { end, exitOf, launch } from '../tests/services/process';
import { machine } from './machine';

const BENCHMARKS = ['door', 'job', 'page', 'inbox', 'expiry', 'start', 'listeners', 'stalled'];
const FILE = join(__dirname, '..', '..', 'bench', 'RESULTS.md');

async function run(): Promise<void> {
  const parts: string[] = [];
  for (const name of BENCHMARKS) parts.push(`${await report(name)}\n\nCommand: \`npm run bench:${name}\``);
  writeFileSync(FILE, `${[HEAD, machine(), ...parts].join('\n\n')}\n`);
  console.log(`Wrote ${FILE}`);
}

async function report(name: string): Promise<string> {
  const child = launch([process.execPath, join(__dirname, `${name}.js`)], { output: 'piped' });
  child.stderr?.pipe(process.stderr);
  try {
    const [report, status] = await Promise.all([child.stdout ? text(child.stdout) : '', exitOf(child)]);
    if (status !== 0) throw new Error(`Benchmark ${name} failed.`);
    return report.trim();
  } finally {
    await end(child);
  }
}

const HEAD = `# Results

Written by \`npm run bench\`; each part can be run alone by the command below it, which prints it. Stores are private and
durable: binary log on, \`sync_binlog=1\`, \`innodb_flush_log_at_trx_commit=1\`, data on the disk of the temporary folder. Compare
numbers of one run only: ratios carry over to other machines, the rest does not.`;

void run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
