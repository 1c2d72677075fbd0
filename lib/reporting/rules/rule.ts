import * as z from 'zod';
import { Day } from '@/lib/reporting/collections/terms';
import { longestExpression } from '@/lib/reporting/rules/expression';
import type { CheckKind } from '@/lib/reporting/rules/words';
import { severities } from '@/lib/reporting/words';
import { compareDecimals } from '@/lib/statistics/numbers';

const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/);
/** In the indicator's own unit of measure; by default two in its last decimal place. */
const Tolerance = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,10})?$/)
  .optional();
const Share = z.number().positive().max(1_000_000);
const Code = z.string().regex(/^[\w-]{1,60}$/);
export const IndicatorCodes = z.array(Code).min(1).max(200);

/**
 * Limits of a jump, in percent of an amount, in percentage points of a rate; a direction without a limit is not
 * checked.
 */
const Jump = z
  .strictObject({ percent: Share.optional(), points: Share.optional() })
  .refine(({ percent, points }) => percent !== undefined || points !== undefined, { path: ['percent'] });

/** The parameters of each kind of rule. */
const parametersOf = {
  range: z
    .strictObject({ min: Decimal.optional(), max: Decimal.optional() })
    .refine(({ min, max }) => min !== undefined || max !== undefined, { path: ['min'] })
    .refine(({ min, max }) => min === undefined || max === undefined || compareDecimals(min, max) <= 0, {
      path: ['max'],
    }),
  /** By default those of the indicator. */
  decimals: z.strictObject({ most: z.int().min(0).max(10).optional() }),
  jumpPrevious: Jump,
  jumpYear: Jump,
  unitSlip: z.strictObject({
    factors: z.array(z.number().gt(1).max(1e12)).min(1).max(10).default([100, 10_000]),
    tolerancePercent: z.number().min(0).max(90).default(20),
  }),
  cumulativeNotBelow: z.strictObject({}),
  cumulativeSum: z.strictObject({ tolerance: Tolerance }),
  sumOfParts: z
    .strictObject({
      whole: Code,
      parts: z.array(Code).min(1).max(50),
      tolerance: Tolerance,
      /** Whether the parts may sum to less than the whole, but not to more. */
      atMost: z.boolean().optional(),
    })
    .refine(({ whole, parts }) => !parts.includes(whole), { path: ['parts'] })
    .refine(({ parts }) => new Set(parts).size === parts.length, { path: ['parts'] }),
  formula: z.strictObject({ expression: z.string().trim().min(1).max(longestExpression), tolerance: Tolerance }),
  reportedGrowth: z.strictObject({ points: Share }),
  /** The limit of robust deviations (0.6745 × distance from the median ÷ median absolute deviation). */
  peerOutlier: z.strictObject({ deviations: z.number().positive().max(100).default(3.5) }),
} satisfies Record<CheckKind, z.ZodType>;

const base = {
  code: Code,
  validFrom: Day,
  severity: z.enum(severities),
  indicatorCodes: IndicatorCodes.nullable(),
  messageZh: z.string().trim().max(300),
  messageEn: z.string().trim().max(300),
  isActive: z.boolean(),
};
const ofKind = <Kind extends CheckKind>(kind: Kind) =>
  z.strictObject({ ...base, kind: z.literal(kind), parameters: parametersOf[kind] });

/** A rule from a day on, with the parameters of its kind. */
export const CheckRule = z.discriminatedUnion('kind', [
  ofKind('range'),
  ofKind('decimals'),
  ofKind('jumpPrevious'),
  ofKind('jumpYear'),
  ofKind('unitSlip'),
  ofKind('cumulativeNotBelow'),
  ofKind('cumulativeSum'),
  ofKind('sumOfParts'),
  ofKind('formula'),
  ofKind('reportedGrowth'),
  ofKind('peerOutlier'),
]);
export type CheckRule = z.output<typeof CheckRule>;
/** A rule as a form or a file writes it: fields with a default may be left out. */
export type CheckRuleInput = z.input<typeof CheckRule>;

/**
 * The rules in force for a period, from rows in any order: of each code the latest that is valid from the period's last
 * day or earlier, if it is active. Ordered by code.
 */
export function rulesInForce(rules: readonly CheckRule[], endsOn: string): CheckRule[] {
  const latest = new Map<string, CheckRule>();
  for (const rule of rules) {
    const held = latest.get(rule.code);
    if (rule.validFrom <= endsOn && (!held || held.validFrom < rule.validFrom)) latest.set(rule.code, rule);
  }
  return [...latest.values()].filter((rule) => rule.isActive).sort((a, b) => (a.code < b.code ? -1 : 1));
}
