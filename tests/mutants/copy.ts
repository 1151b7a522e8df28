import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { patched, ROOT } from './patch';

const NEEDED = ['src', 'tests', 'schema', 'dist', 'package.json', 'tsconfig.json', 'ormconfig.ts'];

/** A copy of the program and its tests, compiled, in a folder of its own. */
export interface Copy {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies the program, and plants a bug if one is named. */
export async function copyWith(patch?: string): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-mutant-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const part of NEEDED) await cp(join(ROOT, part), join(folder, part), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const [file, source] of patch === undefined ? [] : await patched(patch)) {
      await writeFile(join(folder, file), source);
      await writeFile(join(folder, 'dist', file.replace(/\.ts$/, '.js')), compiled(source).outputText);
    }
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** JavaScript without a look at the types. `diagnostics` are errors of syntax. */
export function compiled(source: string): ts.TranspileOutput {
  const compilerOptions: ts.CompilerOptions = {
    ...{ module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    ...{ experimentalDecorators: true, emitDecoratorMetadata: true, useDefineForClassFields: false },
  };
  return ts.transpileModule(source, { compilerOptions, reportDiagnostics: true });
}
