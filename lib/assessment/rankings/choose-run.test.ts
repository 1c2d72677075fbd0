import { expect, test } from 'vitest';
import { chooseRun, schemesAmong } from './choose-run';
import type { RunChoice } from './result-run';

const run = (schemeCode: string, periodCode: string, more: Partial<RunChoice> = {}) => ({
  ...{ id: `${schemeCode} ${periodCode}`, schemeCode, periodCode, nameZh: '演示', nameEn: 'Demo' },
  ...{ group: { code: 'G', nameZh: '演示', nameEn: 'Demo' }, isDemonstration: true, isExample: false },
  publishedAt: null,
  ...more,
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

test('without a scheme the newest publication that is no example is shown, a real one before a demonstration', () => {
  const [old, late] = [new Date('2026-11-01T00:00:00Z'), new Date('2026-11-20T00:00:00Z')];
  const example = run('E', '2022', { isExample: true, isDemonstration: false, publishedAt: late });
  const real = run('R', '2025', { isDemonstration: false, publishedAt: old });
  const shown = [example, run('D', '2024', { publishedAt: old }), run('F', '2025', { publishedAt: late })];
  expect(chooseRun(shown, {})?.id).toBe('F 2025');
  expect(chooseRun([...shown, real], {})?.id).toBe('R 2025');
  expect(chooseRun([example], {})?.id).toBe('E 2022');
});
