import { expect, test } from 'vitest';
import { definitionAt } from './definition-at';

const words = { definitionZh: '', definitionEn: '', formulaZh: '', formulaEn: '', isBreak: true, reason: '' };
const definitions = ['2021-01-01', '2015-07-01', '2001-01-01'].map((validFrom) => ({ validFrom, ...words }));

test.each([
  ['the newest without a period', null, '2021-01-01'],
  ['the newest for a period without a date', 'undated', '2021-01-01'],
  ['the one that held in the year', '2020', '2015-07-01'],
  ['the one that came into force within the year', '2015', '2015-07-01'],
  ['the one before for the half year before', '2015-H1', '2001-01-01'],
  ['the first of all for a year before it', '1999', '2001-01-01'],
])('the definition shown is %s', (_, period, validFrom) => {
  expect(definitionAt(definitions, period)?.validFrom).toBe(validFrom);
});

test('without definitions none is shown', () => {
  expect(definitionAt([], '2020')).toBeUndefined();
});

test('without a period the one of today is shown, and not one that begins later', () => {
  expect(definitionAt(definitions, null, '2018-05-01')?.validFrom).toBe('2015-07-01');
});
