import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { violations } from '../../src/audit/violations';
import { loadConfig } from '../../src/config';
import type { SqlValue } from '../../src/database/database';
import { insert, type Row } from '../../src/database/rows';
import { parseGlobalId } from '../../src/graphql/global-id';
import { leavingMembers } from '../../src/relationships/erasure.queries';
import { openDatabase } from '../../src/rooms';
import { newPlace, type Place } from '../kit/place';
import { allColumns } from '../kit/schema-walk';
import { startApp, type TestApp } from '../kit/start-app';
import { waitFor } from '../kit/wait-for';

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.remove());

const open = () => openDatabase(loadConfig(place.env), undefined);

/** All rows of all tables, and the way back to them. */
async function backup(): Promise<{ restore(): Promise<void> }> {
  const database = await open();
  const columns = await allColumns(database);
  // Members come first, since others refer to them, and go with them.
  const tables = [...new Set(['member', ...columns.map(({ table }) => table)])];
  const rows = new Map<string, Record<string, SqlValue>[]>();
  for (const table of tables) rows.set(table, await database.query(`SELECT * FROM \`${table}\``));
  await database.close();
  return {
    async restore() {
      const restored = await open();
      await restored.once(async (tx) => {
        for (const table of tables) await tx.run(`DELETE FROM \`${table}\``);
        for (const table of tables) {
          const names = columns.filter((column) => column.table === table).map(({ name }) => name);
          const values = (rows.get(table) ?? []).map((row): Row => names.map((name) => row[name] ?? null));
          await insert(tx, table, names, values);
        }
        await tx.run('UPDATE stream_lineage SET epoch = epoch + 1');
      });
      await restored.close();
    },
  };
}

async function whileServing<T>(work: (app: TestApp) => Promise<T>): Promise<T> {
  const app = await startApp(place.env);
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
}

const listFile = () => join(place.env.DATA_DIR ?? '', 'erased.list');

test('who was told that they are gone is on the list, however much is still to be done', async () => {
  await whileServing(async ({ app, people }) => {
    const [grace] = await people.trio();
    // The first statement of the first step after the account was closed fails, and so does each that follows.
    jest.spyOn(app.database, 'transact').mockRejectedValue(new Error('The disk is gone.'));
    expect(await grace.does('eraseMe', { password: grace.password })).toEqual({ errors: [] });
    expect(await readFile(listFile(), 'utf8')).toContain(`erased ${parseGlobalId(grace.id)?.id} `);
    jest.restoreAllMocks();
  });
});

test('whom a restored backup brings back is erased again before anybody is served, and nobody else is', async () => {
  const { grace, alan } = await whileServing(async ({ people }) => {
    const [grace, alan] = await people.trio();
    await grace.connectsWith(alan);
    return { grace, alan };
  });
  const before = await backup();
  await whileServing(async (app) => {
    expect(await grace.at(app.app.url).does('eraseMe', { password: grace.password })).toEqual({ errors: [] });
  });
  expect(await readFile(listFile(), 'utf8')).toMatch(
    new RegExp(`^erased ${parseGlobalId(grace.id)?.id} joined \\S+Z at \\S+Z\\n$`),
  );
  await before.restore();
  // Somebody else may have had the number in another database: the time of joining tells.
  await writeFile(
    listFile(),
    `erased ${parseGlobalId(alan.id)?.id} joined 2020-01-01T00:00:00.000Z at 2020-01-01T00:00:00.000Z\n`,
    { flag: 'a' },
  );
  await whileServing(async (app) => {
    const here = alan.at(app.app.url);
    const seen = await here.asks<{ node: object | null; viewer: object }>(
      'query ($id: ID!) { node(id: $id) { id } viewer { id } }',
      { id: grace.id },
    );
    expect(seen).toMatchObject({ node: null, viewer: {} });
    expect(await here.does('signIn', { email: grace.email, password: grace.password })).toMatchObject({
      errors: [{ code: 'WRONG_CREDENTIALS' }],
    });
  });
  await whileServing(async ({ app: { database } }) => {
    await waitFor('the end of the erasure', async () => (await leavingMembers(database)).length === 0);
    expect(await violations(database, loadConfig({}).policy)).toEqual([]);
  });
}, 60_000);
