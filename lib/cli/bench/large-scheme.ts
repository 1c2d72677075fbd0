import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { chance } from '@/lib/cli/demonstration/series';

/** Methods that alternate over the items, so that every kind of work is measured. */
const methods = [
  { kind: 'efficacy', bounds: { from: 'peers' } },
  { kind: 'minMax', bounds: { from: 'percentiles', low: 5, high: 95 } },
  { kind: 'rankLadder', step: 0.1, stepIn: 'percent' },
  { kind: 'zScore', spread: 12 },
  { kind: 'ratioToBest' },
  { kind: 'exponentialEfficacy', bounds: { from: 'peers' } },
  { kind: 'ratioToReference', reference: { from: 'mean' } },
  { kind: 'range', low: 300, high: 700, span: { from: 'peers' } },
  { kind: 'banded', bands: [200, 400, 600, 800].map((atLeast, at) => ({ atLeast, share: 40 + at * 20 })) },
  { kind: 'minMax', bounds: { from: 'given', low: 0, high: 1000 } },
] as const;

export const largeIndicator = (item: number) => `bench-s${item}`;
export const largeUnit = (unit: number) => `bench-u${unit}`;
export const largePeriod = '2024';

/** A scheme with the given number of items in blocks of ten, over the group `bench-s`; all invented. */
export function largeScheme(items: number): Scheme {
  const item = (at: number) => ({
    ...{ kind: 'item', key: `i${at}`, nameZh: `演示指标${at}`, nameEn: `Demonstration ${at}`, weight: 1 },
    ...{
      indicator: largeIndicator(at),
      direction: methods[at % methods.length]?.kind === 'range' ? 'range' : 'higher',
    },
    method: methods[at % methods.length],
  });
  const blocks = Array.from({ length: items / 10 }, (_, block) => ({
    ...{ kind: 'block', key: `b${block}`, nameZh: `演示类别${block}`, nameEn: `Demonstration ${block}`, weight: 10 },
    ...{ aggregation: 'sum', parts: Array.from({ length: 10 }, (_, at) => item(block * 10 + at)) },
  }));
  return Scheme.parse({
    ...{ format: 1, nameZh: '演示数据：大方案', nameEn: 'Demonstration data: a large scheme', kind: 'special' },
    ...{ peerGroup: 'bench-s', missing: 'rebase' },
    root: {
      ...{ kind: 'block', key: 'total', nameZh: '总分', nameEn: 'Total', weight: items, aggregation: 'sum' },
      parts: blocks,
    },
    grades: {
      ...{ by: 'quota', rounding: 'halfUp', line: 'above' },
      grades: [
        { key: 'first', nameZh: '一等', nameEn: 'First', percent: 30, count: null },
        { key: 'other', nameZh: '其他', nameEn: 'Other', percent: null, count: null },
      ],
    },
  });
}

/** Figures of the given number of units for all items of such a scheme. */
export function largeInputs(units: number, items: number): Inputs {
  const codes = Array.from({ length: units }, (_, at) => largeUnit(at));
  return {
    ...{ period: largePeriod, deadlinePassed: true, targets: [], entries: [] },
    units: codes.map((code, order) => ({ code, nameZh: code, nameEn: code, order: order + 1 })),
    figures: codes.flatMap((unit) =>
      Array.from({ length: items }, (_, at) => ({
        ...{ indicator: largeIndicator(at), unit, period: largePeriod, qualifier: 'exact' as const },
        value: `${Math.round(chance(unit, at) * 100_000) / 100}`,
      })),
    ),
  };
}
