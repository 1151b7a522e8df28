import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the sources, wherever this runs from. */
export const ROOT = __dirname.replace(/(\/dist)?\/tests\/mutants$/, '');

/** Every file that the patch changes, by its path, as it is afterwards. Throws when something of it does not fit any more. */
export async function patched(patch: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const text = await readFile(join(ROOT, 'tests/mutants/patches', `${patch}.patch`), 'utf8');
  for (const part of text.split(/^--- a\/.+\n\+\+\+ b\//m).slice(1)) {
    const [head = '', ...hunks] = part.split(/^@@ @@\n/m);
    const file = head.trim();
    const source = await readFile(join(ROOT, file), 'utf8');
    files.set(
      file,
      hunks.reduce((whole, hunk) => replaced(whole, hunk, file), source),
    );
  }
  return files;
}

/** A hunk has no line numbers: what it takes away, with the lines around, must be there exactly once. */
export function replaced(source: string, hunk: string, file: string): string {
  const lines = hunk.split('\n').filter((line) => line !== '');
  const without = (sign: '-' | '+') =>
    lines.flatMap((line) => (line.startsWith(sign) ? [] : [`\n${line.slice(1)}`])).join('');
  const [sound, damaged] = [`${without('+')}\n`, `${without('-')}\n`];
  const parts = `\n${source}`.split(sound);
  if (parts.length !== 2) throw new Error(`${file} holds this ${parts.length - 1} times, not once:${sound}`);
  return parts.join(damaged).slice(1);
}
