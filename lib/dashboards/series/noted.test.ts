import { expect, test } from 'vitest';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { noted, notesInPeriod, noteText } from '@/lib/dashboards/series/noted';
import { timeTicks } from '@/lib/dashboards/series/spaced-periods';
import type { TrendSpec } from '@/lib/dashboards/series/words';
import { yearsAgainst } from '@/lib/dashboards/series/year-to-date';

const indicator = { code: 'GDP', nameZh: '地区生产总值', nameEn: 'GDP' };
const jia = { code: 'JIA', nameZh: '甲区', nameEn: 'Jia', isDemonstration: true };
function note(startsOn: string, endsOn = startsOn, more: Partial<Annotation> = {}): Annotation {
  return {
    ...{ id: `${startsOn}${endsOn}`, kind: 'annotation', indicator, unit: null, since: startsOn, startsOn, endsOn },
    ...{ until: endsOn === startsOn ? null : endsOn, titleZh: '疫情', titleEn: 'Epidemic', textZh: '停产。' },
    ...{ textEn: 'Stopped.', awardedBy: '', source: null, locator: '', withdrawnReason: null, version: 1 },
    ...more,
  };
}
const trend = (codes: readonly string[], keys = ['JIA']): TrendSpec => ({
  ...{ kind: 'trend', ticks: timeTicks(codes, [], 'zh-CN') },
  series: keys.map((key) => ({ key, label: key, points: codes.map(() => ({ value: 1, text: '1' })) })),
});
const gdp = { indicator: 'GDP' };
const placesOf = (spec: TrendSpec, ...notes: Annotation[]) =>
  noted(spec, notes, gdp, 'zh-CN').notes?.map(({ places }) => places.map(({ from, to }) => [from, to]));

const years = ['2019', '2020', '2021', '2022'];
const months = ['2022-M01', '2022-M02', '2022-M03', '2022-M04'];
test.each<[string, string, string, number[] | undefined]>([
  ['a day', '2020-05-01', '2020-05-01', [1, 1]],
  ['a range over several years', '2020-12-01', '2022-02-01', [1, 3]],
  ['a range that begins before the chart', '2001-01-01', '2019-06-30', [0, 0]],
  ['a range that ends after it', '2021-06-01', '2030-01-01', [2, 3]],
  ['what is over before it', '2001-01-01', '2018-12-31', undefined],
  ['what begins after it', '2023-01-01', '2023-12-31', undefined],
])('%s stands over the years that it touches', (_what, from, to, places) => {
  expect(placesOf(trend(years), note(from, to))).toEqual(places && [[places]]);
});

test('a note stands over the months that it touches, and not over a gap', () => {
  expect(placesOf(trend(months), note('2022-02-15', '2022-03-01'))).toEqual([[[1, 2]]]);
  const gappy: TrendSpec = { ...trend(['2018', '2022']), ticks: ['2018', '2022'].map((key) => ({ key, label: key })) };
  expect(placesOf(gappy, note('2018-06-01', '2020-01-01'))).toEqual([[[0, 0]]]);
  expect(placesOf(gappy, note('2019-06-01', '2020-01-01'))).toBeUndefined();
});

test('where this year is drawn against the last one, a note stands at its month in either year', () => {
  const points = ['2025-YTD02', '2025-YTD03', '2025-YTD11', '2026-YTD02'].map((tickKey) => ({
    ...{ seriesKey: 'JIA', tickKey, value: '1', text: '1' },
  }));
  const spec = yearsAgainst(points, [{ key: 'JIA', label: '甲区' }], '2026-YTD02', 'zh-CN');
  expect(spec.ticks[0]?.label).toBe('1—2月');
  expect(placesOf(spec, note('2025-03-10'))).toEqual([[[1, 1]]]);
  expect(placesOf(spec, note('2025-11-10', '2026-01-10'))).toEqual([
    [
      [0, 0],
      [9, 9],
    ],
  ]);
});

test('a year that has no line is no place for a note, and of two years a word names its own', () => {
  const points = ['2025-YTD02', '2026-YTD02', '2026-YTD03'].map((tickKey) => ({
    ...{ seriesKey: 'JIA', tickKey, value: '1', text: '1' },
  }));
  const head = [{ key: 'JIA', label: '甲区' }];
  const drawn = (from: number) => {
    const spec = yearsAgainst(points.slice(from), head, '2026-YTD03', 'zh-CN');
    return noted(spec, [note('2025-02-10'), note('2026-03-10')], gdp, 'zh-CN').notes?.map(({ word }) => word);
  };
  expect(drawn(0)).toEqual(['2025 疫情', '2026 疫情']);
  expect(drawn(1)).toEqual(['疫情']);
});

test('only notes about the indicator and the units of the chart, and about all, are drawn', () => {
  const day = '2020-01-01';
  const other = { code: 'TAX', nameZh: '税收', nameEn: 'Tax' };
  const notes = [
    note(day, day, { id: 'all', indicator: null }),
    note(day, day, { id: 'own', unit: jia }),
    note(day, day, { id: 'foreign', unit: { ...jia, code: 'YI' } }),
    note(day, day, { id: 'other', indicator: other }),
  ];
  const drawn = (spec: TrendSpec, about: Parameters<typeof noted>[2]) =>
    noted(spec, notes, about, 'zh-CN').notes?.map(({ key, mark }) => key + mark);
  expect(drawn(trend(years), gdp)).toEqual(['all①', 'own②']);
  expect(drawn(trend(years, ['actual']), { ...gdp, units: ['YI'] })).toEqual(['all①', 'foreign②']);
  expect(drawn(trend(years), { indicator: null })).toEqual(['all']);
});

test('of many notes the latest twelve are drawn and the others counted', () => {
  const many = Array.from({ length: 15 }, (_, at) => note(`2020-01-${`${at + 1}`.padStart(2, '0')}`));
  const spec = noted(trend(years), many, gdp, 'zh-CN');
  expect([spec.notes?.length, spec.notes?.[0]?.key, spec.notes?.at(-1)?.mark, spec.notesLeftOut]).toEqual([
    ...[12, '2020-01-042020-01-04', '⑫', 3],
  ]);
  // A file has room for all of them.
  expect(notesInPeriod(many, '2020', { indicator: 'GDP', units: ['JIA'] }, 'zh-CN')).toHaveLength(15);
});

test('a note is told with its day, its unit among several, and its document', () => {
  const source = { code: 'S', title: '月报', withdrawnReason: null };
  const about = note('2020-05-01', '2020-05-01', { unit: jia, source, locator: '第3页' });
  const [one] = noted(trend(years, ['JIA', 'YI']), [about], gdp, 'zh-CN').notes ?? [];
  expect(one && noteText(one, 'zh-CN')).toBe('2020年5月1日　甲区，疫情：停产。 来源：月报，第3页');
  const [alone] = noted(trend(years), [about], gdp, 'en').notes ?? [];
  expect(alone?.line).toBe('1 May 2020 – Epidemic: Stopped.');
  const told = notesInPeriod([about, note('2021-01-01')], '2020', { indicator: 'GDP', units: ['JIA'] }, 'zh-CN');
  expect(told).toEqual(['2020年5月1日　疫情：停产。 来源：月报，第3页']);
});
