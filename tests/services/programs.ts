import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program the tests need, the names it goes by, and the Debian package that brings it. */
interface Program {
  readonly names: readonly string[];
  readonly package: string;
}

const PROGRAMS = {
  mariadbd: { names: ['mariadbd'], package: 'mariadb-server-core' },
  mariadbInstall: { names: ['mariadb-install-db'], package: 'mariadb-server-core' },
  mariadbDefaults: { names: ['my_print_defaults'], package: 'mariadb-client-core' },
  redis: { names: ['redis-server'], package: 'redis-server' },
  faketime: { names: ['faketime'], package: 'faketime' },
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

/** What `startStores` needs. MariaDB's core packages bring no system service along. */
export const STORE_PROGRAMS = ['mariadbd', 'mariadbInstall', 'mariadbDefaults', 'redis'] as const;

/** Some programs are missing and cannot be installed from here. The message says what to run. */
export class MissingProgramsError extends Error {
  override readonly name = 'MissingProgramsError';
}

/** Installs with apt-get those of the programs that are missing, when this process may do that. Throws `MissingProgramsError`. */
export function findOrInstall(...wanted: readonly ProgramName[]): void {
  const packages = missingPackages(wanted);
  if (packages.length > 0) install(packages);
  for (const program of wanted) pathOf(program);
}

/** The path of an installed program. Throws `MissingProgramsError`. */
export function pathOf(program: ProgramName): string {
  const path = find(PROGRAMS[program]);
  if (path === undefined) throw missing([PROGRAMS[program].package], 'It was not found on this machine.');
  return path;
}

function missingPackages(wanted: readonly ProgramName[]): string[] {
  const missing = wanted.map((name) => PROGRAMS[name]).filter((program) => find(program) === undefined);
  return [...new Set(missing.map((program) => program.package))];
}

function find(program: Program): string | undefined {
  // Debian keeps daemons in sbin, which is not on the path of an ordinary user.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return program.names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(packages: readonly string[]): void {
  if (process.getuid?.() !== 0) throw missing(packages, 'Only root can install them.');
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  aptGet(packages, 'update', '-qq');
  aptGet(packages, 'install', '-y', '-qq', '--no-install-recommends', ...packages);
}

function aptGet(packages: readonly string[], ...args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (error) throw missing(packages, `apt-get could not be run (${error.message}).`);
  if (status !== 0) throw missing(packages, `"apt-get ${args[0]}" failed:\n${`${stdout}${stderr}`.trim()}`);
}

function missing(packages: readonly string[], why: string): MissingProgramsError {
  const line = `sudo apt-get update && sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
  return new MissingProgramsError(`Missing: ${packages.join(', ')}. ${why}\nOn Debian or Ubuntu run:\n  ${line}`);
}
