import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../services/engine';
import { end, exitOf, launch } from '../services/process';
import { pathOf } from '../services/programs';
import type { Stores } from '../services/stores';

/** Tests of a copy of the program. */
export interface Trial {
  readonly files: readonly string[];
  /** A pattern that titles match. */
  readonly titles: string;
  readonly engine: Engine;
}

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Whether a test found what it looks for to be wrong, and did not only break off. */
  readonly caught: boolean;
  /** What went wrong first: a test's title and the first words of why, or why nothing was tested. */
  readonly words: string;
}

/** What we read of the result that jest writes. */
interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Milliseconds after which a test that hangs is given up. */
const PATIENCE = 180_000;
/** What a terminal would colour. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape is the character that begins a colour.
const COLOURS = /\u001b\[\d+m/g;

export async function tried(folder: string, { files, titles, engine }: Trial, stores: Stores): Promise<Outcome> {
  const output = join(folder, `result-${engine}.json`);
  const jest = launch(
    [
      ...['sh', '-c', 'cd "$0" && exec "$@" > log 2>&1', folder, process.execPath, require.resolve('jest/bin/jest')],
      ...['--ci', '--runInBand', '--forceExit', '--json', `--outputFile=${output}`],
      ...['--selectProjects', engine, '--testNamePattern', titles, ...files],
    ],
    {
      output: 'piped',
      env: {
        RAPPORT_TEST_MARIADB_URL: stores.mariadb.url,
        RAPPORT_TEST_REDIS_URL: stores.redis.url,
        RAPPORT_TEST_CHROMIUM: pathOf('chromium'),
      },
    },
  );
  const patience = setTimeout(() => void end(jest), PATIENCE);
  await exitOf(jest);
  clearTimeout(patience);
  const text = await readFile(output, 'utf8').catch(() => null);
  return text === null
    ? { passed: 0, failed: 0, caught: false, words: 'the tests did not run to their end' }
    : read(JSON.parse(text));
}

function read({ numPassedTests, numFailedTests, testResults }: JestResult): Outcome {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const first = tests.find(({ status }) => status === 'failed');
  const why = first?.failureMessages[0] ?? testResults.map(({ message }) => message).find((message) => message !== '');
  const short = (why ?? 'all tests passed')
    .replace(COLOURS, '')
    .replace(/\s*\n\s+at .*/s, '')
    .replace(/\s+/g, ' ')
    .slice(0, 160);
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    caught: tests.some(({ failureMessages: [message = ''] }) => isFinding(message)),
    words: first ? `“${first.title}”: ${short}` : short,
  };
}

/** What `expect` or the kit of the tests throws; not a statement, a start or a hook that failed, nor a test that only hung. */
export function isFinding(message: string): boolean {
  // A property that does not hold names what went wrong as the cause.
  const plain = message.replace(COLOURS, '').replace(/^.*\n\[cause\]: /s, '');
  const [, first = ''] = /\n\s+at (.*)/.exec(plain) ?? [];
  return /^(\w*Error: )?expect\(/.test(plain) || (first.includes('/tests/') && !plain.includes('Exceeded timeout of'));
}
