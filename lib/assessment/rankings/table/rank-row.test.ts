import { expect, test } from 'vitest';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { changeOf, gradeWords, toFirst, toLine } from './rank-row';

const words = { nameZh: '演示', nameEn: 'Demo' };
const grade = (key: string, more: object) => ({ key, ...words, ...more });
const item = { kind: 'item', key: 'm', weight: 100, indicator: 'M', direction: 'higher', ...words };
const method = { kind: 'minMax', bounds: { from: 'peers' } };
const schemeOf = (grades: object) =>
  Scheme.parse({
    ...{ format: 1, kind: 'comprehensive', peerGroup: 'G', grades, ...words },
    root: { kind: 'block', key: 'all', weight: 100, aggregation: 'sum', parts: [{ ...item, method }], ...words },
  });
const cutoff = schemeOf({
  by: 'cutoff',
  grades: [grade('a', { atLeast: 90 }), grade('b', { atLeast: 80 }), grade('c', { atLeast: null })],
});
const quota = schemeOf({
  ...{ by: 'quota', rounding: 'down', line: 'above' },
  grades: [
    grade('a', { percent: 20, count: null }),
    grade('b', { percent: 30, count: null }),
    grade('c', { percent: null, count: null }),
  ],
});
const none = { best: 95, lowest: {} };
const got = { best: 95, lowest: { a: 92, b: 81 } };

test.each([
  ['of a cut-off is its least total', cutoff, 'b', 85, none, { grade: 'a', gap: 5 }],
  ['of the next better grade, not of the best', cutoff, 'c', 70, none, { grade: 'b', gap: 10 }],
  ['of a quota is the least total with the grade', quota, 'b', 85, got, { grade: 'a', gap: 7 }],
  [
    'of a grade without units is that of the grade above',
    quota,
    'c',
    70,
    { best: 95, lowest: { a: 92 } },
    { grade: 'a', gap: 22 },
  ],
  ['does not exist for the best grade', cutoff, 'a', 91, none, null],
  ['does not exist where a veto and not the total decided', cutoff, 'b', 93, none, null],
  ['does not exist without a grade', cutoff, null, 93, none, null],
])('the line %s', (_, scheme, key, total, lines, line) => {
  expect(toLine({ total, grade: key }, scheme, lines)).toEqual(line);
});

test('a change is counted from the earlier rank, and only once the total is final', () => {
  expect(changeOf({ rank: 2, previousRank: 5, isProvisional: false })).toBe(3);
  expect(changeOf({ rank: 5, previousRank: 2.5, isProvisional: false })).toBe(-2.5);
  expect(changeOf({ rank: 2, previousRank: 5, isProvisional: true })).toBeNull();
  expect(changeOf({ rank: 2, previousRank: null, isProvisional: false })).toBeNull();
  expect(changeOf({ rank: null, previousRank: 5, isProvisional: false })).toBeNull();
});

test('the distance to the first is in points of the total', () => {
  const row = { rank: 2, isApart: false };
  expect(toFirst({ ...row, total: 90 }, got)).toBe(5);
  expect(toFirst({ ...row, total: null }, got)).toBeNull();
  expect(toFirst({ ...row, total: 90 }, { best: null, lowest: {} })).toBeNull();
  expect(toFirst({ rank: null, isApart: true, total: 90 }, got)).toBe(5);
  // Half of a total is no lead over a whole one.
  expect(toFirst({ rank: null, isApart: false, total: 200 }, got)).toBeNull();
});

test('the grade of a unit whose figures, or those of its group, are awaited is 待定', () => {
  expect(gradeWords({ grade: 'a', notes: [] }, cutoff, 'zh-CN')).toBe('演示');
  expect(gradeWords({ grade: null, notes: [{ kind: 'gradeWaits' }] }, cutoff, 'zh-CN')).toBe('待定');
  expect(gradeWords({ grade: null, notes: [{ kind: 'quotaWaits', values: { count: 2 } }] }, quota, 'zh-CN')).toBe(
    '待定',
  );
  expect(gradeWords({ grade: null, notes: [] }, cutoff, 'zh-CN')).toBeNull();
});
