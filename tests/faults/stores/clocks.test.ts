import { violations } from '../../../src/audit/violations';
import type { Database } from '../../../src/database/database';
import { People, type Person } from '../../kit/person';
import { waitFor } from '../../kit/wait-for';
import { openPlace, type Place } from '../place';
import { Clocks, LASTING_TOKENS } from './clocks';

const DAY = 86_400_000;
const ENV = { ...LASTING_TOKENS, CHECKPOINT_SECONDS: '1', QUOTA_PER_DAY: '1' };

jest.setTimeout(60_000);

describe('when a clock jumps by two days', () => {
  let clocks: Clocks;
  let place: Place;
  let database: Database;
  let [alan, grace, ada]: Person[] = [];

  beforeEach(async () => {
    clocks = await Clocks.make();
    place = await openPlace({ processes: 1, mariadb: { ground: clocks }, env: { ...ENV, ...clocks.env('processes') } });
    database = await place.openDatabase();
    [alan, grace, ada] = await new People(place.apis[0]?.url ?? '').signUpAll('Alan', 'Grace', 'Ada');
    await ada?.listens();
    await alan?.sends(grace ?? nobody());
  });
  afterEach(async () => {
    await ada?.stopsListening();
    await database.close();
    await place.close();
  });

  const invitesAda = async () =>
    (await alan?.does('sendInvitation', { recipientId: ada?.id, reason: 'COLLEAGUE' }))?.errors.map(({ code }) => code);
  /** How many days a clock is ahead of the true time. */
  const ahead = (time: number) => Math.round((time - Date.now()) / DAY);
  const processIs = (days: number) =>
    waitFor(`the process to be ${days} days ahead`, async () => {
      const { headers } = await fetch(`${place.apis[0]?.url}/livez`);
      return ahead(Date.parse(headers.get('date') ?? '')) === days;
    });
  const databaseIs = (days: number) =>
    waitFor(`the database to be ${days} days ahead`, async () => {
      const [row] = await database.query<{ now: number }>(`SELECT ${database.dialect.now} AS now`);
      return ahead(row?.now ?? 0) === days;
    });

  test.each([2, -2])(
    'that of a process, by %i, Alan’s quota counts the days of the database, and Ada hears on',
    async (days) => {
      await clocks.put('processes', days);
      await processIs(days);
      expect(await invitesAda()).toEqual(['QUOTA_EXCEEDED']);
      await grace?.sends(ada ?? nobody());
      await ada?.hears('INVITATION_RECEIVED');
      await clocks.put('processes', 0);
      await processIs(0);
      await grace?.blocks(alan ?? nobody());
      expect(await violations(database, place.config.policy)).toEqual([]);
    },
  );

  test('that of the database, Alan’s quota of the day is new, and Ada hears of him, before and after it jumps back', async () => {
    await clocks.put('database', 2);
    await databaseIs(2);
    expect(await invitesAda()).toEqual([]);
    await ada?.hears('INVITATION_RECEIVED');
    await clocks.put('database', -2);
    await databaseIs(-2);
    await grace?.sends(ada ?? nobody());
    await ada?.hears('INVITATION_RECEIVED');
    await clocks.put('database', 0);
    await databaseIs(0);
    expect(await violations(database, place.config.policy)).toEqual([]);
  });
});

function nobody(): never {
  throw new Error('Nobody has come.');
}
