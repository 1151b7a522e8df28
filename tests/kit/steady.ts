import type { TestApp } from './start-app';

/** Environment of an app whose sessions outlast a clock moved on by months, and that reads nothing unasked. */
export const STEADY = { ACCESS_TOKEN_MINUTES: '1000000', REFRESH_TOKEN_DAYS: '1000', LANE_POLL_SECONDS: '3600' };

/** How many statements reading something takes, once the asker's session is known. */
export async function statements({ queries }: TestApp, work: () => Promise<unknown>): Promise<number> {
  await work();
  return (await queries.during(work)).length;
}
