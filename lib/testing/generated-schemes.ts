import fc from 'fast-check';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { InputFigure, Inputs } from '@/lib/assessment/scoring/inputs';

type Numbers = Readonly<Record<string, number | string | boolean | null>>;
/** An item as a flat row, with all that SQL needs to score it. */
export type ItemRow = {
  readonly k: string;
  readonly parent: string;
  readonly weight: number;
  readonly dir: 1 | -1;
  readonly method: string;
  readonly transform: string;
  readonly missing: string;
  readonly p: Numbers;
  readonly bands: readonly { readonly v: number; readonly s: number }[];
};
export type BlockRow = {
  readonly k: string;
  readonly parent: string | null;
  readonly depth: number;
  readonly weight: number;
  readonly full: number;
  readonly agg: string;
  readonly renorm: boolean;
};
export type FigureCase = {
  readonly k: string;
  readonly u: string;
  readonly x: number | null;
  readonly other: number | null;
  readonly prev: number | null;
  readonly target: number;
};
/** A scheme with inputs, both for the engine and as rows. */
export type GeneratedCase = {
  readonly scheme: Scheme;
  readonly inputs: Inputs;
  readonly policies: Numbers;
  readonly items: readonly ItemRow[];
  readonly blocks: readonly BlockRow[];
  readonly units: readonly { readonly u: string; readonly apart: boolean }[];
  readonly figures: readonly FigureCase[];
};

const tenth = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
const percent = fc.integer({ min: 0, max: 100 });
const base = fc.integer({ min: 1, max: 95 });

type Made = { readonly method: object; readonly p: Numbers; readonly bands?: ItemRow['bands']; positive?: boolean };

const bounds = fc.oneof(
  fc.constant({ doc: { from: 'peers' }, p: { bounds: 'peers' } }),
  fc.record({ low: tenth(-5, 20), high: tenth(-5, 20) }).map((b) => ({
    doc: { from: 'given', ...b },
    p: { bounds: 'given', ...b },
  })),
  fc.record({ low: fc.integer({ min: 0, max: 40 }), high: fc.integer({ min: 60, max: 100 }) }).map((b) => ({
    doc: { from: 'percentiles', ...b },
    p: { bounds: 'percentiles', ...b },
  })),
);
const held = fc.record({ floor: fc.constantFrom(-20, 0, 10), cap: fc.constantFrom(100, 120, 150) });
const sorted = fc.uniqueArray(fc.integer({ min: -4, max: 18 }), { minLength: 2, maxLength: 5 });

const methods = fc.oneof(
  fc
    .record({
      formula: fc.constantFrom('ratio', 'linear', 'start', 'allOrNothing'),
      given: fc.option(tenth(1, 9)),
      held,
    })
    .map(({ formula, given, held }): Made => {
      const target = given === null ? { from: 'base' } : { from: 'given', value: given };
      return {
        method: { kind: 'completion', target, formula, startShare: 80, perUnit: 7.5, ...held },
        p: { formula, given, ...held },
      };
    }),
  fc.record({ base, bounds }).map(
    ({ base, bounds }): Made => ({
      method: { kind: 'efficacy', base, bounds: bounds.doc },
      p: { base, ...bounds.p },
    }),
  ),
  fc.record({ base, bounds }).map(
    ({ base, bounds }): Made => ({
      method: { kind: 'exponentialEfficacy', base, bounds: bounds.doc },
      p: { base, ...bounds.p },
    }),
  ),
  fc.record({ from: percent, to: percent, clamp: fc.boolean(), bounds }).map(
    ({ bounds, ...more }): Made => ({
      method: { kind: 'minMax', ...more, bounds: bounds.doc },
      p: { ...more, ...bounds.p },
    }),
  ),
  fc.record({ deviation: fc.constantFrom('population', 'sample'), spread: tenth(1, 20), held }).map(
    ({ deviation, spread, held }): Made => ({
      method: { kind: 'zScore', centre: 60, spread, deviation, ...held },
      p: { deviation, spread, ...held },
    }),
  ),
  fc.constant<Made>({ method: { kind: 'ratioToBest' }, p: {}, positive: true }),
  fc
    .record({ formula: fc.constantFrom('ratio', 'difference'), given: fc.option(tenth(1, 9)), held })
    .map(({ formula, given, held }): Made => {
      const reference = given === null ? { from: 'mean' } : { from: 'given', value: given };
      return {
        method: { kind: 'ratioToReference', reference, formula, perUnit: 4, ...held },
        p: { formula, given, ...held },
        positive: true,
      };
    }),
  held.map((held): Made => ({ method: { kind: 'ratioToMedian', ...held }, p: held, positive: true })),
  fc
    .record({
      step: fc.integer({ min: 1, max: 40 }),
      stepIn: fc.constantFrom('percent', 'points'),
      ties: fc.constantFrom('best', 'average', 'worst', 'dense'),
    })
    .map((p): Made => ({ method: { kind: 'rankLadder', ...p }, p })),
  fc
    .record({
      low: tenth(0, 5),
      high: tenth(5, 10),
      span: fc.option(fc.record({ below: tenth(1, 9), above: tenth(1, 9) })),
    })
    .map(({ low, high, span }): Made => {
      const given = span ? { from: 'given', ...span } : { from: 'peers' };
      return { method: { kind: 'range', low, high, span: given }, p: { low, high, ...span, peers: span === null } };
    }),
  fc
    .record({ values: sorted, interpolate: fc.boolean(), below: percent })
    .map(({ values, interpolate, below }): Made => {
      const bands = [...values].sort((a, b) => a - b).map((v, at) => ({ v, s: 20 + at * 17 }));
      return {
        method: { kind: 'banded', interpolate, below, bands: bands.map(({ v, s }) => ({ atLeast: v, share: s })) },
        p: { interpolate, below },
        bands,
      };
    }),
  fc.record({ values: sorted, below: fc.constantFrom('zero', 'lowest') }).map(({ values, below }): Made => {
    const bands = [...values].sort((a, b) => a - b).map((v, at) => ({ v, s: 0.2 + at * 0.2 }));
    const tiers = bands.map(({ v, s }) => ({ name: `${v}`, value: v, coefficient: Math.min(1, s) }));
    return {
      method: { kind: 'tieredEfficacy', tiers, below },
      p: { below },
      bands: tiers.map(({ value, coefficient }) => ({ v: value, s: coefficient })),
    };
  }),
);

const missing = fc.constantFrom('pending', 'zero', 'rebase', 'carryLast', 'excludeUnit');
const transform = fc.constantFrom('none', 'none', 'log', 'ratio', 'growth', 'change', 'toTarget');
const transforms: Readonly<Record<string, (other: string) => object[]>> = {
  none: () => [],
  log: () => [{ kind: 'log' }],
  ratio: (indicator) => [{ kind: 'ratio', indicator, factor: 100 }],
  growth: () => [{ kind: 'growth', against: 'yearEarlier' }],
  change: () => [{ kind: 'change', against: 'yearEarlier' }],
  toTarget: () => [{ kind: 'expression', text: '(x - t) / t * 100' }],
};

const drawnItem = fc.record({
  made: methods,
  lower: fc.boolean(),
  weight: fc.integer({ min: 1, max: 9 }),
  transform,
  own: fc.option(missing, { freq: 3 }),
});
type DrawnItem = typeof drawnItem extends fc.Arbitrary<infer T> ? T : never;

/** Blocks three deep: the root, two in it, and one in the first of those. Items are in any of them. */
const shape = fc.record({
  aggregations: fc.array(fc.constantFrom('sum', 'arithmetic', 'geometric', 'harmonic'), { minLength: 4, maxLength: 4 }),
  renormalise: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
  fulls: fc.array(fc.constantFrom(null, 100), { minLength: 4, maxLength: 4 }),
  items: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), drawnItem), { minLength: 1, maxLength: 6 }),
});

const value = fc.option(tenth(-3, 12), { freq: 8 });

/** Schemes over a wide range of methods and policies, with their figures. Ties are frequent. */
export const generatedCase: fc.Arbitrary<GeneratedCase> = fc
  .record({
    shape,
    size: fc.integer({ min: 2, max: 7 }),
    figures: fc.array(fc.tuple(value, value, value, tenth(1, 9)), { minLength: 42, maxLength: 42 }),
    apart: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 2 }),
    policies: fc.record({
      missing,
      allEqual: fc.constantFrom('full', 'base', 'zero'),
      denominator: fc.constantFrom('asMissing', 'zero'),
      oneUnit: fc.constantFrom('leaveOut', 'full'),
      ties: fc.constantFrom('competition', 'dense', 'average'),
      rankOn: fc.constantFrom('unrounded', 'rounded'),
      decimals: fc.integer({ min: 0, max: 2 }),
    }),
    deadlinePassed: fc.boolean(),
  })
  .map(({ shape, size, figures, apart, policies, deadlinePassed }) => {
    const units = Array.from({ length: size }, (_, at) => ({ u: `U${at}`, apart: at === apart }));
    const { items, docs, numbers } = itemsOf(shape.items, units, figures);
    const { root, blocks } = treeOf(shape, docs);
    const scheme = Scheme.parse({
      ...{ format: 1, nameZh: '生成', nameEn: 'Generated', kind: 'special', peerGroup: 'G', root },
      ...policies,
      apart: units.filter((unit) => unit.apart).map(({ u }) => u),
    });
    const inputs = inputsOf(units, numbers, deadlinePassed);
    return { scheme, inputs, policies: { ...policies, deadlinePassed }, items, blocks, units, figures: numbers };
  });

function itemsOf(
  drawn: readonly [number, DrawnItem][],
  units: readonly { u: string }[],
  figures: readonly [number | null, number | null, number | null, number][],
) {
  const numbers: FigureCase[] = [];
  const docs: { block: number; doc: object }[] = [];
  const items = drawn.map(([block, { made, lower, weight, transform, own }], at): ItemRow => {
    const k = `i${at}`;
    const positive = made.positive ?? false;
    // A ratio of values that may be negative has no meaning; the method's own rules for it are tested with the method.
    const by = positive && transform !== 'ratio' ? 'none' : transform;
    const formula = made.p.formula === 'linear' || made.p.formula === 'ratio';
    const isAbove = positive || (formula && lower);
    const up = (x: number | null) => (x === null ? null : isAbove ? Math.abs(x) + 0.1 : x);
    units.forEach(({ u }, unit) => {
      const [x, other, prev, target] = figures[at * 7 + unit] ?? [null, null, null, 1];
      numbers.push({ k, u, x: up(x), other: up(other), prev: up(prev), target });
    });
    docs.push({
      block,
      doc: {
        ...{ kind: 'item', key: k, nameZh: k, nameEn: k, weight, indicator: `X${at}` },
        direction: lower ? 'lower' : 'higher',
        transforms: transforms[isAbove && by !== 'ratio' ? 'none' : by]?.(`O${at}`) ?? [],
        method: made.method,
        missing: own,
      },
    });
    return {
      ...{ k, parent: `b${block}`, weight, dir: lower ? -1 : 1 },
      method: String((made.method as { kind: string }).kind),
      transform: isAbove && by !== 'ratio' ? 'none' : by,
      missing: own ?? '',
      p: made.p,
      bands: made.bands ?? [],
    };
  });
  return { items, docs, numbers };
}

function treeOf(
  shape: { aggregations: string[]; renormalise: boolean[]; weights: number[]; fulls: (number | null)[] },
  docs: readonly { block: number; doc: object }[],
) {
  // b0 contains b1 and b2, b1 contains b3; a block without any item below is left out.
  const under = [[1, 2], [3], [], []] as const;
  const blocks: BlockRow[] = [];
  const build = (at: number, parent: string | null, depth: number): object | null => {
    const place = blocks.length;
    const inner = (under[at] ?? []).flatMap((child) => build(child, `b${at}`, depth + 1) ?? []);
    const parts = [...docs.filter(({ block }) => block === at).map(({ doc }) => doc), ...inner];
    if (parts.length === 0) return null;
    const [weight, agg, renorm] = [
      shape.weights[at] ?? 1,
      shape.aggregations[at] ?? 'sum',
      shape.renormalise[at] ?? true,
    ];
    const full = shape.fulls[at] ?? null;
    blocks.splice(place, 0, { k: `b${at}`, parent, depth, weight, full: full ?? weight, agg, renorm });
    const named = { key: `b${at}`, nameZh: `b${at}`, nameEn: `b${at}` };
    return { kind: 'block', ...named, weight, full, aggregation: agg, renormalise: renorm, parts };
  };
  return { root: build(0, null, 0), blocks };
}

function inputsOf(units: readonly { u: string }[], numbers: readonly FigureCase[], deadlinePassed: boolean): Inputs {
  const figure = (indicator: string, unit: string, period: string, value: number | null): InputFigure[] =>
    value === null ? [] : [{ indicator, unit, period, value: `${value}`, qualifier: 'exact' }];
  return {
    period: '2024',
    deadlinePassed,
    units: units.map(({ u }, order) => ({ code: u, nameZh: u, nameEn: u, order })),
    figures: numbers.flatMap(({ k, u, x, other, prev }) => [
      ...figure(`X${k.slice(1)}`, u, '2024', x),
      ...figure(`X${k.slice(1)}`, u, '2023', prev),
      ...figure(`O${k.slice(1)}`, u, '2024', other),
    ]),
    targets: numbers.map(({ k, u, target }) => ({
      ...{ indicator: `X${k.slice(1)}`, unit: u, base: `${target}` },
      stretch: null,
    })),
    entries: [],
  };
}
