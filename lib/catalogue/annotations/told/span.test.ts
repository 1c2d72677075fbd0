import { expect, test } from 'vitest';
import { readMoment, spanOf, writtenSpan } from '@/lib/catalogue/annotations/told/span';

test.each([
  ['2022-03-28', '2022-03-28'],
  ['2022年3月28日', '2022-03-28'],
  ['2022.3.8', '2022-03-08'],
  ['2022/3/8', '2022-03-08'],
  ['2022-02-30', null],
  ['2022', '2022'],
  ['2022年', '2022'],
  ['2022年3月', '2022-M03'],
  ['2022年二季度', '2022-Q2'],
  ['2022-M03', '2022-M03'],
  ['1066-03-28', null],
  ['某时', null],
  ['', null],
])('%s is read as %s', (typed, code) => {
  expect(readMoment(typed)).toBe(code);
});

test('a span goes from the first day of its beginning to the last of its end', () => {
  expect(spanOf('2022-M03', '2022-Q2')).toMatchObject({ startsOn: '2022-03-01', endsOn: '2022-06-30' });
  expect(spanOf('2020-M02', null)).toMatchObject({ startsOn: '2020-02-01', endsOn: '2020-02-29', until: null });
  expect(spanOf('2022-03-28', '2022-03-28')?.until).toBeNull();
  expect(spanOf('2022-M03', '2021')).toBeNull();
  // The year of a month begins before the month, and a month of a year ends before the year.
  expect(spanOf('2022-M03', '2022')).toBeNull();
  expect(spanOf('2022', '2022-M03')).toBeNull();
  expect(spanOf('2022-M03', '2022-03-15')).toBeNull();
  expect(spanOf('2022', '2022-M12')).toMatchObject({ startsOn: '2022-01-01', endsOn: '2022-12-31' });
});

test('a span is written in both languages', () => {
  expect(writtenSpan({ since: '2022-03-28', until: '2022-M05' }, 'zh-CN')).toBe('2022年3月28日至2022年5月');
  expect(writtenSpan({ since: '2022-03-28', until: '2022-M05' }, 'en')).toBe('28 Mar 2022 – May 2022');
  expect(writtenSpan({ since: '2022', until: null }, 'zh-CN')).toBe('2022年');
});
