import { createConnection } from 'mysql2/promise';
import { openDataSources } from '../../src/database/data-source';
import { Database, type Tx } from '../../src/database/database';
import { deleteRows } from '../../src/database/rows';
import { ENTITIES } from '../../src/entities';
import { configOf, createStore, type OpenDoor, openDoor, type Store } from '../kit/door';
import { watchQueries } from '../kit/queries';
import { engine } from '../services/engine';
import { startMariadb } from '../services/mariadb';
import type { Service } from '../services/service';

let store: Store;
let open: OpenDoor;

beforeAll(async () => {
  store = await createStore();
  open = await openDoor(store.config);
});
afterAll(async () => {
  await open.close();
  await store.remove();
});

const keep = (tx: Tx, name: string) =>
  tx.run("INSERT INTO lease (name, holder, fence, expires_at, done_to) VALUES (?, 'Ada', 1, 0, 0)", [name]);
const names = (tx: Tx) =>
  tx.query<{ name: string }>("SELECT name FROM lease WHERE holder = 'Ada' ORDER BY name").then(all);
const all = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
const kept = () => open.database.once(names);

test('what is asked together is done in order, each with its own answer, and on a server in one round trip', async () => {
  const answers: unknown[] = [];
  const asked = await watchQueries(open.database).during(() =>
    open.database.once(async (tx) => {
      answers.push(...(await Promise.all([keep(tx, 'a'), names(tx), keep(tx, 'b'), names(tx)])));
      await tx.run("DELETE FROM lease WHERE holder = 'Ada'");
    }),
  );
  expect(answers).toEqual([1, ['a'], 1, ['a', 'b']]);
  expect(asked.slice(0, -2)).toHaveLength(engine === 'mariadb' ? 1 : 5);
});

test('who asks for nothing makes no round trip', async () => {
  expect(await watchQueries(open.database).during(() => open.database.once(async () => {}))).toEqual([]);
});

test('after a statement that failed none runs any more, neither in the transaction nor after its end', async () => {
  const later: Promise<unknown>[] = [];
  const work = open.database.once(async (tx) => {
    // As from a chain of its own, which does not know yet that another one failed.
    const late = keep(tx, 'c').then(() => keep(tx, 'd'));
    const failing = Promise.all([late, keep(tx, 'c'), keep(tx, 'e')]);
    later.push(...[late, failing].map((one) => one.catch(() => {})));
    await failing.catch(() => {});
    await Promise.all(later);
    await keep(tx, 'f');
  });
  await expect(work).rejects.toMatchObject({
    code: expect.stringMatching(/ER_DUP_ENTRY|SQLITE_CONSTRAINT_PRIMARYKEY/),
  });
  expect(await kept()).toEqual([]);
});

test('what failed is not committed although it was swallowed, and neither is what nobody waited for', async () => {
  const swallowed = open.database.once(async (tx) => {
    await keep(tx, 'h');
    await keep(tx, 'h').catch(() => {});
  });
  await expect(swallowed).rejects.toThrow();
  const hasty = open.database.once(async (tx) => {
    void keep(tx, 'i').catch(() => {});
  });
  await expect(hasty).rejects.toThrow('waited for');
  expect(await kept()).toEqual([]);
});

test('thousands of rows go in one transaction', async () => {
  const many = Array.from({ length: 2500 }, (_, n) => `many ${n}`);
  await open.database.once(async (tx) => {
    await Promise.all(many.map((name) => keep(tx, name)));
    await deleteRows(
      tx,
      'lease',
      ['name'],
      many.map((name) => [name]),
    );
  });
  expect(await kept()).toEqual([]);
});

test('whoever asks for something after the commit is told so, and it is not done', async () => {
  let left: Tx | undefined;
  await open.database.once(async (tx) => {
    left = tx;
    await names(tx);
  });
  await expect(left && keep(left, 'g')).rejects.toThrow('ended');
  expect(await kept()).toEqual([]);
});

/** Under it a backslash is an ordinary character, which does not keep a quote in a value from ending the value. */
const MODE = '--sql-mode=NO_BACKSLASH_ESCAPES,STRICT_TRANS_TABLES';
const SAID = "it's;select/**/1;#";

if (engine === 'mariadb')
  test('what Ada says stays what she says on a server that does not escape by backslashes', async () => {
    let server: Service | undefined;
    try {
      server = await startMariadb({ more: [MODE] });
      const admin = await createConnection(server.url.replace(/^mariadb:/, 'mysql:'));
      await admin.query('CREATE DATABASE quotes');
      await admin.end();
      const config = configOf(`${server.url}/quotes`, server.folder);
      const database = new Database(...(await openDataSources(config, ENTITIES)));
      const read = () => database.query<{ said: string }>('SELECT ? AS said', [SAID]);
      // On the first connection of the pool, and on others.
      const said = await Promise.all([read(), read(), read()]);
      await database.close();
      expect(said).toEqual(said.map(() => [{ said: SAID }]));
    } finally {
      await server?.stop();
    }
  }, 30_000);
