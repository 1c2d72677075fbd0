import { expect, test } from 'vitest';
import { byTopic, longestCourse, rankMatch, strongAndWeak } from './portrait';
import type { UnitFigure, UnitPlace } from './words';

const name = (code: string) => ({ code, nameZh: code, nameEn: code });
const figure = (code: string, periodCode: string, periodKind: UnitFigure['periodKind'] = 'year'): UnitFigure => ({
  indicator: { ...name(code), topicCode: 'economy', unitZh: '', unitEn: '', measure: 'amount', direction: 'higher' },
  periodKind,
  figure: {
    indicatorCode: code,
    orgUnitCode: 'U',
    periodCode,
    value: '1',
    decimals: 0,
    qualifier: 'exact',
    qualifierPrinted: '',
    vintage: 'final',
    reportedYoy: null,
    periodPrinted: '',
    note: '',
    citation: { sourceCode: 'S', sourceTitle: '', publisher: '', locator: '', quote: '' },
  },
});
const place = (indicatorCode: string, at: number, of = 12): UnitPlace => ({
  indicatorCode,
  periodCode: '2022',
  place: at,
  of,
});
const linesOf = (places: UnitPlace[]) =>
  byTopic(
    places.map((one) => figure(one.indicatorCode, '2022')),
    [name('economy')],
    places,
    [],
  ).flatMap((topic) => topic.indicators);

test('the latest figure leads its indicator and topics without figures are left out', () => {
  const topics = byTopic([figure('GDP', '2022'), figure('GDP', '2021')], [name('industry'), name('economy')], [], []);
  expect(topics.map(({ topic }) => topic.code)).toEqual(['economy']);
  expect(topics[0]?.indicators[0]?.latest.figure.periodCode).toBe('2022');
  expect(topics[0]?.indicators[0]?.earlier).toHaveLength(1);
});

test('strong is the first third, weak the last third, best and worst first', () => {
  const { strong, weak } = strongAndWeak(
    linesOf([place('A', 4), place('B', 1), place('C', 8), place('D', 12), place('E', 9)]),
  );
  expect(strong.map(({ indicator }) => indicator.code)).toEqual(['B', 'A']);
  expect(weak.map(({ indicator }) => indicator.code)).toEqual(['D', 'E']);
});

test('a place is matched with the benchmark only among as many peers', () => {
  const match = rankMatch(linesOf([place('GDP', 4), place('A', 2), place('B', 7), place('C', 1, 9)]), 'GDP');
  expect(match?.matched.map(({ line, ahead }) => [line.indicator.code, ahead])).toEqual([
    ['A', 2],
    ['B', -3],
  ]);
  expect(rankMatch(linesOf([place('A', 2)]), 'GDP')).toBeNull();
});

test('a course keeps to one kind of period and leaves out the undated', () => {
  const figures = [
    figure('GDP', '2023-H1', 'half'),
    figure('GDP', '2022'),
    figure('GDP', '2021'),
    figure('GDP', 'undated', 'undated'),
  ];
  const [line] = byTopic(figures, [name('economy')], [], []).flatMap((topic) => topic.indicators);
  expect(line && longestCourse(line).map(({ figure: one }) => one.periodCode)).toEqual(['2021', '2022']);
});
