import { randomNumbers } from '../../bench/network/power-law';
import type { Fault } from './fault';

/** Deals faults like cards: each once in random order, then all of them again. So each happens as often as any other. */
export class Deck {
  private readonly random: () => number;
  private left: Fault[] = [];

  constructor(
    private readonly faults: readonly Fault[],
    seed: number,
  ) {
    this.random = randomNumbers(seed);
  }

  next(): Fault | undefined {
    if (this.left.length === 0) this.left = [...this.faults];
    const [fault] = this.left.splice(Math.floor(this.random() * this.left.length), 1);
    return fault;
  }
}
