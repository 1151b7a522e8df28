import { Turns } from '../../src/database/turns';
import { waitFor } from '../kit/wait-for';

test('three are served at once, one waits, and whoever comes then is told to try again', async () => {
  const turns = new Turns(3, 1);
  const gates: (() => void)[] = [];
  const serve = () => turns.take(() => new Promise<void>((resolve) => gates.push(resolve)));
  const all = [serve(), serve(), serve(), serve()];
  await waitFor('three inside', () => gates.length === 3);
  await expect(serve()).rejects.toMatchObject({ code: 'TRY_AGAIN' });
  gates[0]?.();
  await waitFor('the fourth', () => gates.length === 4);
  for (const open of gates) open();
  await Promise.all(all);
});

test('one whose work fails makes room all the same', async () => {
  const turns = new Turns(1, 0);
  await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turns.take(async () => 'served')).toBe('served');
});
