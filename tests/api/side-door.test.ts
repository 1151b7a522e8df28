import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';

let app: TestApp;
beforeAll(async () => {
  app = await startApp(STEADY);
});
afterAll(() => app.stop());

/** How many pairs each transaction touched, by the lane that it belongs to. */
async function transactions(): Promise<Map<number, number[]>> {
  const rows = await app.app.database.query<{ lane: number; pairs: string }>(
    'SELECT lane_id AS lane, pairs FROM lane_batch ORDER BY lane_id, seq',
  );
  const sizes = new Map<number, number[]>();
  for (const { lane, pairs } of rows) sizes.set(lane, [...(sizes.get(lane) ?? []), JSON.parse(pairs).length]);
  return sizes;
}

test('When many invitations expire at once, it is a little at a time and never in the transactions of people', async () => {
  const people = await app.people.signUpAll('Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay', 'Grace');
  for (const [n, sender] of people.entries())
    for (const recipient of people.slice(n + 1)) await sender.sends(recipient);
  const before = await transactions();
  app.clock.advance(200 * 86_400_000);
  await app.app.scheduler.sweep();

  const [[, sizes = []] = [], ...others] = [...(await transactions())].filter(([lane]) => !before.has(lane));
  expect(others).toEqual([]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(21);
  expect(Math.max(...sizes)).toBe(app.app.database.dialect.mostAside);
});
