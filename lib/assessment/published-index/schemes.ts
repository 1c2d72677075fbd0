import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { Scheme as SchemeDocument } from '@/lib/assessment/schemes/document/scheme';

const goalpost = (low: number, high: number) => ({
  kind: 'minMax',
  bounds: { from: 'given', low, high, setBy: 'published' },
});

const item = (key: string, indicator: string, method: object, more: object = {}) => ({
  kind: 'item',
  key,
  nameZh: key,
  nameEn: key,
  weight: 1,
  indicator,
  direction: 'higher',
  method,
  ...more,
});

const schemeOf = (nameEn: string, root: object, more: object): Scheme =>
  SchemeDocument.parse({
    format: 1,
    nameZh: nameEn,
    nameEn,
    kind: 'special',
    isExample: true,
    peerGroup: 'COUNTRIES',
    root: { kind: 'block', key: 'index', nameZh: nameEn, nameEn, ...root },
    rankOn: 'rounded',
    ...more,
  });

/** INFORM: the cube root of the product of three dimensions from 0 to 10; rank 1 is the highest risk. */
export const informRisk = schemeOf(
  'INFORM risk',
  {
    weight: 10,
    aggregation: 'geometric',
    weightTotal: 3,
    parts: ['HAZARD', 'VULNERABILITY', 'CAPACITY'].map((code) => item(code, code, goalpost(0, 10))),
  },
  { decimals: 1 },
);

/** INFORM: institutional capacity, the mean of the available ones of two components. */
export const institutional = schemeOf(
  'INFORM institutional capacity',
  {
    weight: 10,
    aggregation: 'arithmetic',
    weightTotal: 2,
    parts: ['DRR', 'GOVERNANCE'].map((code) => item(code, code, goalpost(0, 10))),
  },
  { decimals: 1, missing: 'rebase' },
);

/** HDI: the geometric mean of three dimensions, one of them the mean of two. */
export const humanDevelopment = schemeOf(
  'Human development',
  {
    weight: 1,
    aggregation: 'geometric',
    weightTotal: 3,
    parts: [
      item('health', 'LIFE', goalpost(20, 85)),
      {
        kind: 'block',
        key: 'education',
        nameZh: 'education',
        nameEn: 'education',
        weight: 1,
        full: 1,
        aggregation: 'arithmetic',
        weightTotal: 2,
        parts: [
          item('expected', 'SCHOOLING_EXPECTED', goalpost(0, 18)),
          item('mean', 'SCHOOLING_MEAN', goalpost(0, 15)),
        ],
      },
      item('income', 'INCOME', goalpost(Math.log(100), Math.log(75_000)), {
        transforms: [{ kind: 'log', base: 'e' }],
      }),
    ],
  },
  { decimals: 3 },
);

/** The ranks of printed values alone. */
export const printedHdi = schemeOf(
  'Human development as printed',
  { weight: 1, aggregation: 'arithmetic', weightTotal: 1, parts: [item('hdi', 'HDI', goalpost(0, 1))] },
  { decimals: 3 },
);
