/**
 * The test command, `npm test [-- what to pass to jest]`: starts a private MariaDB and a private Redis, runs jest on both
 * engines, ends whatever it started, and says on its last line how many tests passed and failed.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, exitOf, launch } from './services/process';
import { findOrInstall, MissingProgramsError, pathOf, STORE_PROGRAMS } from './services/programs';
import { startStores } from './services/stores';

/** What we read of the result that jest writes. */
interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Test files that broke before their first test. */
  readonly numRuntimeErrorTestSuites: number;
}

interface Outcome {
  readonly status: number;
  readonly summary: string;
}

async function runTests(jestArguments: readonly string[]): Promise<Outcome> {
  // Heeded from the start: a Ctrl-C while something is starting ends it as soon as it has started.
  const interrupted = interruption();
  findOrInstall(...STORE_PROGRAMS, 'chromium', 'faketime');
  const endings: (() => Promise<void>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-jest-'));
    endings.push(() => rm(folder, { recursive: true, force: true }));
    const stores = await startStores();
    endings.push(stores.stop);

    const resultFile = join(folder, 'result.json');
    const command = [process.execPath, require.resolve('jest/bin/jest'), '--json', `--outputFile=${resultFile}`];
    const jest = launch([...command, ...jestArguments], {
      output: 'shown',
      env: {
        RAPPORT_TEST_MARIADB_URL: stores.mariadb.url,
        RAPPORT_TEST_REDIS_URL: stores.redis.url,
        RAPPORT_TEST_CHROMIUM: pathOf('chromium'),
      },
    });
    endings.push(() => end(jest));
    const status = await Promise.race([interrupted, exitOf(jest)]);
    return { status, summary: await summaryOf(resultFile) };
  } finally {
    for (const ending of endings.reverse()) await ending();
  }
}

/** Resolves on the first signal, to the exit status it calls for; a second signal ends this process on the spot. */
function interruption(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(128 + constants.signals[signal]));
  });
}

async function summaryOf(resultFile: string): Promise<string> {
  const text = await readFile(resultFile, 'utf8').catch(() => undefined);
  if (text === undefined) return 'The tests did not run to their end.';
  const result: JestResult = JSON.parse(text);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  return `${result.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

runTests(process.argv.slice(2)).then(
  ({ status, summary }) => {
    console.log(summary);
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof MissingProgramsError ? error.message : error);
    process.exitCode = 1;
  },
);
