import type { TestApp } from './start-app';

/** Environment of an app whose sessions outlast a clock moved on by months, and that reads nothing unasked. */
export const STEADY = { ACCESS_TOKEN_MINUTES: '1000000', REFRESH_TOKEN_DAYS: '1000', LANE_POLL_SECONDS: '3600' };

/** The statements that reading something takes; not the look at the asker's session, which is due every few seconds. */
export async function statementsOf({ queries }: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  await work();
  return (await queries.during(work)).filter((text) => !text.includes('FROM session '));
}

/** How many they are. */
export async function statements(app: TestApp, work: () => Promise<unknown>): Promise<number> {
  return (await statementsOf(app, work)).length;
}
