import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullOf, itemsOf, itemsUnder } from '@/lib/assessment/schemes/document/nodes';
import type { SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import { notes as messages } from '@/lib/i18n/zh-CN/notes';
import { decimalOf } from '@/lib/statistics/numbers';
import { many } from '@/lib/testing/many';
import { assess } from './assess';
import type { Inputs } from './inputs';
import { shareAt } from './share-at';
import { inputsOf, itemScores, schemeOf } from './testing';
import { anyInputs, anyScheme, monotoneMethods } from './testing-generators';
import type { Assessment, ItemScore, UnitScore } from './words';

const runs = { numRuns: many(1500, 400) };

function shuffleInputs(inputs: Inputs, seed: number): Inputs {
  const key = (at: number) => Math.imul(at + 1, seed * 2 + 1) >>> 0;
  const shuffleList = <T>(list: readonly T[]) =>
    list
      .map((one, at) => ({ one, by: key(at) }))
      .sort((a, b) => a.by - b.by)
      .map(({ one }) => one);
  return {
    ...inputs,
    units: shuffleList(inputs.units),
    figures: shuffleList(inputs.figures),
    targets: shuffleList(inputs.targets),
    entries: shuffleList(inputs.entries),
  };
}

test('the order of the inputs changes nothing', () => {
  fc.assert(
    fc.property(anyScheme, anyInputs, fc.nat(), (scheme, inputs, seed) => {
      expect(JSON.stringify(assess(scheme, shuffleInputs(inputs, seed)))).toBe(JSON.stringify(assess(scheme, inputs)));
    }),
    runs,
  );
});

type Recomposed = { readonly plain: number; readonly extra: number } | null;

/**
 * Computes the score of a block a second time, directly from the shares of the items and the adjustments. These keep
 * their points, whatever weight is passed on.
 */
function recomposeScore(block: SchemeBlock, unit: UnitScore, shares: ReadonlyMap<string, ItemScore>): Recomposed {
  const addedPoints = (node: string) => unit.adjustments.find((one) => one.node === node)?.points ?? 0;
  if (unit.blocks.find(({ key }) => key === block.key)?.notes.some(({ kind }) => kind === 'blockZero'))
    return { plain: 0, extra: 0 };
  const parts = block.parts.map((part) => {
    const states = itemsUnder(part).map(({ key }) => shares.get(key)?.state);
    const [waits, lacks] = [states.includes('pending'), itemsUnder(part).some(({ key }) => isLacking(shares.get(key)))];
    if (part.kind === 'block') {
      const score = recomposeScore(part, unit, shares);
      const share = score && (score.plain / fullOf(part)) * 100;
      return { weight: part.weight, waits, lacks, share, points: ((score?.extra ?? 0) / fullOf(part)) * part.weight };
    }
    const share = shares.get(part.key)?.share ?? null;
    return { weight: part.weight, waits, lacks, share, points: share === null ? 0 : addedPoints(part.key) };
  });
  const earnsNothing = !block.renormalise && parts.some(({ waits, lacks }) => lacks && !waits);
  if (parts.every(({ share }) => share === null) && !earnsNothing) return null;
  const isAdditive = block.aggregation === 'sum' || block.aggregation === 'arithmetic';
  const counted = parts
    .filter(({ share, waits }) => share !== null || !(waits || block.renormalise))
    .map(({ weight, share, points }) => ({ weight, share: (share ?? 0) + (isAdditive ? 0 : (points / weight) * 100) }));
  const kept = counted.reduce((sum, { weight }) => sum + weight, 0);
  const mean = {
    sum: () => counted.reduce((sum, { weight, share }) => sum + weight * share, 0) / kept,
    arithmetic: () => counted.reduce((sum, { weight, share }) => sum + (weight / kept) * share, 0),
    // A remainder of a subtraction counts as zero, and makes such a mean zero.
    geometric: () =>
      counted.reduce((product, { weight, share }) => product * (share <= 1e-9 ? 0 : share) ** (weight / kept), 1),
    harmonic: () =>
      counted.some(({ share }) => share <= 1e-9)
        ? 0
        : 1 / counted.reduce((sum, { weight, share }) => sum + weight / kept / share, 0),
  }[block.aggregation]();
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const full = block.aggregation === 'sum' ? all : fullOf(block);
  const below = isAdditive ? parts.reduce((sum, { points }) => sum + points, 0) * (full / all) : 0;
  return { plain: (full * mean) / 100, extra: below + addedPoints(block.key) };
}

const isLacking = (item: ItemScore | undefined) => item?.state === 'missing';

/** Every number and every note of a result. */
function walk(value: unknown, seen: (value: unknown) => void): void {
  seen(value);
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one, seen);
}

test('no number is NaN, and every note has the values of its sentence', () => {
  fc.assert(
    fc.property(anyScheme, anyInputs, (scheme, inputs) => {
      walk(assess(scheme, inputs), (value) => {
        if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`not finite: ${value}`);
        if (typeof value !== 'object' || value === null || !('kind' in value)) return;
        const { kind, values = {} } = value as { kind: keyof typeof messages; values?: object };
        const named = [...messages[kind].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
        expect(Object.keys(values)).toEqual(expect.arrayContaining(named));
      });
    }),
    runs,
  );
});

test('every total equals the aggregate of its parts', () => {
  fc.assert(
    fc.property(anyScheme, anyInputs, (scheme, inputs) => {
      const keys = itemsOf(scheme).map(({ key }) => key);
      for (const unit of assess(scheme, inputs).units) {
        const shares = new Map(unit.items.map((item, at) => [keys[at] ?? '', item]));
        const recomposed = recomposeScore(scheme.root, unit, shares);
        const root = recomposed && recomposed.plain + recomposed.extra;
        expect(unit.blocks[0]?.score ?? -1e6).toBeCloseTo(root ?? -1e6, 9);
        const atTotal = unit.adjustments.find(({ node }) => node === '')?.points ?? 0;
        const isExcluded = unit.notes.some(({ kind }) => kind === 'unitExcluded');
        if (root === null || isExcluded) {
          expect(unit.total).toBeNull();
          continue;
        }
        expect(unit.total).toBeCloseTo(Math.max(root + atTotal, 0), 9);
        expect(Number(unit.shown)).toBeCloseTo(Number(decimalOf(Math.round((unit.total ?? 0) * 1e9) / 1e9, 2)), 9);
        unit.items.forEach(({ share, points, state }) => {
          if (state === 'pending' || state === 'leftOut') expect(share).toBeNull();
          if (share === null) expect(points).toBeNull();
        });
      }
    }),
    runs,
  );
});

test('ranks agree with counting, and the list is in their order', () => {
  fc.assert(
    fc.property(anyScheme, anyInputs, (drafted, inputs) => {
      const scheme = { ...drafted, tieBreakers: [] };
      const ranked = assess(scheme, inputs).units.filter(({ rank }) => rank !== null);
      const value = (unit: Assessment['units'][number]) =>
        scheme.rankOn === 'rounded' ? Number(unit.shown) : (unit.total ?? 0);
      const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9;
      for (const unit of ranked) {
        expect(unit.isApart).toBe(false);
        const above = ranked.filter((other) => value(other) > value(unit) && !isNear(value(other), value(unit)));
        const equals = ranked.filter((other) => isNear(value(other), value(unit))).length;
        const distinct = above.filter((one, at) => above.findIndex((other) => isNear(value(other), value(one))) === at);
        const by = {
          competition: above.length + 1,
          dense: distinct.length + 1,
          average: above.length + (equals + 1) / 2,
        };
        expect(unit.rank).toBe(by[scheme.ties]);
        expect(unit.isTied).toBe(equals > 1);
      }
      const ranks = ranked.map(({ rank }) => rank ?? 0);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }),
    runs,
  );
});

test('a unit apart changes nothing for the others', () => {
  fc.assert(
    fc.property(anyScheme, anyInputs, (drafted, inputs) => {
      const scheme = { ...drafted, apart: ['u0'] };
      const without = { ...inputs, units: inputs.units.filter(({ code }) => code !== 'u0') };
      const others = assess(scheme, inputs).units.filter(({ unit }) => unit !== 'u0');
      expect(JSON.stringify(others)).toBe(JSON.stringify(assess(scheme, without).units));
    }),
    runs,
  );
});

const column = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 });
const monotoneItems = fc.array(fc.constantFrom(...monotoneMethods), { minLength: 1, maxLength: 4 });
const byIndicator = (columns: readonly number[][]) =>
  Object.fromEntries(columns.map((values, at) => [String.fromCharCode(65 + at), values]));

test('a better value of one unit never lowers its total or its rank, nor raises another’s total', () => {
  const draft = fc.record({
    methods: monotoneItems,
    columns: fc.array(column, { minLength: 4, maxLength: 4 }),
    unit: fc.integer({ min: 0, max: 4 }),
    item: fc.nat(),
    by: fc.integer({ min: 1, max: 9 }),
    aggregation: fc.constantFrom('sum' as const, 'geometric' as const, 'harmonic' as const),
  });
  fc.assert(
    fc.property(draft, ({ methods, columns, unit, item, by, aggregation }) => {
      const plain = schemeOf(methods.map((method) => ({ method })));
      const scheme = { ...plain, root: { ...plain.root, aggregation } };
      const raised = columns.map((values, at) =>
        at === item % methods.length ? values.map((value, who) => (who === unit ? value + by : value)) : values,
      );
      const [before, after] = [columns, raised].map((given) => assess(scheme, inputsOf(byIndicator(given))));
      const find = (result: Assessment | undefined, who: number) => result?.units.find((one) => one.unit === `u${who}`);
      expect(find(after, unit)?.total).toBeGreaterThanOrEqual((find(before, unit)?.total ?? 0) - 1e-9);
      expect(find(after, unit)?.rank).toBeLessThanOrEqual(find(before, unit)?.rank ?? 0);
      for (const other of [0, 1, 2, 3, 4].filter((who) => who !== unit)) {
        expect(find(after, other)?.total).toBeLessThanOrEqual((find(before, other)?.total ?? 0) + 1e-9);
      }
    }),
    runs,
  );
});

test('a unit that is nowhere worse is not ranked behind', () => {
  const draft = fc.tuple(monotoneItems, fc.array(column, { minLength: 4, maxLength: 4 }));
  fc.assert(
    fc.property(draft, ([methods, columns]) => {
      const { units } = assess(schemeOf(methods.map((method) => ({ method }))), inputsOf(byIndicator(columns)));
      const used = columns.slice(0, methods.length);
      const at = (code: string) => Number(code.slice(1));
      for (const one of units) {
        for (const other of units) {
          const isNoWorse = used.every((values) => (values[at(one.unit)] ?? 0) >= (values[at(other.unit)] ?? 0));
          if (isNoWorse) expect(one.rank).toBeLessThanOrEqual(other.rank ?? 0);
        }
      }
    }),
    runs,
  );
});

test('the curve of a method agrees with the scores', () => {
  fc.assert(
    fc.property(fc.constantFrom(...monotoneMethods), column, (method, values) => {
      const scheme = schemeOf([{ method }]);
      const result = assess(scheme, inputsOf({ A: values }));
      const item = scheme.root.parts[0];
      if (item?.kind !== 'item') throw new Error('no item');
      for (const { transformed, share, terms, notes = [] } of itemScores(result)) {
        const isPlain = !notes.some(
          ({ kind }) => kind === 'allEqual' || kind === 'denominator' || kind === 'missingZero',
        );
        if (!isPlain || (item.method.kind === 'rankLadder' && item.method.gate)) continue;
        const x = item.method.kind === 'rankLadder' ? (terms?.rank ?? 0) : (transformed ?? 0);
        expect(shareAt(item, x, { terms: { ...result.bases[0]?.terms, ...terms } })).toBeCloseTo(share ?? 0, 9);
      }
    }),
    runs,
  );
});

test('full marks in every item give the full score of the whole', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(weights, fc.constantFrom('sum' as const, 'arithmetic' as const, 'geometric' as const), (all, by) => {
      const method = {
        kind: 'completion' as const,
        target: { from: 'given' as const, value: 5 },
        formula: 'ratio' as const,
      };
      const plain = schemeOf(all.map((weight) => ({ weight, method })));
      const scheme = { ...plain, root: { ...plain.root, aggregation: by } };
      const values = Object.fromEntries(all.map((_, at) => [String.fromCharCode(65 + at), [5, 0]]));
      const total = all.reduce((sum, weight) => sum + weight, 0);
      expect(assess(scheme, inputsOf(values)).units[0]?.total).toBeCloseTo(total, 9);
    }),
    { numRuns: many(500, 200) },
  );
});
