import { describe, expect, test } from 'vitest';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import { inventedAssessment } from '@/lib/testing/invented-assessment';
import { blockColumns } from './block-columns';
import { pairsOf, scaleSteps, stepIn, timesOf } from './comparisons';
import { proposalsFor } from './proposals';

const { scheme, inputs } = inventedAssessment({ seed: 6, units: 6, blocks: 2, items: 4 });
const units = assess(scheme, inputs).units;

describe('the data of the parts of a block', () => {
  test('are the values of an item, and the shares of a block', () => {
    const [first] = scheme.root.parts;
    if (first?.kind !== 'block') throw new Error('no block');
    const [column] = blockColumns(first, itemsOf(scheme), units);
    const item = first.parts[0];
    const direction = item?.kind === 'item' ? item.direction : null;
    expect(column?.values).toEqual(units.map(({ items }) => items[0]?.value));
    expect(column?.isMoreBetter).toBe(direction === 'higher');
    const blocks = blockColumns(scheme.root, itemsOf(scheme), units);
    expect(blocks[0]?.values).toEqual(units.map((unit) => (unit.blocks[1]?.score ?? 0) / 100));
    expect(blocks.every(({ isMoreBetter }) => isMoreBetter)).toBe(true);
  });

  test('are better when less for a rank, and shares for an item of a range', () => {
    const parts = [
      { transforms: [{ kind: 'rank' }], direction: 'higher', method: { kind: 'minMax', bounds: { from: 'peers' } } },
      { direction: 'range', method: { kind: 'range', low: 1, high: 9, span: { from: 'peers' } } },
    ];
    const item = (change: object, at: number) => {
      const head = { kind: 'item', nameZh: '项目', nameEn: 'Item', weight: 50, indicator: `X0.${at}` };
      return { ...head, ...change, key: `i${at}` };
    };
    const other = Scheme.parse({ ...scheme, root: { ...scheme.root, parts: parts.map(item) } });
    const scored = assess(other, inputs).units;
    const [ranks, range] = blockColumns(other.root, itemsOf(other), scored);
    expect(ranks?.isMoreBetter).toBe(false);
    expect(ranks?.values.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(range).toMatchObject({ isMoreBetter: true, values: scored.map(({ items }) => items[1]?.share) });
  });
});

describe('proposals of weights', () => {
  test('from data are four, with comparisons five; without data there are equal weights', () => {
    const columns = blockColumns(scheme.root, itemsOf(scheme), units);
    const pairwise = { weights: [0.5, 0.5], eigenvalue: 2, index: 0, ratio: 0, isConsistent: true };
    const sources = (...given: Parameters<typeof proposalsFor>) =>
      proposalsFor(...given).proposals.map(({ source }) => source);
    expect(sources(2, columns, pairwise)).toEqual(['equal', 'entropy', 'entropyRaw', 'critic', 'pairwise']);
    expect(sources(2, null, null)).toEqual(['equal']);
  });
});

describe('comparisons in an address', () => {
  test('every step has its reciprocal, and an invalid one means equal', () => {
    expect(scaleSteps.map((step) => timesOf(stepIn(String(step))))).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2, 1].concat([2, 3, 4, 5, 6, 7, 8, 9].map((times) => 1 / times)),
    );
    for (const text of ['0', '10', '-1', 'x', '', undefined, ['3']]) expect(stepIn(text)).toBe(1);
  });

  test('four parts make six pairs', () => {
    expect(pairsOf(4).map(({ name, first, second }) => `${name} ${first}${second}`)).toEqual([
      'p0 01',
      'p1 02',
      'p2 03',
      'p3 12',
      'p4 13',
      'p5 23',
    ]);
    expect(pairsOf(1)).toEqual([]);
  });
});
