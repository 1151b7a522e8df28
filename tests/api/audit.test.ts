import { violations } from '../../src/audit/violations';
import { loadConfig } from '../../src/config';
import { openDatabase } from '../../src/rooms';
import { People } from '../kit/person';
import { newPlace, type Place } from '../kit/place';
import { type Program, runCommand, startProcess } from '../kit/start-process';

let place: Place;
let program: Program;

beforeAll(async () => {
  place = await newPlace();
  program = await startProcess({ ...place.env, RETENTION_DAYS: '0', RETENTION_EVENTS: '3' });
});
afterAll(async () => {
  await program.stop();
  await place.remove();
});

test('an operator audits a server at work, also after old events were pruned, and all is well', async () => {
  const people = await new People(program.url).signUpAll('Grace', 'Alan', 'Ada');
  const [grace, alan, ada] = people;
  if (!grace || !alan || !ada) throw new Error('Nobody came.');
  await grace.connectsWith(alan);
  await ada.declines(await alan.sends(ada));
  await ada.blocks(grace);
  let done = false;
  const working = people.map(async (person) => {
    for (let n = 0; !done; n++) await person.does('updateProfile', { headline: `Version ${n}` });
  });
  expect(await runCommand(['audit'], place.env)).toEqual({ status: 0, output: 'Every invariant holds.' });
  const pruned = await runCommand(['prune'], { ...place.env, RETENTION_DAYS: '0', RETENTION_EVENTS: '3' });
  expect(pruned.output).toMatch(/^Deleted [1-9]\d* events/);
  expect(await runCommand(['audit'], place.env)).toEqual({ status: 0, output: 'Every invariant holds.' });
  done = true;
  await Promise.all(working);
});

test('a snapshot is of one moment, and cannot write', async () => {
  const database = await openDatabase(loadConfig(place.env), undefined);
  try {
    await database.snapshot(async (sql) => {
      const read = () => sql.query<{ n: number }>('SELECT SUM(last_seq) AS n FROM member_state');
      const before = await read();
      const [late] = await new People(program.url).signUpAll('Late');
      await late?.does('updateProfile', { headline: 'Meanwhile' });
      expect(await read()).toEqual(before);
      expect(await violations(sql, loadConfig(place.env).policy)).toEqual([]);
      await expect(sql.run('UPDATE member_state SET connection_count = 9')).rejects.toThrow();
    });
  } finally {
    await database.close();
  }
});

test('an operator reads what is not true, with the rows, and the status tells a script', async () => {
  const database = await openDatabase(loadConfig(place.env), undefined);
  await database.run('UPDATE member_state SET connection_count = connection_count + 1');
  await database.close();
  const { status, output } = await runCommand(['audit'], place.env);
  expect(status).toBe(2);
  expect(output).toContain('Not true: connections are counted (4)');
  expect(output).toMatch(/\{"member_id":\d+,"connection_count":2,"truth":1\}/);
});
