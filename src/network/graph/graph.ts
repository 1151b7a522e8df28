/** Steps from one member to another over connections. Farther apart, or not joined at all, is `null`. */
export type Distance = 1 | 2 | 3;

/** How many members are exactly so many steps away. */
export interface Reach {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

/** A part of the mutual connections with a member: at most `most`, of ids above `after`. */
export interface MutualsWanted {
  readonly member: number;
  readonly most: number;
  readonly after: number;
}

/** At most `most` ways to a member. */
export interface PathsWanted {
  readonly member: number;
  readonly most: number;
}

/**
 * Who knows whom, as `viewer` may know it. Every answer obeys the same three rules.
 *
 * 1. Whoever has blocked the viewer or was blocked by them is absent: as if they and their connections did not exist.
 * 2. A connection between two others is known to the viewer when one of its ends is their own connection (it is then a
 *    mutual connection), or when one of the ends shows its list of connections to them. No answer rests on other ones.
 * 3. Paths lead only over people who show their list of connections to the viewer.
 *
 * Members are named by their ids. Lists of answers are in the order of the questions.
 */
export interface Graph {
  /** Who is absent for the viewer. */
  hidden(viewer: number): Promise<ReadonlySet<number>>;
  /** Whom the viewer is connected with, ascending. */
  neighbours(viewer: number): Promise<readonly number[]>;
  /** How many mutual connections the viewer has with each member. */
  mutualCounts(viewer: number, members: readonly number[]): Promise<number[]>;
  /** The mutual connections themselves, ascending. */
  mutuals(viewer: number, wanted: readonly MutualsWanted[]): Promise<(readonly number[])[]>;
  /** How many steps each member is away from the viewer; `null` also for the viewer and for who is absent. */
  degrees(viewer: number, members: readonly number[]): Promise<(Distance | null)[]>;
  /**
   * The shortest ways to each member, all of one length of at most 3 steps, in ascending order of the ids on them. A way is the
   * people between the two, none for two who are connected.
   */
  paths(viewer: number, wanted: readonly PathsWanted[]): Promise<(readonly (readonly number[])[])[]>;
  reach(viewer: number): Promise<Reach>;
}
