import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrozenEntry } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { assess } from '@/lib/assessment/scoring/assess';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { aggregations, tieRules } from '@/lib/assessment/words';
import { inFloors } from '@/lib/testing/floor';
import { inventedAssessment } from '@/lib/testing/invented-assessment';
import { many } from '@/lib/testing/many';
import { planOf, weightsOf } from './aggregation';
import { chance } from './chance';
import { drawnWeights } from './drawn-weights';
import { robustness } from './robustness';
import { totalsOf } from './totals';
import { whatIf } from './what-if';
import { withWeights } from './with-weights';
import { withoutItem } from './without-item';

const startingCases = many(1000, 200);
const terms = { draws: 200, seed: 7, spread: 25 };
const entry = (id: string, change: Partial<FrozenEntry>): FrozenEntry => ({
  id,
  unit: 'U1',
  kind: 'bonus',
  node: '',
  rule: '',
  points: 1,
  incident: '',
  article: '',
  reason: '',
  ...change,
});
const vetoes = [{ key: 'V', nameZh: '否决', nameEn: 'Veto', effect: { kind: 'blockZero', block: 'B0' } }];
const entries = [
  entry('a', { node: 'I0x1', points: 2 }),
  entry('b', { node: 'B1', kind: 'deduction', points: 3, unit: 'U2' }),
  entry('c', { points: 4, unit: 'U3' }),
  entry('d', { kind: 'veto', rule: 'V', unit: 'U4', points: 0 }),
  entry('e', { node: 'I1x0', kind: 'notApplicable', unit: 'U5', points: 0 }),
];

describe('the quick totals equal those of the engine', () => {
  const cases = aggregations.flatMap((aggregation) =>
    [true, false].flatMap((deadlinePassed) => [1, 2, 3, 4, 5].map((seed) => ({ aggregation, deadlinePassed, seed }))),
  );

  test.each(cases)('%j', ({ aggregation, deadlinePassed, seed }) => {
    const shape = { seed, units: 12, blocks: 3, items: 4, gaps: 6, aggregation, more: { vetoes, bonusCap: 3 } };
    const { scheme, inputs: plain } = inventedAssessment(shape);
    const inputs: Inputs = { ...plain, deadlinePassed, entries };
    const plan = planOf(scheme, assess(scheme, inputs));
    totalsOf(plan, weightsOf(plan)).totals.forEach((total, at) => {
      expect(total).toBeCloseTo(plan.units[at]?.total ?? Number.NaN, 9);
    });
  });

  test('under other weights as well, where no score depends on points', () => {
    const { scheme, inputs } = inventedAssessment({ seed: 11, units: 20, blocks: 3, items: 5, gaps: 9 });
    const weights = { I0x0: 40, I2x3: 3, B1: 55 };
    const plan = planOf(scheme, assess(scheme, inputs));
    const other = planOf(withWeights(scheme, weights), assess(scheme, inputs));
    const { totals } = totalsOf(plan, weightsOf(other));
    const found = new Map(
      whatIf(scheme, inputs, { weights, figures: [] }).units.map(({ unit, total }) => [unit, total]),
    );
    plan.units.forEach(({ unit }, at) => {
      expect(totals[at]).toBeCloseTo(found.get(unit) ?? Number.NaN, 9);
    });
  });
});

describe('random draws', () => {
  test('keep the sum of the weights of a block', () => {
    const { scheme, inputs } = inventedAssessment({ seed: 3, units: 4, blocks: 4, items: 6 });
    const plan = planOf(scheme, assess(scheme, inputs));
    const [own, drawn] = [weightsOf(plan), drawnWeights(plan, 0.5, chance(1))];
    const sumOf = (weights: Float64Array, parts: readonly number[]) =>
      parts.reduce((sum, part) => sum + (weights[part] ?? 0), 0);
    for (const node of plan.nodes) {
      if (node.kind === 'block') expect(sumOf(drawn, node.parts)).toBeCloseTo(sumOf(own, node.parts), 9);
    }
    expect(drawn).not.toEqual(own);
  });

  test('leave the block its weight without an item; a block of one item goes with it', () => {
    const { scheme, inputs } = inventedAssessment({ seed: 3, units: 4, blocks: 2, items: 1 });
    const plan = planOf(scheme, assess(scheme, inputs));
    const weights = withoutItem(plan, 'I0x0');
    const at = (key: string) => weights?.[plan.nodes.findIndex((node) => node.key === key)];
    expect([at('I0x0'), at('B0'), at('B1')]).toEqual([0, 0, 100]);
    const one = inventedAssessment({ seed: 3, units: 4, blocks: 1, items: 1 });
    expect(withoutItem(planOf(one.scheme, assess(one.scheme, one.inputs)), 'I0x0')).toBeNull();
  });
});

describe('robustness', () => {
  const { scheme, inputs } = inventedAssessment({ seed: 5, units: 13, blocks: 3, items: 4 });

  test('gives the same result for the same seed, another one for another', () => {
    expect(robustness(scheme, inputs, terms)).toEqual(robustness(scheme, inputs, terms));
    expect(robustness(scheme, inputs, terms)).not.toEqual(robustness(scheme, inputs, { ...terms, seed: 8 }));
  });

  test('finds no moves where nothing is drawn', () => {
    const found = robustness(scheme, inputs, { ...terms, spread: 0, methods: [] });
    expect(found.flippedPairs).toBe(0);
    for (const { rank, low, median, high, best, worst, firstShare } of found.intervals) {
      expect([low, median, high, best, worst]).toEqual([rank, rank, rank, rank, rank]);
      expect(firstShare).toBe(rank === 1 ? 1 : 0);
    }
  });

  test(`begins at the published places: ${startingCases} generated schemes without a spread`, () => {
    const draft = fc.record({
      seed: fc.nat(9999),
      aggregation: fc.constantFrom(...aggregations),
      rankOn: fc.constantFrom('unrounded' as const, 'rounded' as const),
      decimals: fc.integer({ min: 0, max: 2 }),
      ties: fc.constantFrom(...tieRules),
      tieBreakers: fc.uniqueArray(fc.constantFrom('B0', 'B1', 'I0x1', 'I2x0'), { maxLength: 3 }),
      gaps: fc.constantFrom(0, 2, 6),
      deadlinePassed: fc.boolean(),
    });
    for (const { seed, aggregation, gaps, deadlinePassed, ...more } of fc.sample(draft, {
      numRuns: startingCases,
      seed: 6,
    })) {
      const shape = { seed, units: 9, blocks: 3, items: 2, gaps, aggregation, more: { ...more, vetoes, bonusCap: 3 } };
      const invented = inventedAssessment(shape);
      const given: Inputs = { ...invented.inputs, deadlinePassed, entries };
      const found = robustness(invented.scheme, given, { ...terms, draws: 2, spread: 0, methods: [] });
      expect(found.flippedPairs).toBe(0);
      for (const { rank, best, worst, unit } of found.intervals) {
        expect([best, worst], `seed ${seed} ${unit} ${JSON.stringify({ aggregation, ...more })}`).toEqual([rank, rank]);
      }
    }
  });

  test('leaves the points of a bonus as they are, whatever weights are drawn', () => {
    const small = inventedAssessment({ seed: 2, units: 6, blocks: 2, items: 2 });
    const with3 = {
      ...small.inputs,
      entries: [entry('a', { node: 'I0x0', points: 3 }), entry('b', { node: 'B1', points: 3 })],
    };
    const [plain, adjusted] = [small.inputs, with3].map((given) => planOf(small.scheme, assess(small.scheme, given)));
    if (!plain || !adjusted) throw new Error('no plan');
    const weights = drawnWeights(plain, 0.5, chance(3));
    const at = (plan: typeof plain) =>
      totalsOf(plan, weights).totals[plan.units.findIndex(({ unit }) => unit === 'U1')] ?? 0;
    const weightOf = (key: string) => plain.nodes.find((node) => node.key === key)?.weight ?? 0;
    expect(at(adjusted) - at(plain)).toBeCloseTo((3 * weightOf('B0')) / 100 + (3 * weightOf('B1')) / 100, 9);
  });

  test('has intervals in order, and the published ranks', () => {
    const published = new Map(assess(scheme, inputs).units.map(({ unit, rank }) => [unit, rank]));
    const found = robustness(scheme, inputs, terms);
    expect(found.intervals).toHaveLength(13);
    for (const one of found.intervals) {
      expect(one.rank).toBe(published.get(one.unit));
      const order = [1, one.best, one.low, one.median, one.high, one.worst, 13];
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
    expect(found.intervals.reduce((sum, { firstShare }) => sum + firstShare, 0)).toBeGreaterThanOrEqual(1);
    expect(found.flippedPairs).toBeGreaterThan(0);
  });

  test('leaves an item out as the assessment of a scheme without it does', () => {
    const small = inventedAssessment({ seed: 2, units: 9, blocks: 1, items: 3 });
    const [block] = small.scheme.root.parts;
    if (block?.kind !== 'block') throw new Error('no block');
    const parts = block.parts.filter(({ key }) => key !== 'I0x0');
    const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
    const scaled = parts.map((part) => ({ ...part, weight: (part.weight / whole) * 100 }));
    const without = { ...small.scheme, root: { ...small.scheme.root, parts: [{ ...block, parts: scaled }] } };
    const rankIn = (units: ReturnType<typeof assess>['units'], code: string) =>
      units.find(({ unit }) => unit === code)?.rank ?? 0;
    const [before, after] = [assess(small.scheme, small.inputs).units, assess(without, small.inputs).units];
    const moves = small.inputs.units.map(({ code }) => Math.abs(rankIn(after, code) - rankIn(before, code)));
    const found = robustness(small.scheme, small.inputs, terms).withoutItem.find(({ item }) => item === 'I0x0');
    expect(found).toEqual({
      item: 'I0x0',
      moved: moves.filter((move) => move > 0).length,
      farthest: Math.max(...moves),
      first: after[0]?.unit,
    });
  });

  test('counts neighbours that look equal as published as near ties, unless they are equal', () => {
    const flat = inventedAssessment({ seed: 2, units: 3, blocks: 1, items: 1, more: { decimals: 2 } });
    const item = itemsOf(flat.scheme)[0];
    const values = ['100', '200', '199.99'];
    const figures = flat.inputs.figures.map((figure, at) => ({ ...figure, value: values[at] ?? '0' }));
    const found = robustness(
      {
        ...flat.scheme,
        root: {
          ...flat.scheme.root,
          parts: item
            ? [
                {
                  ...item,
                  weight: 100,
                  direction: 'higher',
                  method: {
                    kind: 'minMax',
                    bounds: { from: 'given', low: 0, high: 200, setBy: '' },
                    from: 0,
                    to: 100,
                    clamp: true,
                  },
                },
              ]
            : [],
        },
      },
      { ...flat.inputs, figures },
      terms,
    );
    expect(found.nearTies.map(({ above, below }) => `${above} ${below}`)).toEqual(['U1 U2']);
    expect(found.nearTies[0]?.gap).toBeCloseTo(0.005, 9);
  });

  test('takes less than three seconds for a thousand draws over a hundred units and fifty items', async () => {
    const large = inventedAssessment({ seed: 9, units: 100, blocks: 5, items: 10 });
    const { floors } = await inFloors(() => robustness(large.scheme, large.inputs, { ...terms, draws: 1000 }));
    // Three seconds of a machine whose floor is 25 ms.
    expect(floors).toBeLessThan(120);
  });
});
