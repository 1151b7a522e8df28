import { createConnection } from 'mysql2/promise';
import { violations } from '../../src/audit/violations';
import { CommitUnknown } from '../../src/database/database';
import type { Command, Done, Outcome } from '../../src/relationships/command';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { engine } from '../services/engine';

let store: Store;
let open: OpenDoor;
let ada: number;
let ben: number;

beforeAll(async () => {
  store = await createStore();
  open = await openDoor(store.config);
});

beforeEach(async () => {
  [ada = 0, ben = 0] = await people(open.database, 2);
});

afterAll(async () => {
  expect(await violations(open.database, open.policy)).toEqual([]);
  await open.close();
  await store.remove();
});

const invite = (actor: number, peer: number): Command => ({
  ...{ kind: 'invite', actor, peer, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' },
});

const NOBODY = { members: [], pairs: [], ended: [], chosen: [], erased: [] };

async function done(command: Command): Promise<Done> {
  const [outcome] = await open.door.submit([command]);
  if (!outcome || 'refused' in outcome) throw new Error(`Refused: ${outcome?.refused}`);
  return outcome;
}

test('Ada, whose COMMIT was answered by silence, hears what it did, and it is done once', async () => {
  const before = open.committed.length;
  const restore = disturb('after the commit');
  expect(await done(invite(ada, ben))).toMatchObject({ invitation: expect.any(Number) });
  restore();
  expect(open.committed).toHaveLength(before + 1);
  expect(await open.door.submit([invite(ada, ben)])).toEqual([{ refused: 'ALREADY_INVITED' }]);
});

test('Ada, whose connection broke before the COMMIT arrived, is served by the next attempt', async () => {
  const before = open.committed.length;
  const restore = disturb('instead of the commit');
  await done(invite(ada, ben));
  restore();
  expect(open.committed).toHaveLength(before + 1);
  expect(await open.door.submit([invite(ada, ben)])).toEqual([{ refused: 'ALREADY_INVITED' }]);
});

if (engine === 'mariadb')
  test.each([
    ['an error nobody has a name for', { message: 'Something odd', errno: 4711 }],
    ['a proxy whose server is gone', { message: 'Lost connection to MySQL server during query', errno: 2013 }],
    ['a statement that was killed', { message: 'Query execution was interrupted', code: 'ER_QUERY_INTERRUPTED' }],
  ])(
    'Ada, whose COMMIT happened but was answered by %s, hears what it did, and others go on',
    async (_what, answer) => {
      const restore = answerCommit(Object.assign(new Error(answer.message), answer));
      expect(await done(invite(ada, ben))).toMatchObject({ invitation: expect.any(Number) });
      restore();
      expect(await open.door.submit([invite(ada, ben)])).toEqual([{ refused: 'ALREADY_INVITED' }]);
      await done({ kind: 'block', actor: ben, peer: ada });
    },
  );

test('a lane that does not know of a batch of its own finds out, and goes on', async () => {
  const { database, lane } = open;
  const { id } = lane;
  const { seq } = await headOf(id);
  await database.transact((tx) => lane.append(tx, lane.next(NOBODY), 0));
  await done(invite(ada, ben));
  expect([lane.id, (await headOf(id)).seq]).toEqual([id, seq + 2]);
});

test.each([
  ['numbers of it', 2],
  ['which batch had its last number', 0],
])('when the database has forgotten %s, a lane stays as it is, and another one begins', async (_what, numbers) => {
  const { lane } = open;
  const { id } = lane;
  const head = await headOf(id);
  lane.advance({ ...lane.next(NOBODY), seq: head.seq + numbers, tag: head.tag + 1 });
  await done(invite(ada, ben));
  expect([await headOf(id), (await headOf(lane.id)).seq]).toEqual([head, 1]);
});

test('a lane that the database has forgotten, with the ids that were reserved, is left to whoever began it anew', async () => {
  const nextIds = async () =>
    (await open.database.query<{ next_id: number }>('SELECT next_id FROM id_block'))[0]?.next_id;
  const reserved = await nextIds();
  const forgotten = await openDoor(store.config);
  await open.database.run('DELETE FROM lane WHERE id = ?', [forgotten.lane.id]);
  await open.database.run('UPDATE id_block SET next_id = ?', [reserved ?? 0]);
  const another = await openDoor(store.config);
  expect(another.lane.id).toBe(forgotten.lane.id);
  expect(await another.door.submit([invite(ada, ben)])).toEqual([
    { change: expect.any(Number), invitation: expect.any(Number) },
  ]);
  const free = (await nextIds()) ?? 0;
  const [outcome] = await forgotten.door.submit([{ kind: 'block', actor: ben, peer: ada }]);
  expect(outcome && 'change' in outcome && outcome.change).toBeGreaterThanOrEqual(free);
  expect(forgotten.lane.id).toBeGreaterThanOrEqual(free);
  await Promise.all([forgotten.close(), another.close()]);
});

async function headOf(lane: number): Promise<{ seq: number; tag: number }> {
  const [head] = await open.database.query<{ seq: number; tag: number }>('SELECT seq, tag FROM lane WHERE id = ?', [
    lane,
  ]);
  if (!head) throw new Error('There is no such lane.');
  return head;
}

test('Everyone who waits hears TRY_AGAIN soon when the database is away, and nothing has happened', async () => {
  const restore = disturb('always');
  const results = await Promise.allSettled([invite(ada, ben), invite(ben, ada)].map((c) => open.door.submit([c])));
  restore();
  for (const result of results) expect(result).toEqual({ status: 'fulfilled', value: [{ refused: 'TRY_AGAIN' }] });
  await done(invite(ada, ben));
});

if (engine === 'mariadb')
  test('While somebody who is stuck holds Ben’s lock, all others go on together, and Ada is told to try again', async () => {
    const [cyd = 0, dan = 0, eve = 0] = await people(open.database, 3);
    const stuck = await createConnection((store.config.databaseUrl ?? '').replace(/^mariadb:/, 'mysql:'));
    await stuck.beginTransaction();
    await stuck.query('SELECT 1 FROM member_state WHERE member_id = ? FOR UPDATE', [ben]);
    const before = open.committed.length;
    const tried = { refused: 'TRY_AGAIN' };
    const sent = expect.objectContaining({ invitation: expect.any(Number) });
    const all = [invite(ada, ben), invite(cyd, dan), invite(ben, cyd), invite(ada, dan), invite(dan, eve)];
    try {
      expect(await open.door.submit(all)).toEqual([tried, sent, tried, sent, sent]);
      expect(await open.door.submit([invite(ada, ben), invite(ada, eve)])).toEqual([tried, sent]);
      expect(open.committed).toHaveLength(before + 2);
    } finally {
      await stuck.end();
    }
    expect(await open.door.submit([invite(ada, ben)])).toEqual([sent]);
  });

test('One command submitted twice in a list gets two answers', async () => {
  const command = invite(ada, ben);
  expect(await open.door.submit([command, command])).toEqual([
    expect.objectContaining({ invitation: expect.any(Number) }),
    { refused: 'ALREADY_INVITED' },
  ]);
});

test('Ben, who undid a decline, gets the same answer again though Ada has withdrawn since', async () => {
  const { invitation = 0 } = await done(invite(ada, ben));
  await done({ kind: 'decline', actor: ben, invitation, report: 'NONE' });
  const undo: Command = { kind: 'undoDecline', actor: ben, invitation, idempotency: { key: 'undo', hash: 'hash' } };
  const first = await done(undo);
  await done({ kind: 'withdraw', actor: ada, invitation });
  expect(await done(undo)).toEqual(first);
  // Without the key the invitation is as if it had never been.
  expect(await open.door.submit([{ ...undo, idempotency: undefined }])).toEqual([{ refused: 'NOT_FOUND' }]);
});

test('An invitation that is unknown, or was sent to somebody else, is not found', async () => {
  const { invitation = 0 } = await done(invite(ada, ben));
  const [cyd = 0] = await people(open.database, 1);
  const attempts: Command[] = [
    { kind: 'accept', actor: cyd, invitation, origin: 'DIRECT' },
    { kind: 'accept', actor: ada, invitation, origin: 'DIRECT' },
    { kind: 'withdraw', actor: ben, invitation },
    { kind: 'withdraw', actor: ada, invitation: 2 ** 50 },
    { kind: 'block', actor: ada, peer: 2 ** 50 },
  ];
  expect(await open.door.submit(attempts)).toEqual(attempts.map((): Outcome => ({ refused: 'NOT_FOUND' })));
});

test('time that comes too early for an invitation, or too late, ends nothing', async () => {
  const { invitation = 0 } = await done(invite(ada, ben));
  const expire: Command = { kind: 'expire', actor: null, invitation, sender: ada, recipient: ben };
  expect(await open.door.submit([expire])).toEqual([{ refused: 'INVITATION_CLOSED' }]);
  await done({ kind: 'withdraw', actor: ada, invitation });
  expect(await open.door.submit([expire])).toEqual([{ refused: 'INVITATION_CLOSED' }]);
});

test('Ada blocks Ben, unblocks and invites him at once, and he is notified of that', async () => {
  await done(invite(ben, ada));
  const about = { actor: ada, peer: ben };
  await open.door.submit([{ kind: 'block', ...about }, { kind: 'unblock', ...about }, invite(ada, ben)]);
  const notified = await open.database.query<{ member_id: number }>(
    'SELECT member_id FROM notification WHERE member_id IN (?, ?)',
    [ada, ben],
  );
  expect(notified.map((row) => row.member_id)).toEqual([ben]);
});

test('A change of one’s own that fails harms nobody who came with it, and its reason arrives', async () => {
  const failing = open.door.own({
    actor: ada,
    event: 'PROFILE_UPDATED',
    write: async () => {
      throw new Error('this name is taken');
    },
  });
  const other = open.door.submit([invite(ada, ben)]);
  await expect(failing).rejects.toThrow('this name is taken');
  expect(await other).toEqual([expect.objectContaining({ invitation: expect.any(Number) })]);
});

/** Breaks the connection at COMMIT, once or always. Returns what ends the disturbance. */
function disturb(when: 'after the commit' | 'instead of the commit' | 'always'): () => void {
  const { database } = open;
  const once = database.once.bind(database);
  let disturbed = false;
  database.once = async (work) => {
    if (disturbed && when !== 'always') return once(work);
    disturbed = true;
    if (when === 'after the commit') await once(work);
    else await once((tx) => work(tx).then(() => Promise.reject(new Broken()))).catch(ignoreBroken);
    throw when === 'always' ? lost() : new CommitUnknown('The connection broke during COMMIT.');
  };
  return () => {
    database.once = once;
  };
}

/** Lets the next COMMIT happen, and answers it with an error all the same. Returns what ends the disturbance. */
function answerCommit(error: Error): () => void {
  const { writer } = open.database;
  const createQueryRunner = writer.createQueryRunner.bind(writer);
  let disturbed = false;
  writer.createQueryRunner = (mode) => {
    const runner = createQueryRunner(mode);
    const query = runner.query.bind(runner);
    jest.spyOn(runner, 'query').mockImplementation(async (...asked: Parameters<typeof query>) => {
      const result = await query(...asked);
      if (asked[0] !== 'COMMIT' || disturbed) return result;
      disturbed = true;
      throw error;
    });
    return runner;
  };
  return () => {
    writer.createQueryRunner = createQueryRunner;
  };
}

class Broken extends Error {}

function ignoreBroken(error: unknown): void {
  if (!(error instanceof Broken)) throw error;
}

/** As the driver of either engine would say that the database cannot be reached. */
function lost(): Error {
  const code = open.database.dialect.name === 'sqlite' ? 'SQLITE_BUSY' : 'PROTOCOL_CONNECTION_LOST';
  return Object.assign(new Error('There is no database.'), { code });
}
