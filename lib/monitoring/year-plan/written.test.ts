import { expect, test } from 'vitest';
import { writtenStep } from './written';

test.each([
  ['month', 3, '2026年3月统计', 'Mar 2026, monthly figures'],
  ['quarter', 3, '2026年一季度监测', 'Q1 2026, quarterly monitoring'],
  ['half', 6, '2026年上半年评估', 'H1 2026, half-year evaluation'],
  ['year', 12, '2026年度考核', '2026, annual assessment'],
] as const)('the step of a %s that ends with month %d names its time once', (kind, month, zh, en) => {
  expect([writtenStep({ kind, month }, 2026, 'zh-CN'), writtenStep({ kind, month }, 2026, 'en')]).toEqual([zh, en]);
});
