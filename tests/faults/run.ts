/** `npm run faults -- --minutes N [--only NAMES] [--seed N] [--clients N] [--systems N] [--rate N]`: breaks a running system in every way there is, and prints what came of it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../../bench/machine';
import { FAULTS } from './all-faults';
import type { Fault } from './fault';
import { missed, problems, report, slack } from './report';
import { playRound, type Round } from './round';
import { rowsOf } from './rows';
import { programmes } from './schedule';

const MINUTE = 60_000;
/** Broken promises that are printed; all are in the evidence. */
const SHOWN = 20;
/** After so many rounds in a row that broke off no other is tried. */
const HOPELESS = 3;
/** Of each member. */
const DEVICES = 3;

async function run(): Promise<void> {
  const { minutes, only, seed, clients, systems, rate } = options();
  const began = performance.now();
  const asked = askedToEnd();
  const isOver = () => asked.aborted || performance.now() > began + minutes * MINUTE;
  const words = only.toLowerCase().split(',');
  const chosen = FAULTS.filter(({ name }) => words.some((word) => name.toLowerCase().includes(word)));
  const faults = chosen.filter(isPossible);
  if (faults.length === 0) throw new Error(`There is no fault with "${only}" in its name that can be done here.`);
  const scale = { members: Math.ceil(clients / DEVICES / systems), devices: DEVICES, rate: rate / systems };
  const rounds: Round[] = [];
  const waiting = programmes(faults, seed);
  const playAll = async () => {
    while (!isOver() && !isHopeless(rounds)) {
      const { faults, special } = waiting.next().value;
      const left = [...faults];
      const next = () => {
        const fault = isOver() ? undefined : left.shift();
        if (fault) process.stderr.write(`${new Date().toISOString()} ${fault.name}\n`);
        return fault;
      };
      const place = await special?.place?.();
      rounds.push(await playRound({ scale, next, place, forgets: special?.forgets }).catch(broken));
    }
  };
  await Promise.all(Array.from({ length: systems }, playAll));
  console.log(report(faults, rounds, (performance.now() - began) / MINUTE));
  console.log(`\nSeed ${seed}. ${machine()}`);
  const found = rounds.flatMap(problems);
  const figures = [...rowsOf(faults, rounds).flatMap(missed), ...slack(rounds)];
  if (found.length + figures.length === 0) return;
  console.log(
    ['', ...found.slice(0, SHOWN), `${found.length} promises were broken, ${figures.length} figures missed.`].join(
      '\n',
    ),
  );
  console.log(`The evidence is in ${await writeEvidence(rounds)}`);
  process.exitCode = 1;
}

/** Aborted by the first Ctrl-C: the faults under way are played to their end, and all is reported. The second ends everything at once. */
function askedToEnd(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      process.stderr.write('No more faults. The report comes when those under way are over.\n');
      asked.abort();
    });
  return asked.signal;
}

/** A round that could not be played to its end; those before and after it count all the same. */
function broken(error: unknown): Round {
  const mishap = `A round broke off: ${error instanceof Error ? error.stack : error}`;
  return {
    ...{ incidents: [], violations: [], brokenAnswers: [], answers: [], log: [], mishaps: [mishap] },
    ...{ clients: 0, events: 0, forgotten: 0, resets: 0, audit: null, load: { due: 0, skipped: 0, seconds: 0 } },
  };
}

/** Whether the last rounds all broke off. */
function isHopeless(rounds: readonly Round[]): boolean {
  const last = rounds.slice(-HOPELESS);
  return last.length === HOPELESS && last.every(({ clients }) => clients === 0);
}

function isPossible({ name, impossible }: Fault): boolean {
  const why = impossible?.() ?? null;
  if (why !== null) process.stderr.write(`Left out: ${name}: ${why}\n`);
  return why === null;
}

/** Everything that it takes to find out why, a file for each round. */
async function writeEvidence(rounds: readonly Round[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-evidence-'));
  for (const [index, { incidents, answers, ...rest }] of rounds.entries()) {
    const when = incidents.map(({ fault, api, began, ended, over }) => ({
      ...{ fault: fault.name, api: api?.number, began, ended, over },
    }));
    const unclear = answers.filter(({ failures }) => failures.length > 0);
    await writeFile(
      join(folder, `round-${index}.json`),
      JSON.stringify({ ...rest, incidents: when, unclear }, null, 1),
    );
  }
  return folder;
}

function options() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      clients: { type: 'string', default: '1000' },
      systems: { type: 'string', default: '1' },
      rate: { type: 'string', default: '250' },
      seed: { type: 'string', default: String(Date.now() % 1e6) },
    },
  });
  return {
    minutes: Number(values.minutes),
    only: values.only,
    seed: Number(values.seed),
    clients: Number(values.clients),
    systems: Number(values.systems),
    rate: Number(values.rate),
  };
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
