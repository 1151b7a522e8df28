import { Follower } from '../../src/events/follower';
import { createLogger } from '../../src/logger';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';

const SILENT = createLogger({ level: 'silent' });
const NEVER = 100_000;
/** No lane of ours. */
const PRUNED = 999_999_999;

let store: Store;
let open: OpenDoor;
let follower: Follower;
/** Numbers of the batches it told, and how often it doubted. */
let told: number[];
let doubts: number;

beforeEach(async () => {
  store = await createStore();
  open = await openDoor(store.config);
  follower = new Follower(open.database, SILENT, NEVER);
  [told, doubts] = [[], 0];
  follower.listen({ touched: ({ seq }) => void told.push(seq), doubt: () => void doubts++ });
  await follower.start();
});
afterEach(async () => {
  await follower.stop();
  await open.close();
  await store.remove();
});

/** Commits a batch of which nobody here has heard. */
async function commit() {
  const [actor = 0, peer = 0] = await people(open.database, 2);
  await open.door.submit([{ kind: 'block', actor, peer }]);
  const batch = open.committed.at(-1);
  if (!batch) throw new Error('Nothing was committed.');
  return batch;
}

test('a bell that has the right number and does not follow what is known is not believed', async () => {
  follower.heard(await commit());
  const real = await commit();
  follower.heard({ ...real, previous: real.previous + 1, tag: real.tag + 1 });
  expect(told).toEqual([1]);
  await follower.poll();
  expect([told, doubts]).toEqual([[1, 2], 0]);
});

test.each([0, 1, 3])('a batch that never was is found out when %i have come after it', async (after) => {
  const first = await commit();
  follower.heard(first);
  follower.heard({ ...first, seq: 2, tag: first.tag + 1, previous: first.tag });
  for (let n = 0; n <= after; n++) await commit();
  await follower.poll();
  expect(doubts).toBe(1);
  follower.heard(await commit());
  expect(told).toEqual([1, 2, after + 3]);
});

test('a bell that follows a batch that never was is not believed either way', async () => {
  const first = await commit();
  follower.heard(first);
  follower.heard({ ...first, seq: 2, tag: first.tag + 1, previous: first.tag });
  await commit();
  follower.heard(await commit());
  await follower.poll();
  expect([told, doubts]).toEqual([[1, 2], 1]);
});

test('what was pruned up to where it stands is no reason for doubt', async () => {
  follower.heard(await commit());
  await open.database.run('DELETE FROM lane_batch WHERE seq = 1');
  await commit();
  await follower.poll();
  expect([told, doubts]).toEqual([[1, 2], 0]);
});

test('a lane that has told something and is gone has been forgotten; one that has not was pruned', async () => {
  const { database, lane } = open;
  await database.run('INSERT INTO lane (id, process, seq, tag) VALUES (?, ?, 7, 7)', [PRUNED, 'gone']);
  await follower.poll();
  const before = doubts;
  await database.run('DELETE FROM lane WHERE id = ?', [PRUNED]);
  await follower.poll();
  expect(doubts).toBe(before);
  follower.heard(await commit());
  await database.run('DELETE FROM lane WHERE id = ?', [lane.id]);
  await follower.poll();
  await follower.poll();
  expect(doubts).toBe(before + 1);
});
