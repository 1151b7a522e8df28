import { createConnection } from 'mysql2/promise';
import { People } from '../kit/person';
import { newPlace } from '../kit/place';
import { runCommand, startProcess } from '../kit/start-process';

test('two operators prune at the same time beside a server at work, and every event goes once', async () => {
  const place = await newPlace({ on: 'mariadb' });
  try {
    const env = { ...place.env, RETENTION_DAYS: '0', RETENTION_EVENTS: '5' };
    const program = await startProcess(env);
    const people = await new People(program.url).signUpAll('Grace', 'Alan', 'Ada');
    for (let n = 0; n < 40; n++)
      await Promise.all(people.map((person) => person.does('updateProfile', { headline: `Version ${n}` })));
    const done = await Promise.all([
      runCommand(['prune'], env),
      runCommand(['prune'], env),
      runCommand(['prune'], env),
    ]);
    expect(done.map(({ status }) => status)).toEqual([0, 0, 0]);
    const events = done.map(({ output }) => Number(/Deleted (\d+) events/.exec(output)?.[1] ?? 0));
    expect(events.reduce((sum, some) => sum + some, 0)).toBe(3 * 35);
    const connection = await createConnection((place.env.DATABASE_URL ?? '').replace(/^mariadb:/, 'mysql:'));
    const [rows] = await connection.query('SELECT floor_seq, last_seq FROM member_state');
    expect(rows).toEqual(people.map(() => ({ floor_seq: 35, last_seq: 40 })));
    await connection.end();
    await program.stop();
  } finally {
    await place.remove();
  }
});
