import { Ids } from '../../src/database/ids';
import { Lane } from '../../src/events/lane';
import { Door } from '../../src/relationships/door';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';

let store: Store;
let open: OpenDoor;
beforeAll(async () => {
  // Only there do all transactions take turns, and nothing is heard while one is under way.
  store = await createStore('embedded');
  open = await openDoor(store.config, { committed: () => order.push('Ada') });
});
afterAll(async () => {
  await open.close();
  await store.remove();
});
const order: string[] = [];

test('Whoever comes while a transaction of the side door is under way goes before its next one', async () => {
  const { database, door, policy } = open;
  const [ada = 0, ...others] = await people(database, 30);
  const ids = new Ids(database);
  const invite = (actor: number, peer: number) =>
    ({ kind: 'invite', actor, peer, reason: 'OTHER', context: null, note: null, origin: 'DIRECT' }) as const;
  let hers: Promise<unknown> | undefined;
  const sideDoor = new Door({
    ...{
      database,
      ids,
      lane: await Lane.open(database, ids, 'aside'),
      policy,
      batch: 64,
      waiting: 100,
      aside: { people: door, most: 1_000_000 },
    },
    committed: () => {
      order.push('aside');
      // What arrives from outside is heard one turn of the event loop later.
      setImmediate(() => {
        hers ??= door.submit([invite(ada, others[0] ?? 0)]);
      });
    },
  });
  await sideDoor.submit(others.slice(1, -1).map((actor) => invite(actor, others.at(-1) ?? 0)));
  await hers;
  expect(order).toEqual(['aside', 'Ada', 'aside', 'aside', 'aside']);
});
