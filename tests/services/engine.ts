/** The two kinds of database; each jest project runs the tests on one of them. */
export type Engine = 'embedded' | 'mariadb';

declare global {
  /** Set by the jest project, see "jest" in package.json. */
  var RAPPORT_ENGINE: Engine;
}

/** What this test file runs on. */
export const engine: Engine = globalThis.RAPPORT_ENGINE;

/** The private MariaDB of this test run, without a database name. */
export function mariadbUrl(): string {
  return fromRunner('RAPPORT_TEST_MARIADB_URL');
}

/** The private Redis of this test run. */
export function redisUrl(): string {
  return fromRunner('RAPPORT_TEST_REDIS_URL');
}

/** The path of the browser. */
export function chromiumPath(): string {
  return fromRunner('RAPPORT_TEST_CHROMIUM');
}

function fromRunner(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: start the tests with "npm test".`);
  return value;
}
