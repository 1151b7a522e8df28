import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The absolute path of a file of the project, whether this runs from `src` or compiled from `dist`. */
export function projectFile(path: string): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, path);
}
