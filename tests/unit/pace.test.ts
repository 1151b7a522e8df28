import { Pace } from '../../src/relationships/pace';

const INTERVAL = 8;
let start: number;
let begun: number[];
beforeEach(() => {
  jest.useFakeTimers();
  start = performance.now();
  begun = [];
});
afterEach(() => {
  jest.useRealTimers();
});
const now = () => performance.now() - start;

/** Begins as many transactions as `lasting` has entries, one after the other; each lasts that many milliseconds. */
async function run(pace: Pace, lasting: readonly number[]): Promise<void> {
  const next = (n: number) => {
    const milliseconds = lasting[n];
    if (milliseconds === undefined) return;
    pace.begin(() => {
      begun.push(now());
      setTimeout(() => next(n + 1), milliseconds);
    });
  };
  next(0);
  await jest.advanceTimersByTimeAsync(1000);
}
const pace = () => new Pace({ interval: INTERVAL, begin: (work) => work() });

test('What nobody waits for begins at once, and then once in each interval, however quick it was', async () => {
  await run(pace(), [0, 1, 5]);
  expect(begun).toEqual([0, 8, 16]);
});

test('What took longer than its interval is followed at once, until the time is made up for', async () => {
  await run(pace(), [20, 1, 1, 1, 1]);
  expect(begun).toEqual([0, 20, 21, 24, 32]);
});

test('After a long rest there is nothing to make up for', async () => {
  await run(pace(), [500, 1, 1]);
  expect(begun).toEqual([0, 500, 508]);
});

/** People, whose transaction is under way until they are told that it is done. */
function people() {
  let done = () => {};
  const under = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { done: () => done(), drained: () => under };
}

test('People who have a transaction under way go first', async () => {
  const ada = people();
  const aside = new Pace({ interval: INTERVAL, begin: (work) => work(), people: ada });
  aside.begin(() => begun.push(now()));
  setTimeout(() => ada.done(), 3);
  await jest.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual([3]);
});

test('Nobody goes first any more when it is time for the next transaction', async () => {
  const aside = new Pace({ interval: INTERVAL, begin: (work) => work(), people: people() });
  aside.begin(() => void aside.giveWay().then(() => begun.push(now())));
  await jest.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual([8]);
});

test('However much time there is, locks are not held for long while people go first', async () => {
  const aside = new Pace({ interval: 60_000, begin: (work) => work(), people: people() });
  aside.begin(() => void aside.giveWay().then(() => begun.push(now())));
  await jest.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual([20]);
});
