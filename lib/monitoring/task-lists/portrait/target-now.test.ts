import { expect, test } from 'vitest';
import { targetNow } from './target-now';

const ends = (...known: readonly (string | null)[]) => Array.from({ length: 12 }, (_, at) => known[at] ?? null);
const indicator = {
  ...{ code: 'DEMO', nameZh: '演示', nameEn: 'Demo', unitZh: '亿元', unitEn: '', decimals: 1 },
} as const;
const adding = { ...indicator, measure: 'amount', basis: 'yearToDate', direction: 'higher' } as const;
const level = { ...indicator, measure: 'rate', basis: 'current', direction: 'lower' } as const;

test('an amount of the year is on the way from nothing: 150 of 200 is three quarters', () => {
  const now = targetNow({ indicator: adding, target: '200' }, { ends: ends('20', null, '150'), before: ends() });
  expect(now).toMatchObject({ actual: '150', month: 3, share: 75, isReached: false });
});

test('a level is on the way from the year before, and one that falls is reached below its target', () => {
  const before = [...ends().slice(0, 11), '8'];
  const half = targetNow({ indicator: level, target: '6' }, { ends: ends('7'), before });
  expect(half).toMatchObject({ month: 1, share: 50, isReached: false });
  expect(targetNow({ indicator: level, target: '6' }, { ends: ends('5.9'), before }).isReached).toBe(true);
});

test('nothing is said where no figure is known, or no beginning of a level', () => {
  expect(targetNow({ indicator: adding, target: '200' }, { ends: ends(), before: ends() })).toMatchObject({
    ...{ actual: null, month: null, share: null, isReached: false },
  });
  expect(targetNow({ indicator: level, target: '6' }, { ends: ends('7'), before: ends() }).share).toBeNull();
});
