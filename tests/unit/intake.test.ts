import { Intake } from '../../src/server/intake';

const PATIENCE = 1000;
let pings: string[];
let ended: number;
let intake: Intake;
beforeEach(() => {
  jest.useFakeTimers();
  pings = [];
  ended = 0;
  intake = new Intake(
    (number) => pings.push(number),
    PATIENCE,
    () => ended++,
  );
});
afterEach(() => {
  jest.useRealTimers();
});

/** Sends until it is told to wait; how many that were. The client answers the last ping if it `takes` what it is sent. */
async function sends({ takes }: { takes: boolean }): Promise<number> {
  const before = pings.length;
  let waits = false;
  while (!waits) {
    waits = true;
    void intake.room().then(() => {
      waits = false;
    });
    await jest.advanceTimersByTimeAsync(0);
  }
  if (takes) intake.answered(pings.at(-1) ?? '');
  return pings.length - before;
}

test('who takes what it is sent is sent twice as much at a time, up to a limit', async () => {
  const each = [];
  for (let n = 0; n < 6; n++) each.push(await sends({ takes: true }));
  expect(each).toEqual([1, 2, 4, 8, 8, 8]);
});

test('who takes nothing is sent one, and is then too slow, once', async () => {
  expect(await sends({ takes: false })).toBe(1);
  await jest.advanceTimersByTimeAsync(PATIENCE - 1);
  expect(ended).toBe(0);
  await jest.advanceTimersByTimeAsync(10 * PATIENCE);
  expect(ended).toBe(1);
});

test('an answer just before the end of patience, or a process that was stopped itself, ends nothing', async () => {
  await sends({ takes: false });
  jest.advanceTimersByTime(PATIENCE - 1);
  intake.answered('1');
  await jest.advanceTimersByTimeAsync(10 * PATIENCE);
  await sends({ takes: false });
  // The clock has run on, and the answer is read in the same turn of the loop.
  jest.advanceTimersToNextTimer();
  intake.answered(pings.at(-1) ?? '');
  await jest.advanceTimersByTimeAsync(10 * PATIENCE);
  expect(ended).toBe(0);
});

test('pongs that nobody asked for make no room', async () => {
  await sends({ takes: false });
  for (const pong of ['', '0', '0.5', '2', '-1', 'NaN', '9'.repeat(400)]) intake.answered(pong);
  await jest.advanceTimersByTimeAsync(PATIENCE + 1);
  expect(ended).toBe(1);
});

test('who asks for no more waits for nothing', async () => {
  await sends({ takes: false });
  let goesOn = false;
  void intake.room().then(() => {
    goesOn = true;
  });
  intake.release();
  await jest.advanceTimersByTimeAsync(10 * PATIENCE);
  expect([goesOn, ended]).toEqual([true, 0]);
});
