import { auc } from '../../bench/privacy/auc';
import { Dice } from './dice';

const dice = new Dice(7);
/** So many times of answers around a millisecond, in steps of a tenth of a microsecond. */
const times = (count: number, later = 0): number[] =>
  Array.from({ length: count }, () => 900 + later + dice.below(2000) / 10);

test('times that do not differ tell nothing', () => {
  expect(auc(times(5000), times(5000)).value).toBeLessThan(0.52);
});

test.each([
  ['slower', 10],
  ['faster', -10],
])('a server that answers %s by ten microseconds after a no is caught', (_what, later) => {
  expect(auc(times(5000), times(5000, later)).value).toBeGreaterThan(0.52);
});

test('values that never overlap tell everything, and equal ones nothing', () => {
  expect(auc([1, 2], [3, 4]).value).toBe(1);
  expect(auc([1, 1], [1, 1]).value).toBe(0.5);
});
