import { createConnection } from 'mysql2/promise';
import { violations } from '../../src/audit/violations';
import { CommitUnknown } from '../../src/database/database';
import type { PairCommand } from '../../src/relationships/command';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { engine } from '../services/engine';

let store: Store;
let open: OpenDoor;
let [ada, ben, cyd, dan]: number[] = [];

beforeAll(async () => {
  store = await createStore();
  open = await openDoor(store.config);
});
beforeEach(async () => {
  [ada, ben, cyd, dan] = await people(open.database, 4);
});
afterAll(async () => {
  expect(await violations(open.database, open.policy)).toEqual([]);
  await open.close();
  await store.remove();
});

const invite = (actor = 0, peer = 0): PairCommand => ({
  ...{ kind: 'invite', actor, peer, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' },
});
const sent = expect.objectContaining({ invitation: expect.any(Number) });

/** How many invitations somebody has sent, by the tables. */
async function invitationsOf(sender = 0): Promise<number> {
  const rows = await open.database.query('SELECT id FROM invitation WHERE sender_id = ?', [sender]);
  return rows.length;
}

test('Ada, whose COMMIT was answered by silence, is served once, whatever fails while that is found out', async () => {
  const { database } = open;
  const before = open.committed.length;
  const once = database.once.bind(database);
  let calls = 0;
  const disturbed = jest.spyOn(database, 'once').mockImplementation(async (work) => {
    const answer = await (++calls === 2 ? Promise.reject(deadlock()) : once(work));
    if (calls === 1) throw new CommitUnknown('The connection broke during COMMIT.');
    return answer;
  });
  expect(await open.door.submit([invite(ada, ben)])).toEqual([sent]);
  disturbed.mockRestore();
  expect(calls).toBe(3);
  expect(open.committed).toHaveLength(before + 1);
  expect(await invitationsOf(ada)).toBe(1);
});

if (engine === 'mariadb')
  test('Of what Ada could not finish, because somebody held a row at its end, nothing is there', async () => {
    const stuck = await createConnection((store.config.databaseUrl ?? '').replace(/^mariadb:/, 'mysql:'));
    await stuck.beginTransaction();
    await stuck.query('SELECT 1 FROM lane WHERE id = ? FOR UPDATE', [open.lane.id]);
    try {
      expect(await open.door.submit([invite(ada, ben)])).toEqual([{ refused: 'TRY_AGAIN' }]);
    } finally {
      await stuck.end();
    }
    // Whoever comes next gets the same connection.
    expect(await open.door.submit([invite(cyd, dan)])).toEqual([sent]);
    expect(await invitationsOf(ada)).toBe(0);
  });

/** As the driver of either engine would say that the transaction was rolled back. */
function deadlock(): Error {
  const code = open.database.dialect.name === 'sqlite' ? 'SQLITE_BUSY' : 'ER_LOCK_DEADLOCK';
  return Object.assign(new Error('Deadlock found when trying to get lock.'), { code });
}
