import { type Connection, createConnection } from 'mysql2/promise';
import { StuckMembers } from '../../src/relationships/stuck-members';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';

const LOCK = 'SELECT 1 FROM member_state WHERE member_id = ? FOR UPDATE';

let store: Store;
let open: OpenDoor;
let holder: Connection;
let next: Connection;
let ada: number;
let ben: number;

beforeAll(async () => {
  store = await createStore('mariadb');
  open = await openDoor(store.config);
  const url = (store.config.databaseUrl ?? '').replace(/^mariadb:/, 'mysql:');
  [holder, next] = [await createConnection(url), await createConnection(url)];
});

beforeEach(async () => {
  [ada = 0, ben = 0] = await people(open.database, 2);
  for (const connection of [holder, next]) await connection.beginTransaction();
});

afterEach(async () => {
  for (const connection of [holder, next]) await connection.rollback();
});

afterAll(async () => {
  for (const connection of [holder, next]) await connection.end();
  await open.close();
  await store.remove();
});

/** Does this after the first look, and before the second. */
function betweenLooks(act: () => Promise<unknown>): StuckMembers {
  const { database } = open;
  const once = database.once.bind(database);
  const spy = jest.spyOn(database, 'once').mockImplementationOnce(async (work) => {
    const seen = await once(work);
    await act();
    spy.mockRestore();
    return seen;
  });
  return new StuckMembers(database);
}

test('Whoever holds a lock while nothing happens is stuck, until it is given up', async () => {
  const stuck = new StuckMembers(open.database);
  await holder.query(LOCK, [ben]);
  expect(await stuck.find([ada, ben])).toBe('stuck');
  await stuck.lookAgain();
  expect([stuck.has(ada), stuck.has(ben)]).toEqual([false, true]);
  await holder.rollback();
  await stuck.lookAgain();
  expect(stuck.has(ben)).toBe(false);
});

test('A lock that goes from hand to hand is nobody’s fault: something has happened to its member between two looks', async () => {
  await holder.query(LOCK, [ben]);
  const stuck = betweenLooks(async () => {
    const waiting = next.query(LOCK, [ben]);
    await holder.query('UPDATE member_state SET last_seq = last_seq + 1 WHERE member_id = ?', [ben]);
    await holder.commit();
    await waiting;
  });
  expect(await stuck.find([ada, ben])).toBe('moving');
  expect(stuck.has(ben)).toBe(false);
});

test('Where nobody concerned is locked, it was another lock', async () => {
  expect(await new StuckMembers(open.database).find([ada, ben])).toBe('elsewhere');
});
