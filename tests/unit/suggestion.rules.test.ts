import { Appearances } from '../../src/network/suggestions/appearances';
import type { Background } from '../../src/network/suggestions/background.rules';
import { compare, fairShare, mutualReason } from '../../src/network/suggestions/suggestion.rules';

const NOTHING: Background = { jobs: [], schools: [], skills: [], industry: null, location: null };
const at = (where: string, from: string | null, until: string | null) => ({ where, from, until });
const worked = (...jobs: readonly Background['jobs'][number][]): Background => ({ ...NOTHING, jobs });
const textsOf = (mine: Background, theirs: Background) => compare(mine, theirs).reasons.map(({ text }) => text);

describe('what two members share', () => {
  test.each([
    ['2015', '2021-06', '2019-03', null, 'both at Siemens 2019–2021'],
    ['2019', null, '2020-05', null, 'both at Siemens since 2020'],
    ['2019', '2019', '2019-07', '2022', 'both at Siemens 2019'],
    ['2010', '2012', '2012-06', '2014', 'both at Siemens 2012'],
    ['2010', '2012-05', '2012-06', '2014', 'both have been at Siemens'],
    ['2010', '2012', '2014', '2016', 'both have been at Siemens'],
    [null, null, '2014', '2016', 'both have been at Siemens'],
    ['2014', '2016', null, '2015', 'both have been at Siemens'],
  ])('%s to %s and %s to %s at a company: %s', (from, until, since, end, text) => {
    const [mine, theirs] = [worked(at('Siemens', from, until)), worked(at('Siemens', since, end))];
    expect(textsOf(mine, theirs)).toEqual([text]);
    expect(textsOf(theirs, mine)).toEqual([text]);
  });

  test('of several shared employers the one with the longest time together is named', () => {
    const mine = worked(at('Bosch', '2001', '2003'), at('Siemens', '2004', '2010'));
    const theirs = worked(at('Siemens', '2006', '2010'), at('Bosch', '2002', '2003'));
    expect(textsOf(mine, theirs)).toEqual(['both at Siemens 2006–2010']);
  });

  test('everything counts, the strongest first, whatever the capitals and blanks', () => {
    const mine: Background = {
      jobs: [at('Siemens  AG', '2019', null)],
      schools: [at('MIT', null, null)],
      skills: ['Go', 'SQL'],
      industry: 'Energy',
      location: 'Berlin',
    };
    const theirs: Background = {
      jobs: [at('siemens ag', '2018', '2020')],
      schools: [at('mit', '2001', '2005')],
      skills: ['sql'],
      industry: 'ENERGY',
      location: ' berlin',
    };
    const { factor, reasons } = compare(mine, theirs);
    expect(reasons.map(({ kind }) => kind)).toEqual([
      ...['SAME_COMPANY', 'SAME_SCHOOL', 'SAME_PLACE', 'SAME_INDUSTRY', 'SHARED_SKILLS'],
    ]);
    expect(reasons[0]).toMatchObject({ text: 'both at siemens ag 2019–2020', fromYear: 2019, untilYear: 2020 });
    expect(factor).toBeGreaterThan(compare({ ...mine, jobs: [] }, theirs).factor);
  });

  test('strangers share nothing, and move nobody', () => {
    expect(compare(NOTHING, NOTHING)).toEqual({ factor: 1, reasons: [] });
    expect(compare(worked(at('Bosch', '2001', null)), worked(at('Siemens', '2001', null))).factor).toBe(1);
  });

  test('mutual connections are counted in words', () => {
    expect([mutualReason(1).text, mutualReason(12).text]).toEqual(['1 mutual connection', '12 mutual connections']);
  });
});

describe('fairness to those of whom much is asked', () => {
  test('little is no burden; then every doubling halves, down to a floor', () => {
    const share = (openInvitations: number, suggested = 0) => fairShare({ openInvitations, suggested });
    expect([share(0), share(20), share(40), share(80), share(10_000)]).toEqual([1, 1, 0.5, 0.25, 0.2]);
    expect([share(0, 200), share(0, 400), share(40, 100)]).toEqual([1, 0.5, 0.5]);
  });

  test('a viewer who looks again and again counts once a day; a day later half of it is left', () => {
    const DAY = 86_400_000;
    const appearances = new Appearances();
    for (let look = 0; look < 5; look++) appearances.note(1, [7, 8], 100 * DAY + look);
    appearances.note(2, [7], 100 * DAY + 10);
    expect([appearances.of(7, 100 * DAY + 20), appearances.of(8, 100 * DAY + 20)]).toEqual([2, 1]);
    expect(appearances.of(7, 101 * DAY + 20)).toBe(1);
    appearances.note(1, [7], 101 * DAY + 30);
    expect(appearances.of(7, 101 * DAY + 40)).toBe(2);
    expect(appearances.of(7, 110 * DAY)).toBe(0);
  });
});
