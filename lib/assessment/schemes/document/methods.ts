import * as z from 'zod';
import { Bounds, Key, Percent, Real, Words } from './bounds';
import { Transform } from './transforms';

const share = z.number().min(-1000).max(1000);
/** Floor and cap of the score of an item, in percent of its points. */
const floor = share.default(0);
const cap = share.default(100);

/** What a value is held against: the unit's own target, its stretch target, or one for all. */
const Target = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('base') }),
  z.strictObject({ from: z.literal('stretch') }),
  z.strictObject({ from: z.literal('given'), value: Real }),
]);

/**
 * How a value becomes a share of the item's points, in percent. Formulas and their sources: the README's reference section
 * on methods; the direction is the item's.
 */
const Plain = z.discriminatedUnion('kind', [
  /**
   * 目标完成率. `ratio` x/T (for less-is-better T/x), `linear` 2 − x/T, `improvement` (x − base)/(T − base) with the base of a
   * year earlier, `allOrNothing`, `start` startShare + (x − T) × perUnit (80 % 起步), for less-is-better with T − x.
   */
  z.strictObject({
    kind: z.literal('completion'),
    target: Target,
    formula: z.enum(['ratio', 'linear', 'improvement', 'allOrNothing', 'start']),
    floor,
    cap,
    startShare: Percent.default(80),
    perUnit: Real.default(10),
  }),
  /** 功效系数: base + (100 − base)(x − low)/(high − low). */
  z.strictObject({ kind: z.literal('efficacy'), base: Percent.default(60), bounds: Bounds }),
  /** 分档功效系数: between two tiers the coefficient is interpolated. Tiers from the worst to the best. */
  z.strictObject({
    kind: z.literal('tieredEfficacy'),
    tiers: z
      .array(z.strictObject({ name: Words, value: Real, coefficient: z.number().min(0).max(1) }))
      .min(2)
      .max(10),
    below: z.enum(['zero', 'lowest']).default('zero'),
  }),
  /** base × e^(ln(100 / base) (x − low)/(high − low)). */
  z.strictObject({
    kind: z.literal('exponentialEfficacy'),
    base: z.number().min(1).max(99).default(60),
    bounds: Bounds,
  }),
  /** Min-max or goalposts onto from … to, in percent; `clamp` holds values outside given bounds at the ends. */
  z.strictObject({
    kind: z.literal('minMax'),
    bounds: Bounds,
    from: share.default(0),
    to: share.default(100),
    clamp: z.boolean().default(true),
  }),
  /** centre + spread × (x − mean)/standard deviation. */
  z.strictObject({
    kind: z.literal('zScore'),
    centre: share.default(50),
    spread: Real.default(10),
    deviation: z.enum(['population', 'sample']).default('population'),
    floor,
    cap,
  }),
  /** 对标第一: x/best, for less-is-better best/x. A best of zero or less has no ratio: `fallback` scores the item then. */
  z.strictObject({
    kind: z.literal('ratioToBest'),
    negative: z.enum(['zero', 'keep']).default('zero'),
    fallback: z.enum(['missing', 'minMax', 'rankLadder']).default('missing'),
  }),
  /** 基准值: x/reference, or `difference` 100 + (x − reference) × perUnit; the reference is given or the peers' mean. */
  z.strictObject({
    kind: z.literal('ratioToReference'),
    reference: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('given'), value: Real }),
      z.strictObject({ from: z.literal('mean') }),
    ]),
    formula: z.enum(['ratio', 'difference']).default('ratio'),
    perUnit: Real.default(1),
    floor,
    cap: share.default(150),
  }),
  /** 每分比率差: standardShare + (x − standard) ÷ ((best − standard)/(bestShare − standardShare)); `best` null is the peers'. */
  z.strictObject({
    kind: z.literal('standardRatio'),
    standard: Real,
    standardShare: share,
    best: Real.nullable(),
    bestShare: share.default(100),
    floor,
    cap,
  }),
  /**
   * 位次赋分: 100 − step × (rank − 1), the step in percent or in points of the item. At or above `gate.atLeast` a value earns
   * at least `gate.share`, from where the ladder goes up (GDP growth ≥ 8 % → 4 of 6 points, then by place).
   */
  z.strictObject({
    kind: z.literal('rankLadder'),
    step: z.number().min(0).max(100),
    stepIn: z.enum(['percent', 'points']),
    ties: z.enum(['best', 'average', 'worst']).default('best'),
    gate: z.strictObject({ atLeast: Real, share: Percent }).nullable().default(null),
  }),
  /** 位次晋升: (earlier place − place)/earlier place. The value is a rank, or ranks are taken among the peers. */
  z.strictObject({
    kind: z.literal('rankGain'),
    ranks: z.enum(['ofValues', 'values']),
    against: z.enum(['yearEarlier', 'previous']),
    firstHeld: z.enum(['full', 'zero']).default('full'),
    factor: Real.default(1),
    floor,
    cap,
  }),
  /** 适度: 100 inside low … high, outside 100 − distance/span × 100; the span is given or the peers' greatest distance. */
  z.strictObject({
    kind: z.literal('range'),
    low: Real,
    high: Real,
    span: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('peers') }),
      z.strictObject({ from: z.literal('given'), below: z.number().positive(), above: z.number().positive() }),
    ]),
  }),
  /** 分档计分: the share of the last band whose `atLeast` is reached, or between two bands interpolated. */
  z.strictObject({
    kind: z.literal('banded'),
    bands: z
      .array(z.strictObject({ atLeast: Real, share }))
      .min(1)
      .max(40),
    below: share.default(0),
    interpolate: z.boolean().default(false),
  }),
  /** 扣分: the item's points less its confirmed deductions, not below `floor`; of one incident the heaviest, or all. */
  z.strictObject({ kind: z.literal('deductions'), floor, incident: z.enum(['heaviest', 'all']).default('heaviest') }),
  /** 加分: `pointsEach` for every one counted, or the ledger's own points, up to the item's points. */
  z.strictObject({ kind: z.literal('bonus'), from: z.enum(['value', 'ledger']), pointsEach: Real.default(1) }),
  /** 评议, 满意度: the mean of several scores without the highest and the lowest `trim` of them, out of `outOf`. */
  z.strictObject({
    kind: z.literal('expert'),
    trim: z.int().min(0).max(20).default(0),
    outOf: z.number().positive().default(100),
  }),
]);
export type PlainMethod = z.infer<typeof Plain>;

/** A method, or several on the same indicator, as level and growth (静态 40 %, 动态 60 %). Weights of parts sum to 100. */
export const Method = z.discriminatedUnion('kind', [
  ...Plain.options,
  z.strictObject({
    kind: z.literal('blend'),
    parts: z
      .array(
        z.strictObject({ key: Key, weight: Percent, transforms: z.array(Transform).max(6).default([]), method: Plain }),
      )
      .min(2)
      .max(4),
  }),
]);
export type Method = z.infer<typeof Method>;
