import { expect, test } from 'vitest';
import { chooseRun, schemesAmong } from './choose-run';

const run = (schemeCode: string, periodCode: string) => ({
  ...{ id: `${schemeCode} ${periodCode}`, schemeCode, periodCode, nameZh: '演示', nameEn: 'Demo' },
  ...{ group: { code: 'G', nameZh: '演示', nameEn: 'Demo' }, isDemonstration: true, isExample: false },
});
const choices = [run('A', '2025'), run('A', '2024'), run('B', '2023')];

test.each([
  ['nothing means the newest of the first scheme', {}, 'A 2025'],
  ['a scheme alone means its newest', { scheme: 'B' }, 'B 2023'],
  ['a period of the scheme is taken', { scheme: 'A', period: '2024' }, 'A 2024'],
  ['a period that the scheme has not falls back to its newest', { scheme: 'B', period: '2025' }, 'B 2023'],
  ['an unknown scheme falls back to the first', { scheme: 'X', period: '2024' }, 'A 2024'],
])('%s', (_, asked, id) => {
  expect(chooseRun(choices, asked)?.id).toBe(id);
});

test('without results there is no choice, and each scheme is listed once', () => {
  expect(chooseRun([], {})).toBeNull();
  expect(schemesAmong(choices).map(({ schemeCode }) => schemeCode)).toEqual(['A', 'B']);
});
