import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLTaggedNode } from 'relay-runtime';

const ROOT = join(__dirname, '../../..');
const CONFIG = {
  ...{ src: 'src', schema: 'schema.graphql', artifactDirectory: 'made', language: 'javascript', eagerEsModules: false },
  customScalarTypes: { Cursor: 'string', DateTime: 'string', PartialDate: 'string' },
};

/** The documents of `Grace.js`, as Relay's compiler makes them of our schema. */
export class Compiled {
  private readonly folder = mkdtempSync(join(tmpdir(), 'rapport-relay-'));

  /** Throws when the compiler does not like them. */
  constructor() {
    for (const part of ['src', 'made']) mkdirSync(join(this.folder, part));
    cpSync(join(__dirname, 'Grace.js'), join(this.folder, 'src', 'Grace.js'));
    cpSync(join(ROOT, 'schema/schema.graphql'), join(this.folder, 'schema.graphql'));
    writeFileSync(join(this.folder, 'relay.config.json'), JSON.stringify(CONFIG));
    const compiler = join(ROOT, 'node_modules/.bin/relay-compiler');
    execFileSync(compiler, ['--noWatchman', '--output', 'quiet-with-errors'], { cwd: this.folder });
  }

  load(name: string): GraphQLTaggedNode {
    return require(join(this.folder, 'made', `${name}.graphql.js`));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
