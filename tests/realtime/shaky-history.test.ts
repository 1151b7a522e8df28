import type { Person } from '../kit/person';
import { SocketClient } from '../kit/socket-client';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { EVENTS, StreamListener } from './stream-listener';

const number = (person: Person): number => Number(Buffer.from(person.id, 'base64url').toString().split(':')[1]);

describe('a stream whose history moves', () => {
  let town: TestApp;

  beforeAll(async () => {
    town = await startApp(STEADY);
  });
  afterAll(() => town.stop());

  test('another past takes the place of that which Grace knows, and she, who listens, is told at the next event', async () => {
    const [grace, alan] = await town.people.trio();
    await grace.does('updateProfile', { headline: 'Of this past' });
    const device = await StreamListener.start(town.app.url, grace);
    // As after a crash in which the event was lost, and another change got its number.
    await town.app.database.transact(async (tx) => {
      const [last] = await tx.query<{ seq: number }>('SELECT last_seq AS seq FROM member_state WHERE member_id = ?', [
        number(grace),
      ]);
      const place = [number(grace), last?.seq ?? 0];
      await tx.run('UPDATE member_event SET tag = 4711 WHERE member_id = ? AND seq = ?', place);
      await tx.run('UPDATE member_state SET last_tag = 4711 WHERE member_id = ?', [number(grace)]);
    });
    await alan.sends(grace);
    expect(await device.message()).toMatchObject({ __typename: 'StreamReset', reason: 'FORK' });
    await device.socket.close();
  });

  test('an invitation comes between Grace’s first reading and her waiting, and she hears of it', async () => {
    const [grace, alan] = await town.people.trio();
    const { database } = town.app;
    const read = database.query.bind(database);
    let first = true;
    const query = jest.spyOn(database, 'query').mockImplementation(async (text, parameters) => {
      const rows = await read(text, parameters);
      if (first && text.includes('LEFT JOIN member_event')) {
        first = false;
        await alan.sends(grace);
      }
      return rows as never[];
    });
    const socket = await SocketClient.connect(town.app.url, grace.token);
    try {
      socket.subscribe('events', EVENTS);
      for (let heard = ''; !heard.includes('InvitationReceivedEvent'); )
        heard = JSON.stringify(await socket.hears('next', 'events'));
    } finally {
      query.mockRestore();
      await socket.close();
    }
  });

  test('what Grace did is on the next page, however soon she asks', async () => {
    const [grace] = await town.people.trio();
    let { cursor } = (await grace.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }')).snapshot;
    for (let n = 1; n <= 5; n++) {
      await grace.does('updateProfile', { headline: `Version ${n}` });
      const { eventPage } = await grace.asks<{ eventPage: { cursor: string; events: { kind: string }[] } }>(
        'query ($after: Cursor!) { eventPage(after: $after) { cursor events { kind } } }',
        { after: cursor },
      );
      expect(eventPage.events).toEqual([{ kind: 'PROFILE_UPDATED' }]);
      cursor = eventPage.cursor;
    }
  });
});

test('an operator begins a new epoch, and Grace, who listens while nothing happens, is told', async () => {
  const town = await startApp({ ...STEADY, LANE_POLL_SECONDS: '1' });
  const [grace] = await town.people.trio();
  const device = await StreamListener.start(town.app.url, grace);
  await town.app.database.run('UPDATE stream_lineage SET epoch = epoch + 1');
  expect(await device.message()).toMatchObject({ __typename: 'StreamReset', reason: 'EPOCH' });
  await device.socket.close();
  await town.stop();
});
