import * as z from 'zod';
import { Method } from '@/lib/assessment/methods/schemas';
import { Code, Key, Percent, Words } from '@/lib/assessment/schemes/atoms/bounds';
import { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import {
  aggregations,
  allEqualPolicies,
  boundPolicies,
  denominatorPolicies,
  itemDirections,
  lineRules,
  missingPolicies,
  noTargetPolicies,
  notApplicablePolicies,
  oneUnitPolicies,
  periodRules,
  quotaRoundings,
  rankBases,
  schemeKinds,
  tieRules,
} from '@/lib/assessment/words';

const Article = z.string().trim().max(200).default('');
const weight = z.number().positive().max(100_000);

/**
 * The part of an indicator in the score. `indicator` is null for scores by hand: deductions, bonuses, expert scores.
 */
export const SchemeItem = z.strictObject({
  kind: z.literal('item'),
  key: Key,
  nameZh: Words,
  nameEn: Words,
  /** Its full points in its block. */
  weight,
  indicator: Code.nullable(),
  direction: z.enum(itemDirections).nullable(),
  periodRule: z.enum(periodRules).default('asRun'),
  transforms: z.array(Transform).max(6).default([]),
  method: Method,
  /** Overrides the scheme's policies. */
  missing: z.enum(missingPolicies).nullable().default(null),
  notApplicable: z.enum(notApplicablePolicies).nullable().default(null),
  /** The limit of adjustments upwards and downwards, in points; null for none. */
  adjustmentCap: z.number().nonnegative().nullable().default(null),
  /** The article that it is based on: 第三章第八条. */
  article: Article,
});
export type SchemeItem = z.infer<typeof SchemeItem>;

type BlockShape = {
  kind: 'block';
  key: string;
  nameZh: string;
  nameEn: string;
  /** The weight within the parent block. */
  weight: number;
  /** The block's own full score, such as the 100 of each half of a 双百分制; null for its weight. */
  full: number | null;
  aggregation: (typeof aggregations)[number];
  /** The required sum of its parts' weights; null for its full score. A sum of points always takes its full score. */
  weightTotal: number | null;
  /** Whether parts without a score give their weight to the others, or earn nothing. */
  renormalise: boolean;
  adjustmentCap: number | null;
  article: string;
  parts: SchemeNode[];
};
export type SchemeBlock = BlockShape;
export type SchemeNode = SchemeBlock | SchemeItem;

export const SchemeBlock: z.ZodType<SchemeBlock> = z.strictObject({
  kind: z.literal('block'),
  key: Key,
  nameZh: Words,
  nameEn: Words,
  weight,
  full: weight.nullable().default(null),
  aggregation: z.enum(aggregations),
  weightTotal: weight.nullable().default(null),
  renormalise: z.boolean().default(true),
  adjustmentCap: z.number().nonnegative().nullable().default(null),
  article: Article,
  get parts() {
    return z.array(SchemeNode).min(1).max(500);
  },
});
const SchemeNode: z.ZodType<SchemeNode> = z.lazy(() => z.union([SchemeItem, SchemeBlock]));

const Grade = { key: Key, nameZh: Words, nameEn: Words };

/**
 * Grades from the best to the worst. A cut-off is the least total of its grade, inclusive; the last grade takes the
 * rest.
 */
export const Grades = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('none') }),
  z.strictObject({
    by: z.literal('cutoff'),
    grades: z
      .array(z.strictObject({ ...Grade, atLeast: z.number().nullable() }))
      .min(2)
      .max(10),
  }),
  z.strictObject({
    by: z.literal('quota'),
    grades: z
      .array(z.strictObject({ ...Grade, percent: Percent.nullable(), count: z.int().nonnegative().nullable() }))
      .min(2)
      .max(10),
    rounding: z.enum(quotaRoundings),
    line: z.enum(lineRules),
  }),
]);
export type Grades = z.infer<typeof Grades>;

/** 一票否决: the effect on a unit with a veto. */
export const VetoRule = z.strictObject({
  key: Key,
  nameZh: Words,
  nameEn: Words,
  article: Article,
  effect: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('gradeAtMost'), grade: Key }),
    z.strictObject({ kind: z.literal('gradeDown'), steps: z.int().min(1).max(9) }),
    z.strictObject({ kind: z.literal('ineligible') }),
    z.strictObject({ kind: z.literal('blockZero'), block: Key }),
  ]),
});
export type VetoRule = z.infer<typeof VetoRule>;

/**
 * 考核方案: everything that turns frozen inputs into ranks and grades. `format` is raised when old documents need to be
 * read differently.
 */
export const Scheme = z.strictObject({
  format: z.literal(1),
  nameZh: Words,
  nameEn: Words,
  kind: z.enum(schemeKinds),
  /** 示例方案: demonstrates the product with real figures; it assesses nobody. */
  isExample: z.boolean().default(false),
  peerGroup: Code,
  note: z.string().max(4000).default(''),
  root: SchemeBlock,
  missing: z.enum(missingPolicies).default('pending'),
  notApplicable: z.enum(notApplicablePolicies).default('rebase'),
  noTarget: z.enum(noTargetPolicies).default('pending'),
  bounds: z.enum(boundPolicies).default('asNumber'),
  /** Whether values that are bounds count for the peers' lowest and highest. */
  boundsAmongPeers: z.boolean().default(false),
  allEqual: z.enum(allEqualPolicies).default('full'),
  denominator: z.enum(denominatorPolicies).default('asMissing'),
  oneUnit: z.enum(oneUnitPolicies).default('leaveOut'),
  /** The least share of weight with data, in percent, for a place in the ranking; null for none. */
  leastCoverage: Percent.nullable().default(null),
  ties: z.enum(tieRules).default('competition'),
  /** Blocks or items whose scores order equal totals, in this order. */
  tieBreakers: z.array(Key).max(10).default([]),
  rankOn: z.enum(rankBases).default('unrounded'),
  /** Decimals of the published totals, rounded half up. */
  decimals: z.int().min(0).max(6).default(2),
  /** Limits of all bonuses and of all deductions of a unit, in points of the total; null for none. */
  bonusCap: z.number().nonnegative().nullable().default(null),
  deductionCap: z.number().nonnegative().nullable().default(null),
  /** The least and greatest total after adjustments; null for no limit. */
  totalFloor: z.number().nullable().default(0),
  totalCap: z.number().nullable().default(null),
  vetoes: z.array(VetoRule).max(50).default([]),
  grades: Grades.default({ by: 'none' }),
  /** 单列: units scored outside the ranking, with the grade that their total would earn. */
  apart: z.array(Code).max(500).default([]),
  /** 专项晋优: promotes to a grade by name; with or without taking a place of its quota. */
  promotions: z
    .array(z.strictObject({ unit: Code, grade: Key, article: Article, usesQuota: z.boolean().default(true) }))
    .max(100)
    .default([]),
});
export type Scheme = z.infer<typeof Scheme>;
