import type { Tx } from '../database/database';
import type { NewEvent } from '../events/event';
import type { EventKind } from '../events/event-kinds';
import type { Lane, RungBatch, Touched } from '../events/lane';
import { randomTag } from '../events/tag';
import type { Policy } from '../policy';
import type { Changes } from './changes';
import { type Command, type Outcome, refuse } from './command';
import { fold } from './fold.rules';
import type { Pace } from './pace';
import { newsOf } from './relationship-state';
import { locate, readSituation } from './situation';
import type { StuckMembers } from './stuck-members';
import { writeChanges } from './write.queries';

/** One attempt at a batch. After an unknown COMMIT it still knows what it meant to do. */
export class Attempt {
  batch: RungBatch | undefined;
  events: readonly NewEvent[] = [];
  outcomes: readonly Outcome[] = [];
  /** All whose locks were asked for. */
  concerned: readonly number[] = [];

  nextId = 0;

  constructor(
    private readonly options: { readonly lane: Lane; readonly policy: Policy },
    private readonly stuck: StuckMembers,
    private readonly pace?: Pace,
  ) {}

  async perform(tx: Tx, commands: readonly Command[]): Promise<void> {
    const { lane } = this.options;
    const { changes, at } = await this.rehearse(tx, commands);
    if (changes.isEmpty) return;
    await this.pace?.giveWay();
    if (changes.tells) {
      this.batch = lane.next(touched(changes));
      this.events = changes.events;
    }
    await Promise.all([writeChanges(tx, changes), this.batch && lane.append(tx, this.batch, at)]);
    await this.pace?.giveWay();
  }

  /** Everything but the writing. */
  async rehearse(tx: Tx, commands: readonly Command[]): Promise<{ changes: Changes; at: number }> {
    const { policy } = this.options;
    const located = await locate(tx, commands);
    const found = located.filter(({ actor, peer }) => !this.stuck.has(actor) && !this.stuck.has(peer));
    this.concerned = found.flatMap(({ actor, peer }) => (peer === null ? [actor] : [actor, peer]));
    const { states, at } = await readSituation(tx, found, policy);
    const surroundings = { at, policy, nextId: () => this.nextId++, nextTag: randomTag, chance: Math.random };
    const { outcomes, changes } = fold(states, found, surroundings);
    const answers = new Map(found.map((l, index) => [l, outcomes[index]]));
    this.outcomes = located.map((l) => answers.get(l) ?? refuse('TRY_AGAIN'));
    return { changes, at };
  }
}

function touched({ events, pairs, erased }: Changes): Touched {
  const those = (wanted: EventKind) => events.flatMap(({ kind, memberId }) => (kind === wanted ? [memberId] : []));
  return {
    members: [...new Set(events.map(({ memberId }) => memberId))],
    pairs: [...pairs].map(newsOf),
    ended: [...those('SESSION_ENDED'), ...erased],
    chosen: those('SETTINGS_UPDATED'),
    erased,
  };
}
