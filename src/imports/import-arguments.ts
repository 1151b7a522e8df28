import { parseArgs } from 'node:util';
import { InvalidInput } from '../errors';

const USAGE = 'Say which file: import FILE [--name NAME]';

/** What follows `import` on the command line. Throws `InvalidInput`. */
export function importArguments(args: readonly string[]): { readonly file: string; readonly name: string | undefined } {
  try {
    const { positionals, values } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: { name: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file, name: values.name };
  } catch {
    // An option that does not exist, or lacks its value.
  }
  throw new InvalidInput('file', USAGE);
}
