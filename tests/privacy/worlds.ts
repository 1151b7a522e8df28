import type { No } from './noes';
import type { Script } from './script';
import type { Seen } from './watcher';
import { type Leak, World } from './world';

/** What somebody can tell two worlds apart by. */
export interface Difference {
  readonly step: string;
  readonly who: string;
  readonly asked: string;
  readonly worlds: readonly [string, string];
  readonly saw: readonly [string, string];
}

/** Worlds that live through the same scripts, step by step. */
export class Worlds {
  private scripts = 0;
  /** How many steps were taken in each world, and how many answers were compared. */
  readonly taken = { steps: 0, answers: 0 };

  private constructor(private readonly all: readonly World[]) {}

  /** The leak is in all but the first. */
  static async open(noes: Readonly<Record<string, No>>, leak?: Leak): Promise<Worlds> {
    const worlds: World[] = [];
    for (const [name, no] of Object.entries(noes))
      worlds.push(await World.open(name, no, worlds.length > 0 ? leak : undefined));
    return new Worlds(worlds);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((world) => world.close()));
  }

  /** The first thing by which anybody can tell two of the worlds apart; null when there is none. */
  async difference(script: Script): Promise<Difference | null> {
    const number = ++this.scripts;
    await Promise.all(this.all.map((world) => world.gather(number)));
    const worlds = this.all.filter((world) => world.fits(script));
    const acts = [
      ['the beginning', (world: World) => world.begin(script)] as const,
      ...script.steps.map((step) => [`${step.move} (${step.seed})`, (world: World) => world.step(step)] as const),
      ['the end', (world: World) => world.end()] as const,
    ];
    for (const [step, act] of acts) {
      const [first = [], ...others] = await Promise.all(worlds.map(act));
      this.taken.steps += 1;
      this.taken.answers += first.length * (others.length + 1);
      for (const [n, other] of others.entries()) {
        const found = compare(first, other);
        if (found) return { step, ...found, worlds: [worlds[0]?.name ?? '', worlds[n + 1]?.name ?? ''] };
      }
    }
    return null;
  }
}

function compare(one: readonly Seen[], other: readonly Seen[]): Omit<Difference, 'step' | 'worlds'> | null {
  for (let n = 0; n < Math.max(one.length, other.length); n++) {
    const [a, b] = [one[n], other[n]];
    if (a?.saw === b?.saw && a?.asked === b?.asked) continue;
    const [here, there] = around(a?.saw ?? '', b?.saw ?? '');
    return { who: a?.who ?? b?.who ?? '', asked: `${a?.asked} / ${b?.asked}`, saw: [here, there] };
  }
  return null;
}

/** Where two texts begin to differ. */
function around(one: string, other: string): [string, string] {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return [one.slice(Math.max(0, at - 200), at + 200), other.slice(Math.max(0, at - 200), at + 200)];
}
