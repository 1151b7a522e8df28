/** `npm run mutants [-- WORDS]`: plants every bug (or those whose names hold the words), and prints which test caught it. */
import { findOrInstall } from '../services/programs';
import { type Stores, startStores } from '../services/stores';
import { MUTANTS, type Mutant } from './all-mutants';
import { copyWith } from './copy';
import { type Outcome, type Trial, tried } from './trial';

interface Verdict extends Outcome {
  readonly mutant: Mutant;
  readonly seconds: number;
}

const AT_ONCE = 2;

/** Whether every bug was caught. */
async function run(words: string): Promise<boolean> {
  const mutants = MUTANTS.filter(({ bug }) => bug.includes(words));
  findOrInstall('chromium');
  const stores = await startStores();
  try {
    if (!(await isSound(mutants, stores))) return false;
    const waiting = [...mutants];
    const verdicts: Verdict[] = [];
    const work = async () => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) verdicts.push(await judge(mutant, stores));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const missed = verdicts.filter(({ caught }) => !caught);
    console.log(`\n${verdicts.length - missed.length} of ${verdicts.length} planted bugs were caught.`);
    return missed.length === 0;
  } finally {
    await stores.stop();
  }
}

/** Whether all those tests pass before anything is planted. */
async function isSound(mutants: readonly Mutant[], stores: Stores): Promise<boolean> {
  const { folder, remove } = await copyWith();
  try {
    for (const engine of ['embedded', 'mariadb'] as const) {
      const guards = mutants.map(({ caughtBy }) => caughtBy).filter(({ on = 'embedded' }) => on === engine);
      if (guards.length === 0) continue;
      const files = [...new Set(guards.map(({ file }) => file))];
      const titles = guards.map(({ title }) => title).join('|');
      const { passed, failed, words } = await tried(folder, { files, titles, engine }, stores);
      if (failed === 0 && passed >= files.length) continue;
      console.log(`Without any bug planted: ${words}`);
      return false;
    }
    return true;
  } finally {
    await remove();
  }
}

async function judge(mutant: Mutant, stores: Stores): Promise<Verdict> {
  const began = performance.now();
  const { file, title, on = 'embedded' } = mutant.caughtBy;
  const trial: Trial = { files: [file], titles: title, engine: on };
  const { folder, remove } = await copyWith(mutant.patch);
  try {
    const outcome = await tried(folder, trial, stores);
    const seconds = Math.round((performance.now() - began) / 1000);
    const found = outcome.caught ? `caught by ${file}, ${outcome.words}` : `NOT CAUGHT by ${file}: ${outcome.words}`;
    console.log(`${mutant.bug} | ${found} | ${seconds} s`);
    return { mutant, seconds, ...outcome };
  } finally {
    await remove();
  }
}

run(process.argv.slice(2).join(' ')).then(
  (caught) => {
    process.exitCode = caught ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
