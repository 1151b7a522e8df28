import type { Bounds, Fault } from './fault';
import { note } from './incident';
import type { Answered } from './load';
import { missed, missedCounts, slack } from './report';
import type { Round } from './round';
import { rowsOf } from './rows';
import type { Incident } from './scene';

/** What a run could get wrong about its figures is planted here. Times are milliseconds. */
const fault = (bounds: Bounds): Fault => ({
  ...{ name: 'a fault', figure: 'what must hold', reach: 'system', bounds },
  inject: async () => {},
});

/** It lasts from 1,000 to 2,000, and until 3,000 with all that comes of it. */
const incident = (bounds: Bounds, more: Partial<Incident> = {}): Incident => ({
  ...{ fault: fault(bounds), api: null, began: 1000, ended: 2000, over: 3000, events: 0, breaks: 0, felt: 1 },
  ...{ deliveries: [], laterDeliveries: [], recoveries: [], departures: [] },
  ...more,
});

const answer = (began: number, ended: number, more: Partial<Answered> = {}): Answered => ({
  ...{ actor: 'Grace', key: 'a key', what: 'invite', api: 0, began, ended, failures: [], outcome: 'ok' },
  ...more,
});
const failing = (began: number, at: number) => answer(began, at + 100, { failures: [{ why: 'no answer', at }] });

const round = (incidents: Incident[], answers: Answered[] = []): Round => ({
  ...{ incidents, answers, violations: [], brokenAnswers: [], log: [], mishaps: [], audit: null },
  ...{ clients: 1, events: 0, forgotten: 0, resets: 0, load: { due: 1, skipped: 0, seconds: 1 } },
});
const rowOf = (one: Incident, answers?: Answered[]) => {
  const [row] = rowsOf([one.fault], [round([one], answers)]);
  if (!row) throw new Error('There is no row.');
  return row;
};

describe('A figure is missed', () => {
  test.each([
    ['recovery', { recovery: 5 }],
    ['departure', { departure: 5 }],
    ['writes', { writes: 5 }],
    ['writes back', { writesBack: 5 }],
    ['news', { delivery: 5 }],
    ['news after', { laterDelivery: 5 }],
  ])('when nothing was measured of it: %s', (what, bounds) => {
    expect(missed(rowOf(incident(bounds)))).toEqual([`${what}: no values`]);
  });

  test('when one of a hundred is later than it may be, and not when all are in time', () => {
    const taking = (...recoveries: number[]) => missed(rowOf(incident({ recovery: 5 }, { recoveries })));
    expect(taking(...Array(99).fill(1), 6)).toEqual(['recovery 6 ms']);
    expect(taking(...Array(100).fill(5))).toEqual([]);
  });

  test('when writes come back too late after one of several faults', () => {
    const answers = [2100, 9000].map((ended) => answer(ended - 10, ended));
    const again = incident({ writesBack: 2000 }, { began: 4000, ended: 5000, over: 9500 });
    const [row] = rowsOf([again.fault], [round([incident({ writesBack: 2000 }), again], answers)]);
    expect(row && missed(row)).toEqual(['writes back 4,000 ms']);
  });

  test('when nobody noticed anything of a fault', () => {
    const unfelt = incident({}, { felt: 0 });
    expect(missed(rowOf(unfelt))).toEqual(['1 of 1 without any effect']);
    expect(missed(rowOf(unfelt, [answer(1500, 1510)]))).toEqual(['1 of 1 without any effect']);
    for (const felt of [answer(1500, 2500), failing(1500, 1600)]) expect(missed(rowOf(unfelt, [felt]))).toEqual([]);
    expect(missed(rowOf({ ...unfelt, breaks: 1 }))).toEqual([]);
    expect(missed(rowOf({ ...unfelt, deliveries: [900] }))).toEqual([]);
  });

  test('when a change fails, also one that was under way as the fault began, and not when it had failed before', () => {
    const counted = (...answers: Answered[]) => missedCounts(rowOf(incident({ failed: 0 }), answers));
    expect(counted(failing(1500, 1600))).toEqual(['1 failed mutations']);
    expect(counted(failing(900, 1600))).toEqual(['1 failed mutations']);
    expect(counted(failing(900, 950), failing(2500, 2600))).toEqual([]);
  });

  test('when a change has to be asked for again since its answer is late, but for what another fault has left', () => {
    const late = answer(900, 1700, { failures: [{ why: 'Unanswered: Error: No answer in time.', at: 1600 }] });
    const one = incident({ failed: 0 });
    expect(missed(rowOf(one, [late]))).toEqual(['1 late mutations']);
    const before = incident({}, { began: 100, ended: 500, over: 950 });
    expect(rowsOf([one.fault], [round([before, one], [late])]).flatMap(missed)).toEqual([]);
  });

  test('when less than three of ten commands are done', () => {
    const refused = Array<Answered>(71).fill(answer(1, 2, { outcome: 'refused' }));
    const done = Array<Answered>(29).fill(answer(1, 2));
    expect(slack([round([], [...refused, ...done])])).toEqual(['only 29 of 100 commands were done']);
    expect(slack([round([], [...refused, ...done, ...done])])).toEqual([]);
  });
});

test('News counts while a fault lasts, and again from five to eight seconds after it', () => {
  const now = performance.now();
  const heard = (ended: number, changed: number) => {
    const one = incident({ laterDelivery: 50 }, { ended });
    const occurredAt = new Date(performance.timeOrigin + changed).toISOString();
    const event = { __typename: 'Event', kind: 'ANY', seq: '1', cursor: '', occurredAt };
    note(one, { way: 'socket' }, [event]);
    note(one, { way: 'pages' }, [event]);
    return [one.deliveries.length, one.laterDeliveries.length];
  };
  expect(heard(Infinity, now)).toEqual([1, 0]);
  expect(heard(now - 4000, now)).toEqual([0, 0]);
  expect(heard(now - 6000, now)).toEqual([0, 1]);
  expect(heard(now - 9000, now)).toEqual([0, 0]);
});
