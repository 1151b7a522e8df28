import { createConnection } from 'mysql2/promise';
import { People } from '../kit/person';
import { newPlace, type Place } from '../kit/place';
import { SocketClient } from '../kit/socket-client';
import { runCommand, startProcess } from '../kit/start-process';
import { waitFor } from '../kit/wait-for';
import { engine, mariadbUrl } from '../services/engine';

const places: Place[] = [];

async function place(options = {}): Promise<Place> {
  const made = await newPlace(options);
  places.push(made);
  return made;
}

afterAll(async () => {
  await Promise.all(places.map((made) => made.remove()));
});

test('an operator reads everything that is wrong with the configuration at once, and no stack', async () => {
  const { status, output } = await runCommand(['serve'], {
    PORT: 'many',
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://secret@x',
    AUTH_SECRET: '',
  });
  expect(status).toBe(1);
  for (const name of ['PORT', 'DATABASE_URL', 'AUTH_SECRET']) expect(output).toContain(`- ${name}`);
  expect(output).not.toMatch(/secret@x|at .*\.js/);
});

test('a weak secret does not start in production', async () => {
  const { status, output } = await runCommand(['serve'], { NODE_ENV: 'production', AUTH_SECRET: 'password'.repeat(8) });
  expect([status, output]).toEqual([1, expect.stringContaining('AUTH_SECRET is too weak')]);
});

test('an operator who mistypes a command reads which there are', async () => {
  const { status, output } = await runCommand(['sevre']);
  expect([status, output]).toEqual([1, expect.stringContaining('serve, migrate')]);
});

test('an operator reads the effective policy', async () => {
  const { status, output } = await runCommand(['policy'], { QUOTA_PER_DAY: '7' });
  expect(status).toBe(0);
  expect(output).toMatch(/^QUOTA_PER_DAY +7 /m);
  expect(output).toMatch(/^WITHDRAW_COOLDOWN_DAYS +21 /m);
});

test('a process that is asked to stop tells its sockets to come again, and ends well', async () => {
  const { env } = await place();
  const program = await startProcess(env);
  const socket = await SocketClient.connect(program.url);
  const stopped = program.stop();
  expect(await socket.closed()).toMatchObject({ code: 1012 });
  expect(await stopped).toBe(0);
});

test('an operator whose ERASE_LIST is a folder reads so, and the process ends', async () => {
  const { env } = await place({ on: 'embedded' });
  const { status, output } = await runCommand(['serve'], { ...env, ERASE_LIST: env.DATA_DIR ?? '' });
  expect([status, output]).toEqual([1, expect.stringContaining('ERASE_LIST must be a file')]);
});

test('an operator whose DATA_DIR is a file reads so, and no stack', async () => {
  const { env } = await place({ on: 'embedded' });
  const { status, output } = await runCommand(['serve'], { ...env, DATA_DIR: 'package.json' });
  expect([status, output]).toEqual([1, expect.stringMatching(/^DATA_DIR must be a folder[^\n]*$/)]);
});

test('a newcomer reads where the playground is', async () => {
  const { env } = await place({ on: 'embedded' });
  const program = await startProcess({ ...env, NODE_ENV: 'development', PLAYGROUND: 'on' });
  await waitFor('the address', () =>
    program.lines.some((line) => line.includes(`The playground is at ${program.url}`)),
  );
  const sizes = await fetch(`${program.url}/metrics`).then((response) => response.text());
  expect(sizes).toContain('process_resident_memory_bytes');
  await program.stop();
});

if (engine === 'mariadb') {
  test('a server does not serve on an old schema, until it was migrated', async () => {
    const { env } = await place({ migrated: false });
    const refused = await runCommand(['serve'], env);
    expect([refused.status, refused.output]).toEqual([1, expect.stringContaining('npm run migrate')]);
    expect(await runCommand(['migrate'], env)).toMatchObject({
      status: 0,
      output: expect.stringContaining('ran Initial'),
    });
    expect(await runCommand(['migrate'], env)).toMatchObject({
      status: 0,
      output: expect.stringContaining('up to date'),
    });
    const program = await startProcess(env);
    await program.stop();
  });

  test('a server does not serve on a database that may forget, unless it was told to', async () => {
    const { env } = await place();
    const root = await createConnection(mariadbUrl().replace(/^mariadb:/, 'mysql:'));
    await root.query('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
    try {
      const { status, output } = await runCommand(['serve'], { ...env, ALLOW_NON_DURABLE: 'off' });
      expect([status, output]).toEqual([1, expect.stringContaining('innodb_flush_log_at_trx_commit is not 1')]);
    } finally {
      await root.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
      await root.end();
    }
  });

  test('an operator who takes MariaDB for MySQL reads so', async () => {
    const { env } = await place();
    const { status, output } = await runCommand(['serve'], {
      ...env,
      DATABASE_URL: (env.DATABASE_URL ?? '').replace('mariadb:', 'mysql:'),
    });
    expect([status, output]).toEqual([1, expect.stringContaining('write mariadb://')]);
  });

  test('an operator whose port is taken reads so, and the program ends', async () => {
    const { env } = await place();
    const first = await startProcess(env);
    const { status, output } = await runCommand(['serve'], { ...env, PORT: new URL(first.url).port });
    expect([status, output]).toEqual([1, expect.stringContaining('The port is in use')]);
    await first.stop();
  });

  test('an operator whose database does not answer reads so', async () => {
    const { env } = await place();
    const { status, output } = await runCommand(['serve'], {
      ...env,
      DATABASE_URL: 'mariadb://root@127.0.0.1:1/rapport',
    });
    expect([status, output]).toEqual([1, expect.stringContaining('cannot be reached')]);
  });

  test('Grace hears at one process what Alan sends at another', async () => {
    const { env } = await place();
    const [first, second] = await Promise.all([startProcess(env), startProcess(env)]);
    const people = new People(first.url);
    const [grace, alan] = await Promise.all([people.signUp('Grace Hopper'), people.signUp('Alan Turing')]);
    await grace.listens();
    await alan.at(second.url).sends(grace);
    await grace.hears('INVITATION_RECEIVED');
    await people.leave();
    await Promise.all([first.stop(), second.stop()]);
  });
}
