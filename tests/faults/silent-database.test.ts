import { People, type Person } from '../kit/person';
import { newPlace, type Place } from '../kit/place';
import { type Program, startProcess } from '../kit/start-process';
import { TcpProxy } from '../kit/tcp-proxy';
import { waitFor } from '../kit/wait-for';

/** Silences are waited for more than once in a test, and a process that hangs is given 25 seconds. */
jest.setTimeout(90_000);

const VIEWER = '{ viewer { member { name } } }';

describe('when the network to the database falls silent', () => {
  let place: Place;
  let network: TcpProxy;
  let program: Program;
  let grace: Person;
  let alan: Person;
  /** Whose session nobody has looked at yet. */
  let stranger: Person;

  const readiness = async () => (await fetch(`${program.url}/readyz`)).status;
  const becomes = (status: number) =>
    waitFor(`/readyz to be ${status}`, async () => (await readiness()) === status, 20_000);

  beforeAll(async () => {
    place = await newPlace({ on: 'mariadb' });
    network = await new TcpProxy(place.env.DATABASE_URL ?? '').listen();
    program = await startProcess({ ...place.env, DATABASE_URL: network.url(), DATABASE_ANSWER_SECONDS: '2' });
    const people = new People(program.url);
    [grace, alan] = [await people.signUp('Grace'), await people.signUp('Alan')];
    stranger = await people.signUp('Ada');
    await grace.listens();
    await alan.asks(VIEWER);
  });
  afterAll(async () => {
    await program.kill();
    await network.close();
    await place.remove();
  });

  test('who reads is told so, who writes is told to try again, and Grace hears what is sent afterwards', async () => {
    network.blackHole();
    const writing = alan.blocks(grace);
    const readings = await Promise.all([
      ...Array.from({ length: 40 }, () => alan.answer(VIEWER)),
      stranger.answer(VIEWER),
    ]);
    for (const { errors } of readings) expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    expect((await writing).errors).toMatchObject([{ code: 'TRY_AGAIN' }]);
    await becomes(503);
    network.pass();
    await becomes(200);
    await alan.sends(grace);
    await grace.hears('INVITATION_RECEIVED');
  });

  test('for good, on the connections there were, new ones are made', async () => {
    network.blackHole();
    await becomes(503);
    network.reset();
    network.pass();
    await becomes(200);
    expect((await alan.blocks(grace)).errors).toEqual([]);
  });

  test('in the middle of a COMMIT, what it did is found out afterwards and done once', async () => {
    network.blackHoleAfter('INSERT INTO lane_batch', 'COMMIT');
    const writing = alan.does('unblockMember', { memberId: grace.id });
    await becomes(503);
    network.pass();
    expect((await writing).errors).toEqual([]);
    expect((await alan.does('unblockMember', { memberId: grace.id })).errors).toMatchObject([{ code: 'NOT_BLOCKED' }]);
  });

  test('for good in the middle of a COMMIT, a process that is asked to stop ends hard', async () => {
    network.blackHoleAfter('INSERT INTO lane_batch', 'COMMIT');
    const writing = alan.does('updateProfile', { headline: 'Unknown' }).catch(String);
    await becomes(503);
    expect(await program.stop()).toBe(1);
    expect(await writing).toContain('fetch failed');
    // It did not come to an end of its own.
    expect(program.lines.some((line) => line.includes('cannot be reached'))).toBe(false);
  });
});
