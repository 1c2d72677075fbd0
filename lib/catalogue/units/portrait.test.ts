import { expect, test } from 'vitest';
import { leadLines, periodsOf, portraitOf, rankMatch, strongAndWeak } from '@/lib/catalogue/units/portrait';
import type { UnitFigure, UnitPlace } from '@/lib/catalogue/units/words';
import type { FigureView } from '@/lib/observations/words';

const name = (code: string) => ({ code, nameZh: code, nameEn: code });
type Told = Partial<Pick<FigureView, 'value' | 'qualifier' | 'reportedYoy'>> & {
  kind?: UnitFigure['periodKind'];
  growthOf?: string;
  isWeak?: boolean;
};

function figure(code: string, periodCode: string, told: Told = {}): UnitFigure {
  const { kind = 'year', growthOf = null, isWeak = false, ...rest } = told;
  return {
    indicator: {
      ...name(code),
      topicCode: 'economy',
      unitZh: '亿元',
      unitEn: '',
      measure: growthOf ? 'rate' : 'amount',
      direction: 'higher',
      growthOf,
      redefined: code === 'POP' ? ['2020-11-01'] : [],
    },
    periodKind: kind,
    isWeak,
    figure: {
      indicatorCode: code,
      orgUnitCode: '甲市',
      periodCode,
      value: '100',
      decimals: 1,
      qualifier: 'exact',
      qualifierPrinted: '',
      vintage: 'final',
      reportedYoy: null,
      periodPrinted: '',
      note: '',
      citation: {
        sourceCode: periodCode,
        sourceTitle: '',
        publisher: '',
        publishedOn: null,
        sourceWithdrawn: null,
        locator: '',
        quote: '',
      },
      ...rest,
    },
  };
}

const place = (indicatorCode: string, at: number, told: Partial<UnitPlace> = {}): UnitPlace => ({
  indicatorCode,
  periodCode: '2022',
  place: at,
  of: 12,
  members: 13,
  isTied: false,
  isWeak: false,
  ...told,
});

const topics = [name('industry'), name('economy')];
const portrait = (figures: UnitFigure[], places: UnitPlace[] = [], period: string | null = null) =>
  portraitOf({ figures, topics, places, ranks: [] }, period).flatMap(({ indicators }) => indicators);
const linesOf = (places: UnitPlace[]) =>
  portrait(
    places.map((one) => figure(one.indicatorCode, one.periodCode)),
    places,
  );

test('the latest figure leads its indicator, and topics without figures are left out', () => {
  const families = portraitOf(
    { figures: [figure('GDP', '2022'), figure('GDP', '2021')], topics, places: [], ranks: [] },
    null,
  );
  expect(families.map(({ topic }) => topic.code)).toEqual(['economy']);
  expect(families[0]?.indicators[0]?.periods.map((one) => one.figure.periodCode)).toEqual(['2022', '2021']);
});

test('a chosen period leaves only its figures, but the whole course', () => {
  const [gdp, ...others] = portrait(
    [figure('GDP', '2022'), figure('GDP', '2021'), figure('POP', '2022')],
    [place('GDP', 4), place('GDP', 5, { periodCode: '2021' })],
    '2021',
  );
  expect(others).toEqual([]);
  expect(gdp?.periods.map((one) => one.figure.periodCode)).toEqual(['2021']);
  expect(gdp?.standing?.place).toBe(5);
  expect(gdp?.course).toHaveLength(2);
});

test('the growth that a source states is preferred to a computed one', () => {
  const growthOf = (figures: UnitFigure[]) => portrait(figures)[0]?.periods[0];
  const two = [figure('GDP', '2022', { value: '110' }), figure('GDP', '2021')];
  expect(growthOf(two)?.computed).toMatchObject({ kind: 'percent', change: '10.0' });
  expect(growthOf([figure('GDP', '2022', { value: '110', reportedYoy: '7.1' }), figure('GDP', '2021')])).toMatchObject({
    reported: { change: '7.1' },
    computed: null,
  });
  const stated = figure('GDP_G', '2022', { value: '7.10', growthOf: 'GDP' });
  expect(growthOf([...two, stated])).toMatchObject({
    reported: { change: '7.1', stated: stated.figure },
    computed: null,
  });
});

test('no growth is computed from a bound or an estimate, or across a missing year', () => {
  for (const figures of [
    [figure('GDP', '2022', { qualifier: 'at_least' }), figure('GDP', '2021')],
    [figure('GDP', '2022'), figure('GDP', '2021', { qualifier: 'expected' })],
    [figure('GDP', '2022'), figure('GDP', '2020')],
  ]) {
    expect(portrait(figures)[0]?.periods[0]).toMatchObject({ reported: null, computed: null });
  }
});

test('no growth is computed across a changed definition: a census is no growth', () => {
  const lines = (code: string) => portrait([figure(code, '2020', { value: '110' }), figure(code, '2019')]);
  expect(lines('RETAIL')[0]?.periods[0]?.computed).toMatchObject({ kind: 'percent', change: '10.0' });
  expect(lines('POP')[0]?.periods[0]?.computed).toBeNull();
});

test('the standing of a unit is a place among half of the group, from a firm source if there is one', () => {
  const standing = (...places: UnitPlace[]) => portrait([figure('GDP', '2024')], places)[0]?.standing?.place;
  expect(standing(place('GDP', 1, { of: 6 }), place('GDP', 4))).toBe(4);
  expect(standing(place('GDP', 3, { isWeak: true }), place('GDP', 4))).toBe(4);
  expect(standing(place('GDP', 3, { isWeak: true }))).toBe(3);
  expect(standing(place('GDP', 1, { of: 6 }))).toBeUndefined();
});

test('strong is the first third, weak the last third, best and worst first', () => {
  const { strong, weak } = strongAndWeak(
    linesOf([place('A', 4), place('B', 1), place('C', 8), place('D', 12), place('E', 9)]),
  );
  expect(strong.map(({ line }) => line.indicator.code)).toEqual(['B', 'A']);
  expect(weak.map(({ line }) => line.indicator.code)).toEqual(['D', 'E']);
});

test('a place is compared with the benchmark of its own period, and only among as many peers', () => {
  const places = [
    place('GDP', 4),
    place('GDP', 6, { periodCode: '2021' }),
    place('A', 2),
    place('B', 7, { periodCode: '2021' }),
    place('C', 1, { of: 9 }),
  ];
  const lines = portrait(['GDP', 'A', 'C'].map((code) => figure(code, '2022')).concat(figure('B', '2021')), places);
  expect(rankMatch(lines, places, 'GDP').map(({ line, ahead }) => [line.indicator.code, ahead])).toEqual([
    ['A', 2],
    ['B', -1],
  ]);
  expect(rankMatch(linesOf([place('A', 2)]), [place('A', 2)], 'GDP')).toEqual([]);
});

test('a course has one kind of period, oldest first, and no undated figure', () => {
  const [gdp] = portrait([
    figure('GDP', '2023-Q1', { kind: 'quarter' }),
    figure('GDP', '2022'),
    figure('GDP', '2021'),
    figure('GDP', 'undated', { kind: 'undated' }),
  ]);
  expect(gdp?.course.map((one) => one.figure.periodCode)).toEqual(['2021', '2022']);
});

test('a portrait opens with the last verified figures', () => {
  const lines = portrait([
    figure('GDP', '2024', { isWeak: true }),
    figure('GDP', '2022'),
    figure('OTHER', '2022'),
    figure('PORT', '2015'),
  ]);
  expect(leadLines(lines).map(({ indicator, period }) => [indicator.code, period.figure.periodCode])).toEqual([
    ['GDP', '2022'],
  ]);
});

test('a growth rate shown at its base is no line of its own, unless the two differ', () => {
  const isBesideBase = (value: string, reportedYoy: string | null) =>
    portrait([figure('GDP', '2022', { reportedYoy }), figure('GDP_G', '2022', { value, growthOf: 'GDP' })]).map(
      ({ isBeside }) => isBeside,
    );
  expect(isBesideBase('2.1', null)).toEqual([false, true]);
  expect(isBesideBase('2.10', '2.1')).toEqual([false, true]);
  expect(isBesideBase('2.0', '2.1')).toEqual([false, false]);
  expect(portrait([figure('GDP_G', '2022', { growthOf: 'GDP' })])[0]?.isBeside).toBe(false);
});

test('the periods of the menu are dated, newest first', () => {
  const figures = ['2021', '2022-H1', 'undated', '2022'].map((code) => figure('GDP', code));
  expect(periodsOf(figures)).toEqual(['2022', '2022-H1', '2021']);
});
