import { FAULTS } from './all-faults';
import { missedCounts, problems, slack } from './report';
import { playRound } from './round';
import { rowsOf } from './rows';

/** The evidence run has the long ones, and those that need a system of their own have tests of their own. */
const SLICE = FAULTS.filter(({ place, name }) => !place && !/[46]0 s/.test(name));
const SCALE = { members: 40, devices: 3, rate: 60 };

test(`Devices of people who go on meeting each other miss nothing, get nothing twice and show the truth through: ${SLICE.map(({ name }) => name).join('; ')}`, async () => {
  const left = [...SLICE];
  const round = await playRound({ scale: SCALE, next: () => left.shift() });
  const { incidents, answers } = round;
  expect(problems(round)).toEqual([]);
  expect(incidents.map(({ fault }) => fault.name).toSorted()).toEqual(SLICE.map(({ name }) => name).toSorted());
  expect(answers.filter(({ outcome }) => outcome === 'unknown')).toEqual([]);
  expect(rowsOf(SLICE, [round]).map((row) => [row.fault.name, missedCounts(row)])).toEqual(
    SLICE.map(({ name }) => [name, []]),
  );
  expect(slack([round])).toEqual([]);
}, 300_000);
