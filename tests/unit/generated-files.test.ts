import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { runCommand } from '../kit/start-process';

const GENERATE = `
  const { generate, loadCodegenConfig } = require('@graphql-codegen/cli');
  loadCodegenConfig({ configFilePath: 'codegen.yml' })
    .then(({ config }) => generate({ ...config, silent: true }, false))
    .then(([file]) => process.stdout.write(file.content));
`;

test('a reviewer reads the schema that the code makes', async () => {
  expect(await runCommand(['schema', '--check'])).toEqual({ status: 0, output: '' });
});

test('a client developer copies types that fit the schema and the documented operations', () => {
  const made = execFileSync(process.execPath, ['-e', GENERATE], { encoding: 'utf8', maxBuffer: 10_000_000 });
  expect(readFileSync('schema/operations.ts', 'utf8')).toBe(made);
});
