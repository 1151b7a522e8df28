/** What is kept. Times are milliseconds. */
export interface Keeping {
  /** Events are kept at least this long, */
  readonly events: number;
  /** and at least this many of each member. */
  readonly eventsOfMember: number;
}

const DAY = 86_400_000;

/** Batches of lanes are for processes that have missed a bell, or were asleep. */
export const BATCHES_KEPT = DAY;
/** A lane that wrote nothing for so long belongs to a process that has ended. */
export const LANE_DEAD_AFTER = 7 * DAY;
/** Sessions that have ended or run out are kept a little, for whoever asks what happened. */
export const SESSIONS_KEPT = DAY;

interface Old {
  readonly seq: number;
  readonly at: number;
}

/** The last of the rows that may go: older than `before`, as are all in front of it. Numbers go up; clocks may not. */
export function lastToGo<Row extends Old>(rows: readonly Row[], before: number): Row | undefined {
  const stays = rows.findIndex(({ at }) => at >= before);
  return stays < 0 ? rows.at(-1) : rows[stays - 1];
}
