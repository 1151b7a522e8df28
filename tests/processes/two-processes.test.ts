import { setTimeout as delay } from 'node:timers/promises';
import { HttpClient } from '../kit/http-client';
import { People } from '../kit/person';
import { newPlace, type Place } from '../kit/place';
import { type Program, startProcess } from '../kit/start-process';

/** Long enough that nothing in these tests can have been found by looking. */
const HOUR = { LANE_POLL_SECONDS: '3600' };

/** A bell is heard within a small part of this. Milliseconds. */
const A_WHILE = 500;

/** How many events this process has handed out because of a bell, a poll, or catching up. */
async function deliveries({ url }: Program, cause: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^deliveries_total\\{cause="${cause}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

describe('two processes over one database', () => {
  let place: Place;
  let programs: Program[] = [];
  const start = async (env: Readonly<Record<string, string>>) => {
    const program = await startProcess({ ...place.env, ...env });
    programs.push(program);
    return program;
  };

  beforeEach(async () => {
    place = await newPlace({ on: 'mariadb' });
  });
  afterEach(async () => {
    await Promise.all(programs.map((program) => program.stop()));
    programs = [];
    await place.remove();
  });

  test('Grace on one hears Alan on the other by bell alone, and he hears her', async () => {
    const [here, there] = [await start(HOUR), await start(HOUR)];
    const [grace, alan] = [await new People(here.url).signUp('Grace'), await new People(there.url).signUp('Alan')];
    await Promise.all([grace.listens(), alan.listens()]);
    const id = await alan.sends(grace);
    await grace.hears('INVITATION_RECEIVED');
    await grace.accepts(id);
    await alan.hears('CONNECTION_CREATED');
    expect(await deliveries(here, 'bell')).toBe(2);
    expect(await deliveries(here, 'poll')).toBe(0);
    await Promise.all([grace.stopsListening(), alan.stopsListening()]);
  });

  test('with the bell muted she does not hear him, though nothing is lost', async () => {
    const muted = { ...HOUR, REDIS_URL: '', CHECKPOINT_SECONDS: '3600' };
    const [here, there] = [await start(muted), await start(muted)];
    const [grace, alan] = [await new People(here.url).signUp('Grace'), await new People(there.url).signUp('Alan')];
    await grace.listens();
    const { cursor } = grace;
    await alan.sends(grace);
    await delay(A_WHILE);
    expect(await deliveries(here, 'bell')).toBe(0);
    // Her own change wakes her after all; only then does she find what he did.
    await grace.does('updateProfile', { headline: 'Still here' });
    await grace.hears('INVITATION_RECEIVED');
    await grace.stopsListening();
    await grace.listens(cursor);
    await grace.hears('INVITATION_RECEIVED');
    await grace.stopsListening();
  });

  test('with the bell muted, polling the lanes brings the news within seconds', async () => {
    const muted = { LANE_POLL_SECONDS: '0.2', REDIS_URL: '' };
    const [here, there] = [await start(muted), await start(muted)];
    const [grace, alan] = [await new People(here.url).signUp('Grace'), await new People(there.url).signUp('Alan')];
    await grace.listens();
    await alan.sends(grace);
    await grace.hears('INVITATION_RECEIVED');
    expect(await deliveries(here, 'poll')).toBe(1);
    await grace.stopsListening();
  });

  test('whoever signs out at one process is signed out at the other', async () => {
    const [here, there] = [await start(HOUR), await start(HOUR)];
    const grace = await new People(here.url).signUp('Grace');
    const elsewhere = grace.at(there.url);
    await elsewhere.listens();
    await grace.does('signOut', {});
    await expect(elsewhere.hears('INVITATION_RECEIVED')).rejects.toThrow('4403');
    const { errors } = await new HttpClient(there.url).query('{ viewer { email } }', {}, { token: grace.token });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
