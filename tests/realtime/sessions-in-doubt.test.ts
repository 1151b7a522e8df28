import { startApp, type TestApp } from '../kit/start-app';
import { StreamListener } from './stream-listener';

let town: TestApp;

beforeAll(async () => {
  town = await startApp({ LANE_POLL_SECONDS: '0.05' });
});
afterAll(() => town.stop());

test('when history is not what it was, a session that ended in it is found out', async () => {
  const [grace, alan] = await town.people.trio();
  const device = await StreamListener.start(town.app.url, grace);
  const { database } = town.app;
  // As after a failover: what was known of the lanes is gone, and with it the news that a session has ended.
  await database.run('UPDATE session SET ended_at = 1 WHERE member_id = (SELECT id FROM member WHERE handle = ?)', [
    grace.handle,
  ]);
  await database.run('UPDATE lane SET tag = tag + 1');
  expect(await device.socket.closed()).toMatchObject({ code: 4403 });
  expect((await grace.answer('{ viewer { member { id } } }')).status).toBe(401);
  expect((await alan.answer('{ viewer { member { id } } }')).status).toBe(200);
});
