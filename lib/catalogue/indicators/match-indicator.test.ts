import { expect, test } from 'vitest';
import { matchesIndicator } from '@/lib/catalogue/indicators/match-indicator';

const gdp = { code: 'GDP', nameZh: '地区生产总值', nameEn: 'Gross domestic product', initials: 'dqsczz' };

test.each([
  ['生产', true],
  ['dqsc', true],
  ['domestic', true],
  ['GROSS product', true],
  ['ｇｄｐ', true],
  [' ', true],
  ['人口', false],
  ['gross 人口', false],
])('“%s” finds gross domestic product: %s', (query, found) => {
  expect(matchesIndicator(gdp, query)).toBe(found);
});
