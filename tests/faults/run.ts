/** `npm run faults -- --minutes N [--only NAME] [--seed N] [--clients N]`: breaks a running system in every way there is, and prints what came of it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FAULTS } from './all-faults';
import { missed, report, rowsOf } from './report';
import { playRound, type Round } from './round';
import { Deck } from './schedule';

const MINUTE = 60_000;
/** A round is short enough for its comparison to hold all events in memory, and long enough for many faults. */
const ROUND = 2 * MINUTE;
/** Devices of each member, and commands a second. */
const SCALE = { devices: 4, rate: 250 };

async function run(): Promise<void> {
  const { minutes, only, seed, clients } = options();
  const scale = { ...SCALE, members: Math.ceil(clients / SCALE.devices) };
  const began = performance.now();
  const end = began + minutes * MINUTE;
  const faults = FAULTS.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
  const deck = new Deck(faults, seed);
  const rounds: Round[] = [];
  while (performance.now() < end) {
    let until: number | undefined;
    const next = () => {
      // From the first fault on: until then clients gather.
      until ??= Math.min(end, performance.now() + ROUND);
      const fault = performance.now() < until ? deck.next() : undefined;
      if (fault) process.stderr.write(`${new Date().toISOString()} ${fault.name}\n`);
      return fault;
    };
    rounds.push(await playRound({ scale, next }));
  }
  console.log(report(faults, rounds, (performance.now() - began) / MINUTE));
  const broken = rounds.filter(isBroken);
  const figures = rowsOf(faults, rounds).flatMap((row) => missed(row));
  if (broken.length > 0) console.log(`\nPromises were broken. The evidence is in ${await writeEvidence(broken)}`);
  if (broken.length > 0 || figures.length > 0) process.exitCode = 1;
}

const isBroken = ({ violations, brokenAnswers, audit, mishaps }: Round): boolean =>
  violations.length + brokenAnswers.length + mishaps.length > 0 || audit !== null;

async function writeEvidence(rounds: readonly Round[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-evidence-'));
  for (const [index, { violations, brokenAnswers, audit, mishaps, incidents }] of rounds.entries()) {
    const when = incidents.map(({ fault, api, began, ended, over }) => ({
      ...{ fault: fault.name, api: api?.number, began, ended, over },
    }));
    const found = { mishaps, violations, brokenAnswers, audit, incidents: when };
    await writeFile(join(folder, `round-${index}.json`), JSON.stringify(found, null, 1));
  }
  return folder;
}

function options() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      clients: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 1e6) },
    },
  });
  return {
    minutes: Number(values.minutes),
    only: values.only,
    seed: Number(values.seed),
    clients: Number(values.clients),
  };
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
