import { ConfigError, loadConfig } from '../../src/config';
import { DEFAULT_POLICY } from '../../src/policy';

const GOOD_SECRET = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('Without any variable an operator gets the embedded engine, the demo, and the numbers of the policy', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({
    production: false,
    databaseUrl: undefined,
    redisUrl: undefined,
    demo: true,
    port: 4000,
  });
  expect(config.policy).toEqual(DEFAULT_POLICY);
});

test('An operator hears of every problem at once, each by the name of its variable', () => {
  const wrong = {
    ...{ NODE_ENV: 'staging', PORT: '70000', DATABASE_URL: 'postgres://x', REDIS_URL: 'redis://ok,http://no' },
    ...{ AUTH_SECRET: 'short', PLAYGROUND: 'maybe', LOG_LEVEL: 'loud', WRITE_BATCH: '0', MAX_PAGE: '1.5' },
    ...{ QUOTA_PER_DAY: 'many', UNDO_WINDOW_MINUTES: '-1' },
  };
  const problems = problemsOf(wrong);
  for (const name of Object.keys(wrong))
    expect([name, problems.some((problem) => problem.startsWith(`${name} `))]).toEqual([name, true]);
  expect(problems).toHaveLength(Object.keys(wrong).length);
});

test.each([
  ['a part of an invitation', { QUOTA_PER_DAY: '1.5' }, 'QUOTA_PER_DAY'],
  ['more than everything', { OVERUSE_PERCENT: '101' }, 'OVERUSE_PERCENT'],
  ['an eternity', { INVITATION_LIFETIME_DAYS: '1e300' }, 'INVITATION_LIFETIME_DAYS'],
  ['an end before the beginning', { REPORT_DELAY_LEAST_DAYS: '5' }, 'REPORT_DELAY_LEAST_DAYS'],
  ['a restriction without a warning', { CAREFUL_FROM: '6' }, 'CAREFUL_FROM'],
])('A rule of the product cannot be %s', (_case, env, name) => {
  expect(problemsOf(env)).toEqual([expect.stringMatching(`^${name} must `)]);
});

test('No message repeats a value: secrets are among them', () => {
  const secrets = { AUTH_SECRET: 'hunter2hunter2', DATABASE_URL: 'postgres://root:hunter2@db', REDIS_URL: 'hunter2' };
  expect(problemsOf(secrets)).toHaveLength(3);
  expect(() => loadConfig(secrets)).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
  );
});

test.each([
  ['none', {}],
  ['a short one', { AUTH_SECRET: GOOD_SECRET.slice(1) }],
  ['a long one of few letters', { AUTH_SECRET: 'abc'.repeat(20) }],
  ['one of many letters, again and again', { AUTH_SECRET: 'aB3dE5gH7jK9'.repeat(4) }],
])('In production a start with a weak secret is refused: %s', (_case, env) => {
  expect(problemsOf({ NODE_ENV: 'production', ...env })).toEqual([expect.stringMatching(/^AUTH_SECRET /)]);
});

test.each([
  ['anybody at all', '*'],
  ['a path', 'https://app.example/path'],
  ['a name without a scheme', 'https://app.example,app.example'],
])('Pages that may call the API are named by their origins, not by %s', (_case, CORS_ORIGINS) => {
  expect(problemsOf({ CORS_ORIGINS })).toEqual([expect.stringMatching(/^CORS_ORIGINS /)]);
});

test('In production tokens and events have a largest age', () => {
  const ages = { ACCESS_TOKEN_MINUTES: '1441', REFRESH_TOKEN_DAYS: '3651', RETENTION_DAYS: '3651' };
  const problems = problemsOf({ NODE_ENV: 'production', AUTH_SECRET: GOOD_SECRET, ...ages });
  expect(problems).toEqual(Object.keys(ages).map((name) => expect.stringMatching(`^${name} `)));
});

test('In production neither playground, introspection nor demo are there unless asked for', () => {
  const production = { NODE_ENV: 'production', AUTH_SECRET: GOOD_SECRET };
  expect(loadConfig(production)).toMatchObject({ playground: false, introspection: false, demo: false });
  expect(loadConfig({ ...production, PLAYGROUND: 'on' })).toMatchObject({ playground: true });
});

test('Spans are given in the unit of their name and kept in milliseconds', () => {
  const { policy, limits } = loadConfig({
    UNDO_WINDOW_MINUTES: '5',
    WITHDRAW_COOLDOWN_DAYS: '0',
    CHECKPOINT_SECONDS: '2',
  });
  expect([policy.undoWindow, policy.withdrawCooldown, limits.checkpoint]).toEqual([300_000, 0, 2000]);
});

test('A variable that is set to nothing counts as absent', () => {
  expect(loadConfig({ DATABASE_URL: ' ', PORT: '' })).toMatchObject({ databaseUrl: undefined, port: 4000 });
});
