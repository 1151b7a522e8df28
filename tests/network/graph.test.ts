import { EraseList } from '../../src/erasure/erase-list';
import { Eraser } from '../../src/erasure/eraser';
import { Follower, type Listener } from '../../src/events/follower';
import { createLogger } from '../../src/logger';
import { writeSettings } from '../../src/members/settings.queries';
import { LiveGraph } from '../../src/network/graph/live-graph';
import { SqlGraph } from '../../src/network/graph/sql-graph';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { waitFor } from '../kit/wait-for';
import { allAnswers } from './compare-graphs';
import { NaiveGraph } from './naive-graph';

const SILENT = createLogger({ level: 'silent' });
const LARGE = 2 ** 28;

/** People who do everything that changes who knows whom, the same each time. */
class Neighbourhood {
  private state: number;

  constructor(
    private readonly open: OpenDoor,
    readonly members: readonly number[],
    seed: number,
  ) {
    this.state = seed;
  }

  async live(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) await this.something();
  }

  async meet(actor: number, peer: number): Promise<void> {
    const bare = { kind: 'invite', reason: 'OTHER', context: null, note: null, origin: 'IMPORT' } as const;
    await this.open.door.submit([{ ...bare, actor, peer }]);
    await this.open.door.submit([{ ...bare, actor: peer, peer: actor }]);
  }

  private async something(): Promise<void> {
    const [actor, peer] = [this.anybody(), this.anybody()];
    if (actor === peer) return;
    const what = this.random() % 20;
    if (what < 13) await this.meet(actor, peer);
    else if (what < 15) await this.open.door.submit([{ kind: 'disconnect', actor, peer }]);
    else if (what < 17) await this.open.door.submit([{ kind: 'block', actor, peer }]);
    else if (what < 18) await this.open.door.submit([{ kind: 'unblock', actor, peer }]);
    else await this.choose(actor);
  }

  private async choose(actor: number): Promise<void> {
    const choices = ['EVERYONE', 'CONNECTIONS', 'ONLY_ME'] as const;
    const connectionsVisibleTo = choices[this.random() % 3] ?? 'EVERYONE';
    const write = (tx: Parameters<typeof writeSettings>[0]) =>
      writeSettings(tx, actor, { connectionsVisibleTo, admission: {} });
    await this.open.door.own({ actor, event: 'SETTINGS_UPDATED', write });
  }

  private anybody(): number {
    return this.members[this.random() % this.members.length] ?? 0;
  }

  private random(): number {
    this.state = (Math.imul(this.state, 1_103_515_245) + 12_345) >>> 0;
    return this.state >>> 8;
  }
}

let store: Store;
let open: OpenDoor;
let follower: Follower;
const opened: LiveGraph[] = [];

beforeEach(async () => {
  store = await createStore();
  open = await openDoor(store.config, { committed: (batch) => follower?.heard(batch) });
  follower = new Follower(open.database, SILENT, 100_000);
  await follower.start();
});
afterEach(async () => {
  for (const live of opened.splice(0)) await live.stop();
  await follower.stop();
  await open.close();
  await store.remove();
});

async function liveGraph(memory = LARGE): Promise<LiveGraph> {
  const live = new LiveGraph({ database: open.database, follower, logger: SILENT, memory });
  opened.push(live);
  live.start();
  return live;
}

test.each([1, 2])('whatever %s. neighbourhood does, index and database say what the rules say', async (seed) => {
  const before = await liveGraph();
  const kept = new SqlGraph(open.database, 100_000);
  follower.listen({
    touched: ({ pairs }) => kept.lists.forget(pairs.flatMap((pair) => pair.slice(0, 2))),
    doubt: () => {},
  });
  await before.settled();
  const town = new Neighbourhood(open, await people(open.database, 18), seed);
  await town.live(60);
  const meanwhile = await liveGraph();
  await allAnswers(kept, town.members);
  await town.live(60);
  await meanwhile.settled();
  await town.live(20);
  const truth = await allAnswers(await NaiveGraph.read(open.database), town.members);
  expect(before.hasIndex && meanwhile.hasIndex).toBe(true);
  expect(await allAnswers(new SqlGraph(open.database), town.members)).toEqual(truth);
  expect(await allAnswers(kept, town.members)).toEqual(truth);
  expect(await allAnswers(await meanwhile.graph(), town.members)).toEqual(truth);
  expect(await allAnswers(await before.graph(), town.members)).toEqual(truth);
});

test('a graph that does not fit into memory is answered from the database', async () => {
  const live = await liveGraph(100);
  const town = new Neighbourhood(open, await people(open.database, 12), 5);
  await town.live(80);
  await live.settled();
  const small = await liveGraph(100);
  await small.settled();
  expect(small.hasIndex).toBe(false);
  const truth = await allAnswers(await NaiveGraph.read(open.database), town.members);
  expect(await allAnswers(await small.graph(), town.members)).toEqual(truth);
});

test('after a lane went back the index is read again', async () => {
  const live = await liveGraph();
  await live.settled();
  const [grace = 0, alan = 0] = await people(open.database, 2);
  await new Neighbourhood(open, [grace, alan], 1).live(10);
  // History is taken back behind everybody's back, as a restored database does.
  await open.database.run('DELETE FROM connection');
  await open.database.run('UPDATE lane SET seq = seq - 1, tag = 1');
  await follower.poll();
  await live.settled();
  await waitFor('the index', () => live.hasIndex);
  expect(await (await live.graph()).neighbours(grace)).toEqual([]);
});

test('the index is also read again when the lane that went back could have caught up before anybody looked', async () => {
  const live = await liveGraph();
  await live.settled();
  const [grace = 0, alan = 0, ada = 0] = await people(open.database, 3);
  const town = new Neighbourhood(open, [grace, alan, ada], 1);
  await town.meet(grace, alan);
  expect(await (await live.graph()).neighbours(grace)).toEqual([alan]);
  await open.database.run('DELETE FROM connection');
  await open.database.run('DELETE FROM lane_batch WHERE lane_id = ?', [open.lane.id]);
  await open.database.run('UPDATE lane SET seq = 0, tag = 0 WHERE id = ?', [open.lane.id]);
  await town.meet(grace, ada);
  await town.meet(alan, ada);
  await follower.poll();
  await live.settled();
  await waitFor('the index', () => live.hasIndex);
  expect(await (await live.graph()).neighbours(grace)).toEqual([ada]);
});

test('while everything is read again after a doubt, answers stay true whatever people do', async () => {
  const gate = { open: Promise.resolve() };
  const gated = { listen: (l: Listener) => follower.listen(l), poll: () => gate.open.then(() => follower.poll()) };
  const live = new LiveGraph({ database: open.database, follower: gated, logger: SILENT, memory: LARGE });
  opened.push(live);
  live.start();
  const town = new Neighbourhood(open, await people(open.database, 12), 9);
  await town.live(60);
  await live.settled();
  let release = () => {};
  gate.open = new Promise((resolve) => {
    release = resolve;
  });
  // Connections go unheard, as after a restore, and the index believes in them.
  await open.database.run('DELETE FROM connection WHERE member_id = ? OR peer_id = ?', [
    town.members[0] ?? 0,
    town.members[0] ?? 0,
  ]);
  live.doubt();
  for (let round = 0; round < 3; round++) {
    await town.live(10);
    expect(live.hasIndex).toBe(false);
    expect(await allAnswers(await live.graph(), town.members)).toEqual(await truthOf(town));
  }
  release();
  await town.live(10);
  await live.settled();
  expect(live.hasIndex).toBe(true);
  expect(await allAnswers(await live.graph(), town.members)).toEqual(await truthOf(town));
});

const truthOf = async ({ members }: Neighbourhood) => allAnswers(await NaiveGraph.read(open.database), members);

test('the last word about a pair stands, also when an earlier one comes later from another process', async () => {
  const live = await liveGraph();
  await live.settled();
  const [grace = 0, alan = 0] = await people(open.database, 2);
  const told = { lane: 7777, tag: 1, members: [], ended: [], chosen: [], erased: [] };
  live.touched({ ...told, seq: 1, pairs: [[grace, alan, 0, 6]] });
  live.touched({ ...told, lane: 7778, seq: 1, pairs: [[grace, alan, 1, 5]] });
  expect(await (await live.graph()).neighbours(grace)).toEqual([]);
  live.touched({ ...told, seq: 2, pairs: [[grace, alan, 1, 7]] });
  expect(await (await live.graph()).neighbours(grace)).toEqual([alan]);
});

test("whoever is erased is nobody's connection any more from the same commit on, by the index and by the tables alike", async () => {
  const live = await liveGraph();
  await live.settled();
  const members = await people(open.database, 5);
  const [grace = 0, alan = 0] = members;
  await new Neighbourhood(open, members, 7).live(60);
  await new Neighbourhood(open, [grace, alan], 1).live(10);
  const eraser = new Eraser({
    ...{ database: open.database, door: open.door, sideDoor: open.door, logger: SILENT },
    list: new EraseList(''),
  });
  await eraser.close(grace);
  await follower.poll();
  const connected = await open.database.query('SELECT 1 FROM connection WHERE peer_id = ?', [grace]);
  expect(connected.length).toBeGreaterThan(0);
  const others = members.slice(1);
  const later = await liveGraph();
  await later.settled();
  const graphs = [await live.graph(), await later.graph(), new SqlGraph(open.database)];
  for (const graph of graphs)
    for (const other of others) {
      expect(await graph.neighbours(other)).not.toContain(grace);
      expect(
        (
          await graph.mutuals(
            other,
            others.map((member) => ({ member, most: 9, after: 0 })),
          )
        ).flat(),
      ).not.toContain(grace);
    }
});
