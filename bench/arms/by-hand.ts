import type { Database, Tx } from '../../src/database/database';
import type { Ids } from '../../src/database/ids';
import type { Lane, LaneBatch } from '../../src/events/lane';
import { randomTag } from '../../src/events/tag';
import type { Policy } from '../../src/policy';
import { type Invite, isRefusal, type Outcome } from '../../src/relationships/command';
import { fold } from '../../src/relationships/fold.rules';
import { lockMembers, readWindows } from '../../src/relationships/member-facts.queries';
import { readMutual } from '../../src/relationships/mutual.queries';
import { readPairs } from '../../src/relationships/read.queries';
import { newsOf } from '../../src/relationships/relationship-state';
import { writeChanges } from '../../src/relationships/write.queries';
import type { Lanes } from './lanes';

/** The door's own statements and rules, but a transaction for each command, as many side by side as the pool has connections. */
export class ByHand {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly lanes: Lanes,
    private readonly policy: Policy,
  ) {}

  submit(command: Invite): Promise<Outcome> {
    return this.lanes.with(async (lane) => {
      const id = await this.ids.take(2);
      const { outcome, batch } = await this.database.transact((tx) => this.perform(tx, lane, command, id));
      if (batch) lane.advance(batch);
      return outcome;
    });
  }

  private async perform(tx: Tx, lane: Lane, command: Invite, id: number) {
    const { actor, peer } = command;
    const { members, at } = await lockMembers(tx, [actor, peer]);
    const sender = members.get(actor);
    if (sender) await readWindows(tx, [sender], at);
    const pairs = await readPairs(tx, [[Math.min(actor, peer), Math.max(actor, peer)]]);
    const mutual = await readMutual(tx, [[actor, peer]], members);
    let nextId = id;
    const states = { members, pairs, mutual, remembered: new Map(), evidence: new Map() };
    const { outcomes, changes } = fold(states, [{ command, actor, peer }], {
      ...{ at, policy: this.policy, nextId: () => nextId++, nextTag: randomTag, chance: Math.random },
    });
    const [outcome] = outcomes;
    if (!outcome) throw new Error('The fold gave no answer.');
    if (isRefusal(outcome)) return { outcome };
    await writeChanges(tx, changes);
    const batch: LaneBatch = lane.next({
      members: changes.events.map(({ memberId }) => memberId),
      pairs: [...changes.pairs].map(newsOf),
      ended: [],
      chosen: [],
      erased: [],
    });
    await lane.append(tx, batch, at);
    return { outcome, batch };
  }
}
