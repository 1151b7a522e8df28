import { Follower } from '../../src/events/follower';
import { createLogger } from '../../src/logger';
import { LiveGraph } from '../../src/network/graph/live-graph';
import { SqlGraph } from '../../src/network/graph/sql-graph';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { allAnswers } from '../network/compare-graphs';
import { NaiveGraph } from '../network/naive-graph';
import { Racers } from './racers';

const LOGGER = createLogger({ level: 'silent' });
const WITHOUT_WAITING = {
  ...{ quotaPerDay: 1e9, quotaPerWeek: 1e9, openLimit: 1e9, networkLimit: 1e9 },
  ...{ withdrawCooldown: 0, blockCooldown: 0 },
};

let store: Store;
let own: OpenDoor;
let racers: Racers;
let follower: Follower;

beforeAll(async () => {
  store = await createStore('mariadb');
  own = await openDoor(store.config);
  racers = Racers.start();
  const databaseUrl = store.config.databaseUrl ?? '';
  await racers.all({ kind: 'open', databaseUrl, batch: 8, policy: WITHOUT_WAITING });
  follower = new Follower(own.database, LOGGER, 20);
  await follower.start();
}, 60_000);

afterAll(async () => {
  await racers.stop();
  await follower.stop();
  await own.close();
  await store.remove();
});

function live(memory: number): LiveGraph {
  const graph = new LiveGraph({ database: own.database, follower, logger: LOGGER, memory });
  graph.start();
  return graph;
}

test('while four processes change everything, indexes that load before, during and after say what the tables say', async () => {
  const members = await people(own.database, 14);
  const graphs = [live(2 ** 27), live(1)];
  const mingle = () => racers.all({ kind: 'mingle', members, callers: 8, commands: 150 });
  await mingle();
  const [reports] = await Promise.all([mingle(), Promise.resolve().then(() => graphs.push(live(2 ** 27)))]);
  graphs.push(live(2 ** 27));
  expect(reports.flatMap(({ failures }) => failures)).toEqual([]);
  for (const graph of graphs) await graph.settled();
  await follower.poll();
  const truth = await allAnswers(await NaiveGraph.read(own.database), members);
  for (const graph of graphs) expect(await allAnswers(await graph.graph(), members)).toEqual(truth);
  expect(await allAnswers(new SqlGraph(own.database), members)).toEqual(truth);
  expect(graphs.map((graph) => graph.hasIndex)).toEqual([true, false, true, true]);
  for (const graph of graphs) await graph.stop();
}, 120_000);
