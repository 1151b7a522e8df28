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
    ...{ database: open.database, door: open.door, sideDoor: open.door, logger: createLogger({ level: 'silent' }) },
    list: new EraseList(join(folder, 'erased.list')),
  });

const check = () => violations(open.database, open.policy);
const leftOf = async (...members: number[]) => (await placesOf(open.database, members)).filter((place) => !KEPT[place]);

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
    expect(await leftOf(ada, ben)).toEqual([]);
  }
  expect(await check()).toEqual([]);
}, 120_000);

test('every table there is was thought of', async () => {
  const tables = new Set((await allColumns(open.database)).map(({ table }) => table));
  const known = [...MENTIONS.map(({ table }) => table), ...Object.keys(KEPT).map((place) => place.split('.')[0])];
  expect([...tables].sort()).toEqual([...new Set([...known, ...ABOUT_NOBODY])].sort());
});

test('a member is found wherever they are mentioned before they are erased, and what is left behind afterwards is found', async () => {
  const members = await people(open.database, 6);
  const [ada = 0, ben = 0] = members;
  await live(members, 120);
  expect(await placesOf(open.database, [ada])).toEqual(
    expect.arrayContaining([
      ...['invitation.recipient_id', 'invitation.sender_id', 'lane_batch.members', 'lane_batch.pairs', 'member.id'],
      ...['member_event.actor', 'member_event.member_id', 'member_event.subject', 'member_state.member_id'],
      ...['member_term.member_id', 'notification.actor_id', 'pair.low_id', 'settings.member_id'],
    ]),
  );
  await eraser.close(ada);
  await eraser.finish(ada);
  expect(await check()).toEqual([]);

  await open.database.run('INSERT INTO remark (member_id, peer_id, updated_at) VALUES (?, ?, 0)', [ben, ada]);
  await open.database.run('UPDATE settings SET connections_visible_to = ? WHERE member_id = ?', [`[${ada}]`, ben]);
  expect(await leftOf(ada)).toEqual(['remark.peer_id', 'settings.connections_visible_to']);
  expect(await check()).toEqual([
    { invariant: 'nothing is left of the erased', row: { place: 'remark.peer_id', member_id: ada } },
  ]);
  await open.database.run('DELETE FROM remark');
  await open.database.run("UPDATE settings SET connections_visible_to = 'EVERYONE'");
  expect(await check()).toEqual([]);
});

test('an erasure that stopped halfway is gone on with, and until then the erased is gone for everybody all the same', async () => {
  const members = await people(open.database, 130);
  const [ada = 0, ...others] = members;
  const invited = await open.door.submit(
    others.map((peer) => ({ kind: 'invite', actor: ada, peer, ...BARE }) as const),
  );
  const ids = invited.map((outcome) => ('change' in outcome ? outcome.change : 0));
  await open.door.submit(
    others
      .slice(0, 70)
      .map((actor, n) => ({ kind: 'accept', actor, invitation: ids[n] ?? 0, origin: 'DIRECT' }) as const),
  );
  await eraser.close(ada);
  const [first = 0] = others;
  expect(await open.door.submit([{ kind: 'disconnect', actor: first, peer: ada }])).toEqual([{ refused: 'NOT_FOUND' }]);

  const crashing = openEraser();
  const submit = open.door.submit.bind(open.door);
  const steps = jest.spyOn(open.door, 'submit').mockImplementation(async (commands) => {
    if (steps.mock.calls.length > 1) throw new Error('crash');
    return submit(commands);
  });
  await expect(crashing.finish(ada)).rejects.toThrow('crash');
  steps.mockRestore();
  expect(await leftOf(ada)).not.toEqual([]);
  expect(await check()).toEqual([]);

  expect(await openEraser().sweep()).toBe(1);
  expect(await leftOf(ada)).toEqual([]);
  expect(await check()).toEqual([]);
  expect(await openEraser().sweep()).toBe(0);
}, 60_000);

test('no transaction of an erasure is about more than a page, however many know the erased', async () => {
  const [ada = 0, ...others] = await people(open.database, 400);
  const invited = await open.door.submit(
    others.map((peer) => ({ kind: 'invite', actor: ada, peer, ...BARE }) as const),
  );
  await open.door.submit(
    others.map((actor, n) => {
      const outcome = invited[n];
      const invitation = outcome && 'change' in outcome ? outcome.change : 0;
      return { kind: 'accept', actor, invitation, origin: 'DIRECT' } as const;
    }),
  );
  const before = open.committed.length;
  await eraser.close(ada);
  await eraser.finish(ada);
  const sizes = open.committed.slice(before).map(({ pairs }) => pairs.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(399);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(50);
  expect(await check()).toEqual([]);
}, 60_000);

const BARE = { reason: 'COLLEAGUE', context: null, note: null, origin: 'IMPORT' } as const;
