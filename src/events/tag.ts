import { randomInt } from 'node:crypto';

const TAGS = 2 ** 47;

/** A random number that tells an event from another that later took its place in the numbering. */
export const randomTag = (): number => randomInt(1, TAGS);
