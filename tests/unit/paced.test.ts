import { paced } from '../../src/relationships/paced';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('What nobody waits for begins at once, and then not sooner than a pause after the last time, however quick that was', () => {
  const begun: number[] = [];
  const start = performance.now();
  const begin = paced(8, (work) => work());
  const work = () => {
    begun.push(performance.now() - start);
  };
  begin(() => {
    work();
    begin(() => {
      work();
      begin(work);
    });
  });
  jest.advanceTimersByTime(100);
  expect(begun).toEqual([0, 8, 16]);
});

test('What took longer than its pause is followed at once, and rests no longer afterwards to make up for it', () => {
  const begun: number[] = [];
  const start = performance.now();
  const begin = paced(8, (work) => {
    begun.push(performance.now() - start);
    work();
  });
  begin(() => setTimeout(() => begin(() => begin(() => {})), 20));
  jest.advanceTimersByTime(100);
  expect(begun).toEqual([0, 20, 28]);
});
