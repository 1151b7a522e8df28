import * as fc from 'fast-check';

/** What happens next; `seed` decides everything else about it, the same in all worlds. */
export interface Step {
  readonly move: Move;
  readonly seed: number;
}

export interface Script {
  /** Whether the recipient asks a question about the first invitation before anything else. */
  readonly asks: boolean;
  readonly steps: readonly Step[];
}

const MOVES = {
  invites: 5,
  withdraws: 2,
  replies: 1,
  'does anything': 5,
  'says no': 6,
  'speaks up': 2,
  'is around': 2,
  waits: 4,
} as const;

export type Move = keyof typeof MOVES;

const move = fc.oneof(
  ...Object.entries(MOVES).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Move) })),
);

export const scripts: (steps: number) => fc.Arbitrary<Script> = (steps) =>
  fc.record({
    asks: fc.boolean(),
    steps: fc.array(fc.record({ move, seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }) }), {
      minLength: steps / 2,
      maxLength: steps,
      size: 'max',
    }),
  });
