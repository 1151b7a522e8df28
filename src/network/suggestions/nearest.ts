import type { Candidate } from './two-steps.rules';

/** Keeps the best of the many it is offered: a heap whose first is the worst that is kept. Of equals the lower place is better. */
export class Nearest {
  private readonly places: number[] = [];
  private readonly sums: number[] = [];

  constructor(private readonly most: number) {}

  /** Less than this is not kept. */
  get least(): number {
    return this.places.length < this.most ? 0 : (this.sums[0] ?? 0);
  }

  offer(place: number, sum: number): void {
    const { places, sums } = this;
    if (places.length < this.most) {
      places.push(place);
      sums.push(sum);
      this.rise(places.length - 1);
    } else if (worse(sums[0] ?? 0, places[0] ?? 0, sum, place)) {
      places[0] = place;
      sums[0] = sum;
      this.sink();
    }
  }

  /** The best first. */
  ranked(): Candidate[] {
    const kept = this.places.map((place, n) => ({ place, near: this.sums[n] ?? 0 }));
    return kept.sort((a, b) => b.near - a.near || a.place - b.place);
  }

  private rise(from: number): void {
    for (let child = from; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.isWorse(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private sink(): void {
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      let worst = parent;
      if (left < this.places.length && this.isWorse(left, worst)) worst = left;
      if (left + 1 < this.places.length && this.isWorse(left + 1, worst)) worst = left + 1;
      if (worst === parent) return;
      this.swap(worst, parent);
      parent = worst;
    }
  }

  private isWorse(a: number, b: number): boolean {
    const { places, sums } = this;
    return worse(sums[a] ?? 0, places[a] ?? 0, sums[b] ?? 0, places[b] ?? 0);
  }

  private swap(a: number, b: number): void {
    const { places, sums } = this;
    [places[a], places[b]] = [places[b] ?? 0, places[a] ?? 0];
    [sums[a], sums[b]] = [sums[b] ?? 0, sums[a] ?? 0];
  }
}

const worse = (sum: number, place: number, otherSum: number, otherPlace: number): boolean =>
  sum < otherSum || (sum === otherSum && place > otherPlace);
