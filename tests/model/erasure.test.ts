import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { violations } from '../../src/audit/violations';
import { EraseList } from '../../src/erasure/erase-list';
import { Eraser } from '../../src/erasure/eraser';
import { ABOUT_NOBODY, KEPT, MENTIONS } from '../../src/erasure/mentions';
import { createLogger } from '../../src/logger';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { allColumns, placesOf, withLargeIds } from '../kit/schema-walk';
import { likelyCommand } from '../races/likely-command';
import { engine } from '../services/engine';

const WITHOUT_WAITING = {
  ...{ quotaPerDay: 1e9, quotaPerWeek: 1e9, openLimit: 1e9, networkLimit: 1e9, answersPerHour: 1e9 },
  ...{ withdrawCooldown: 0, blockCooldown: 0 },
};
const HISTORIES = engine === 'embedded' ? 12 : 4;

let store: Store;
let open: OpenDoor;
let folder: string;
let eraser: Eraser;

beforeAll(async () => {
  store = await createStore();
  folder = await mkdtemp(join(tmpdir(), 'rapport-erased-'));
  open = await openDoor(store.config, { policy: WITHOUT_WAITING });
  await withLargeIds(open.database);
  eraser = openEraser();
});
afterAll(async () => {
  await eraser.stop();
  await open.close();
  await store.remove();
  await rm(folder, { recursive: true });
});

const openEraser = () =>
  new Eraser({
    ...{ database: open.database, door: open.door, logger: createLogger({ level: 'silent' }) },
    list: new EraseList(join(folder, 'erased.list')),
  });

const check = () => violations(open.database, open.policy);
const leftOf = async (member: number) => (await placesOf(open.database, [member])).filter((place) => !KEPT[place]);

/** So many things that some of them do, one after the other or at once. */
async function live(members: readonly number[], deeds: number): Promise<void> {
  for (let done = 0; done < deeds; done += 4) {
    const wanted = await Promise.all(Array.from({ length: 4 }, () => likelyCommand(open.database, members)));
    await open.door.submit(wanted.filter((command) => command !== undefined));
  }
}

test('whatever people did, two of them can be erased in the middle of it, and every promise holds', async () => {
  for (let n = 0; n < HISTORIES; n++) {
    const members = await people(open.database, 6);
    const [ada = 0, ben = 0] = members;
    await live(members, 80);
    const leaving = eraser.close(ada).then(() => eraser.finish(ada));
    await Promise.all([leaving, live(members, 40)]);
    await eraser.close(ben);
    await live(members, 20);
    expect(await check()).toEqual([]);
    await eraser.finish(ben);
    await live(members, 20);
    for (const gone of [ada, ben]) expect(await leftOf(gone)).toEqual([]);
  }
  expect(await check()).toEqual([]);
}, 120_000);
