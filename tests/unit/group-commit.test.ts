import { TryAgain } from '../../src/errors';
import { GroupCommit } from '../../src/relationships/group-commit';

/** A database that commits when the test says so. */
class SlowDatabase {
  readonly batches: (readonly string[])[] = [];
  private held: (() => void)[] = [];
  private open = false;

  readonly commit = async (batch: readonly string[]): Promise<readonly string[]> => {
    this.batches.push(batch);
    if (!this.open) await new Promise<void>((resolve) => this.held.push(resolve));
    const bad = batch.find((command) => command.startsWith('bad'));
    if (bad) throw new Error(`cannot do ${bad}`);
    if (batch.includes('unreachable')) throw new TryAgain();
    return batch.map((command) => `${command} done`);
  };

  release(): void {
    this.open = true;
    for (const resolve of this.held.splice(0)) resolve();
  }
}

function groupOn(database: SlowDatabase, most = 64, waiting = 100) {
  return new GroupCommit<string, string>({ commit: database.commit, most, waiting, begin: queueMicrotask });
}

test('Commands that arrive while one commits share the next transaction, in order of arrival', async () => {
  const database = new SlowDatabase();
  const group = groupOn(database);
  const first = group.submit('a');
  await Promise.resolve();
  const others = ['b', 'c', 'd'].map((command) => group.submit(command));
  database.release();
  expect(await Promise.all([first, ...others])).toEqual(['a done', 'b done', 'c done', 'd done']);
  expect(database.batches).toEqual([['a'], ['b', 'c', 'd']]);
});

test('A batch holds no more commands than allowed', async () => {
  const database = new SlowDatabase();
  const group = groupOn(database, 2);
  const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((command) => group.submit(command)));
  database.release();
  await all;
  expect(database.batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('Whoever comes when too many wait is told to try again, and may do so later', async () => {
  const database = new SlowDatabase();
  const group = groupOn(database, 1, 2);
  const first = group.submit('a');
  await Promise.resolve();
  const waiting = [group.submit('b'), group.submit('c')];
  await expect(group.submit('d')).rejects.toBeInstanceOf(TryAgain);
  expect(group.waiting).toBe(2);
  database.release();
  await Promise.all([first, ...waiting]);
  await expect(group.submit('d')).resolves.toBe('d done');
});

test('A command that cannot be done harms nobody who came with it', async () => {
  const database = new SlowDatabase();
  database.release();
  const group = groupOn(database);
  const commands = ['a', 'b', 'bad one', 'c', 'd', 'e', 'bad two', 'f', 'g'];
  const results = await Promise.allSettled(commands.map((command) => group.submit(command)));
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)))).toEqual([
    ...['a done', 'b done', 'Error: cannot do bad one', 'c done', 'd done', 'e done'],
    ...['Error: cannot do bad two', 'f done', 'g done'],
  ]);
  // Each good command was committed once, in order.
  const committed = database.batches.filter((batch) => !batch.some((command) => command.startsWith('bad'))).flat();
  expect(committed).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('When the database cannot be reached, everyone in the batch hears so at once', async () => {
  const database = new SlowDatabase();
  database.release();
  const group = groupOn(database);
  const results = await Promise.allSettled(['a', 'unreachable', 'b'].map((command) => group.submit(command)));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(database.batches).toHaveLength(1);
});

test('Whoever waits for the door to be idle waits for everything submitted before', async () => {
  const database = new SlowDatabase();
  const group = groupOn(database, 1);
  const answered: string[] = [];
  for (const command of ['a', 'b']) void group.submit(command).then((outcome) => answered.push(outcome));
  const drained = group.drained();
  database.release();
  await drained;
  expect(answered).toEqual(['a done', 'b done']);
  await expect(group.drained()).resolves.toBeUndefined();
});

test('Between two transactions everything else has its turn, even when the database answers at once', async () => {
  const turns: string[] = [];
  const group = new GroupCommit<string, string>({
    ...{ commit: async (batch) => batch, most: 1, waiting: 100 },
    begin: (work) => setImmediate(() => turns.push('turn') && work()),
  });
  await Promise.all(['a', 'b', 'c'].map((command) => group.submit(command).then((done) => turns.push(done))));
  expect(turns).toEqual(['turn', 'a', 'turn', 'b', 'turn', 'c']);
});
