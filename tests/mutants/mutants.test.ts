import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MUTANTS } from './all-mutants';
import { compiled } from './copy';
import { patched, ROOT, replaced } from './patch';
import { isFinding } from './trial';

const BUGS = [
  ...['no member lock', 'locks unsorted', 'insert-then-catch', 'FOR UPDATE re-read that scans'],
  ...['lock-wait error without rollback', 'a doubtful COMMIT forgotten during its retry', 'auto-increment cursor'],
  ...['bell before commit', 'bell’s event without its previous tag', 'no tag check', 'tag checked only at subscribe'],
  ...['wake-up before register', 'partial recovery', 'stream read from a replica', 'block checked only at write'],
  ...['removal redacted', 'pair version exposed', 'token checked only at connect', 'idempotency key ignored'],
  ...['loader kept across events'],
];

test('every bug that must be caught can be planted', () => {
  expect(MUTANTS.map(({ bug }) => bug).toSorted()).toEqual(BUGS.toSorted());
});

test.each(MUTANTS)(
  'whoever plants "$bug" finds its place, and the test that catches it',
  async ({ patch, caughtBy }) => {
    const files = await patched(patch);
    expect(files.size).toBeGreaterThan(0);
    for (const source of files.values()) expect(compiled(source).diagnostics).toEqual([]);
    expect(await readFile(join(ROOT, caughtBy.file), 'utf8')).toContain(caughtBy.title);
  },
);

test('a bug whose place has changed is planted nowhere', () => {
  const source = 'one\ntwo\nthree\ntwo\n';
  expect(replaced(source, '-one\n+none\n two\n', 'a')).toBe('none\ntwo\nthree\ntwo\n');
  expect(() => replaced(source, '-four\n', 'a')).toThrow('0 times');
  expect(() => replaced(source, '-two\n', 'a')).toThrow('2 times');
});

test.each([
  [
    'what a test expects',
    true,
    'Error: expect(received).toBe(expected)\n    at Object.toBe (/copy/node_modules/a.js:1:1)',
  ],
  [
    'what a listener finds',
    true,
    'Error: After 3 came 5.\n    at StreamListener.apply (/copy/tests/realtime/a.ts:1:1)',
  ],
  [
    'a statement that fails',
    false,
    'Error: near "x"\n    at all (/copy/src/database/a.ts:1:1)\n    at /copy/tests/a.ts:1:1',
  ],
  ['a hook that hangs', false, 'Error: thrown: "Exceeded timeout of 5 ms for a hook."\n    at /copy/tests/a.ts:1:1'],
  [
    'a property',
    true,
    'Error: Property failed\n    at a (/node_modules/a.js)\n\n[cause]: Error: expect(1).toBe(2)\n    at b',
  ],
  [
    'a broken property',
    false,
    'Error: Property failed\n    at a (/a.js)\n\n[cause]: Error: no such table\n    at b (/src/a.ts)',
  ],
])('%s is a finding: %p', (_what, found, message) => expect(isFinding(message)).toBe(found));
