import { expect, test } from 'vitest';
import type * as z from 'zod';
import { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import { measureAfter } from './measure-after';

const measures: Readonly<Record<string, { unitZh: string; unitEn: string }>> = {
  GDP: { unitZh: '亿元', unitEn: '100 million yuan' },
  TAX: { unitZh: '万元', unitEn: '10,000 yuan' },
  POP: { unitZh: '万人', unitEn: '10,000 persons' },
  LAND: { unitZh: '平方公里', unitEn: 'km²' },
  SHARE: { unitZh: '%', unitEn: '%' },
};
const ratio = (indicator: string, factor: number) => ({ kind: 'ratio' as const, indicator, factor });

const cases: [string, string, z.input<typeof Transform>[], string][] = [
  ['a share of the same unit', 'GDP', [ratio('GDP', 100)], '%'],
  ['a share of another scale', 'TAX', [ratio('GDP', 0.01)], '%'],
  ['per ten thousand persons', 'GDP', [ratio('POP', 10_000)], '元/人'],
  ['per square kilometre', 'GDP', [ratio('LAND', 1)], '亿元/平方公里'],
  ['a factor that no scale explains', 'GDP', [ratio('LAND', 7)], '亿元/平方公里 × 7'],
  ['a place of a value per person', 'GDP', [ratio('POP', 10_000), { kind: 'rank' }], '位'],
  ['growth', 'GDP', [{ kind: 'growth', against: 'yearEarlier' }], '%'],
  ['a change of a share', 'SHARE', [{ kind: 'change', against: 'yearEarlier' }], '个百分点'],
  ['a change of an amount', 'GDP', [{ kind: 'change', against: 'yearEarlier' }], '亿元'],
  ['a logarithm', 'GDP', [{ kind: 'log' }], ''],
  ['a mean of years', 'GDP', [{ kind: 'average', periods: 3, against: 'yearEarlier' }], '亿元'],
];

test.each(cases)('the unit after %s', (_, indicator, transforms, unit) => {
  const measure = measures[indicator] ?? { unitZh: '', unitEn: '' };
  const parsed = transforms.map((transform) => Transform.parse(transform));
  expect(measureAfter(parsed, measure, (code) => measures[code]).unitZh).toBe(unit);
});
