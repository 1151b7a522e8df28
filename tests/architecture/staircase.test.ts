import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** From low to high: a file imports from its own room or from a lower one. */
const STAIRS =
  `errors environment policy config logger metrics database graphql events relationships members network notifications invitations
  introductions imports retention erasure exports audit server entities rooms app main`.split(/\s+/);

const stairOf = (path: string) => STAIRS.indexOf(/^src\/([^/.]+)/.exec(path)?.[1] ?? '');

/** What breaks the rules of the house. `files` maps paths, seen from the repository, to their text. */
function violations(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([path, text]) =>
    [...misplaced(path), ...imported(path, text), ...written(path, text)].map((why) => `${path} ${why}`),
  );
}

function* misplaced(path: string) {
  if (path.endsWith('/index.ts')) yield 'is a barrel';
  if (/\b(utils?|helpers?|common)(\/|\.ts$)/.test(path)) yield 'has a name that does not say what is inside';
  if (path.startsWith('src/') && stairOf(path) < 0) yield 'stands on no stair';
}

function* imported(path: string, text: string) {
  if (!path.startsWith('src/')) return;
  for (const { fileName } of ts.preProcessFile(text).importedFiles) {
    const target = fileName.startsWith('.') ? join(dirname(path), fileName) : undefined;
    if (target && (stairOf(target) < 0 || stairOf(target) > stairOf(path))) yield `imports ${target}`;
    if (/^(node:)?process$/.test(fileName) && path !== 'src/main.ts') yield 'imports process';
  }
}

function* written(path: string, text: string) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const nodes: ts.Node[] = [file];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const words = ts.isPropertyAccessExpression(node) ? node.getText(file) : '';
    const process = /^process\??\.(env|on|once)$/.test(words) && path.startsWith('src/') && path !== 'src/main.ts';
    if (process) yield `uses ${words}`;
    // Each such object gets a hidden class of its own, which V8 keeps, and with it all that the getter knows, until a full collection.
    const getter = ts.isObjectLiteralExpression(node) && node.properties.some(ts.isGetAccessor);
    if (getter && path.startsWith('src/')) yield 'has an object literal with a getter, where a class is due';
    const byDefault = ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword;
    if (byDefault && path !== 'ormconfig.ts') yield 'has a default export';
    ts.forEachChild(node, (child) => void nodes.push(child));
  }
}

function sourceFiles(): Record<string, string> {
  const root = join(__dirname, '../..');
  const folders = ['src', 'tests', 'bench', 'examples'].filter((folder) => existsSync(join(root, folder)));
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const files = ['ormconfig.ts', ...paths].filter((path) => path.endsWith('.ts') && !path.includes('node_modules/'));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

test('a newcomer finds every file on the staircase, importing downward only', () => {
  const files = sourceFiles();
  expect(Object.keys(files)).toContain('tests/architecture/staircase.test.ts');
  expect(violations(files)).toEqual([]);
});

test.each([
  ['an import from a higher room', 'src/events/lane.ts', `import type { Pair } from '../relationships/pair.entity';`],
  ['a dynamic import from a higher room', 'src/members/a.ts', `const room = await import('../invitations/b');`],
  ['an export that passes on a higher room', 'src/errors.ts', `export { config } from './config';`],
  ['an import from the tests', 'src/server/a.ts', `import { kit } from '../../tests/kit/kit';`],
  ['a room that nobody has planned', 'src/payments/a.ts', ''],
  ['a barrel', 'src/members/index.ts', ''],
  ['a drawer for odds and ends', 'src/members/utils/text.ts', ''],
  ['the environment, read away from the door', 'src/config.ts', 'export const port = process.env.PORT;'],
  ['a signal, heeded away from the door', 'src/server/a.ts', `process.once('SIGTERM', stop);`],
  ['the process by another name', 'src/server/a.ts', `import { env } from 'node:process';`],
  ['a getter that is not on a class', 'src/server/a.ts', 'const page = () => ({ get total() { return 1; } });'],
  ['a default export', 'tests/a.ts', 'export default class A {}'],
])('a reviewer is told of %s', (_, path, text) => {
  expect(violations({ [path]: text })).toHaveLength(1);
});

test('a reviewer hears nothing of what is allowed', () => {
  const allowed = {
    'ormconfig.ts': 'export default source;',
    'src/main.ts': `import { app } from './app'; process.on('SIGTERM', () => app(process.env)); // export default`,
    'src/invitations/a.ts': `import { B } from './b'; import { M } from '../members/m'; import { x } from 'graphql';`,
    'src/server/b.ts': 'export class Page { get total() { return 1; } }',
  };
  expect(violations(allowed)).toEqual([]);
});
