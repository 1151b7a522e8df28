import { randomNumbers } from '../../bench/network/power-law';
import type { Fault } from './fault';

/** Faults that happen in one round, on one running system. */
export interface Programme {
  readonly faults: readonly Fault[];
  /** The fault that the system is made for; absent: an ordinary one does. */
  readonly special?: Fault | undefined;
}

/** How often each fault of a round happens in it. */
const TIMES = 8;

/**
 * Rounds without end, in which each fault happens as often as any other, in random order: first those that an ordinary system
 * can have together, then each other one in a round of its own.
 */
export function* programmes(faults: readonly Fault[], seed: number): Generator<Programme, never> {
  const random = randomNumbers(seed);
  const ordinary = faults.filter(({ place }) => !place);
  const special = faults.filter(({ place }) => place);
  for (;;) {
    const times = Array.from({ length: TIMES }, () => shuffled(ordinary, random));
    if (ordinary.length > 0) yield { faults: times.flat() };
    for (const fault of shuffled(special, random)) yield { faults: Array(TIMES).fill(fault), special: fault };
  }
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}
