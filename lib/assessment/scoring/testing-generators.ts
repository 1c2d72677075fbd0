import fc from 'fast-check';
import type * as z from 'zod';
import type { Method } from '@/lib/assessment/methods/schemas';
import { examplesByKind } from '@/lib/assessment/methods/testing';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import {
  aggregations,
  allEqualPolicies,
  boundPolicies,
  denominatorPolicies,
  lineRules,
  missingPolicies,
  notApplicablePolicies,
  oneUnitPolicies,
  quotaRoundings,
  rankBases,
  tieRules,
} from '@/lib/assessment/words';
import type { InputEntry, Inputs } from './inputs';
import { blockOf, documentOf, inputsOf, itemOf, targetsOf } from './testing';

type MethodInput = z.input<typeof Method>;

const examples = [...examplesByKind.values()];
/** Methods in which more is better, by the value alone or among the peers' values, with a value for every unit. */
export const monotoneMethods = examples.flatMap(({ monotone }) => monotone);
const otherMethods = examples.flatMap(({ others }) => others);

const transforms: readonly z.input<typeof Transform>[] = [
  { kind: 'log' },
  { kind: 'ratio', indicator: 'A', factor: 2 },
  { kind: 'growth', against: 'yearEarlier' },
  { kind: 'change', against: 'yearEarlier' },
  { kind: 'rank' },
  { kind: 'winsorise', low: 10, high: 80 },
  { kind: 'average', periods: 2, against: 'yearEarlier' },
];

const anyMethod: fc.Arbitrary<MethodInput> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...monotoneMethods, ...otherMethods) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...monotoneMethods), fc.constantFrom(...otherMethods))
      .map(([level, growth]) => ({
        kind: 'blend' as const,
        parts: [
          { key: 'level', weight: 40, method: level },
          {
            key: 'growth',
            weight: 60,
            transforms: [{ kind: 'change' as const, against: 'yearEarlier' as const }],
            method: growth,
          },
        ],
      })),
  },
);

const anyItem = fc.record({
  method: anyMethod,
  direction: fc.constantFrom('higher' as const, 'lower' as const),
  transforms: fc.oneof(
    { weight: 3, arbitrary: fc.constant<z.input<typeof Transform>[]>([]) },
    fc.array(fc.constantFrom(...transforms), { maxLength: 3 }),
  ),
  missing: fc.option(fc.constantFrom(...missingPolicies)),
  weight: fc.integer({ min: 1, max: 40 }),
  adjustmentCap: fc.option(fc.integer({ min: 0, max: 3 })),
});

const grade = (key: string) => ({ key, nameZh: key, nameEn: key });

type GradesInput = NonNullable<z.input<typeof Scheme>['grades']>;

const anyGrades: fc.Arbitrary<GradesInput> = fc.oneof(
  fc.constant<GradesInput>({ by: 'none' }),
  fc.constant<GradesInput>({
    by: 'cutoff',
    grades: [
      { ...grade('A'), atLeast: 60 },
      { ...grade('B'), atLeast: 30 },
      { ...grade('C'), atLeast: null },
    ],
  }),
  fc.tuple(fc.constantFrom(...quotaRoundings), fc.constantFrom(...lineRules)).map(([rounding, line]) => ({
    by: 'quota' as const,
    rounding,
    line,
    grades: [
      { ...grade('A'), percent: 30, count: null },
      { ...grade('B'), percent: null, count: 2 },
      { ...grade('C'), percent: null, count: null },
    ],
  })),
);

/** Schemes of up to six items a … f, in a block or in two blocks and one inside another, with every policy. */
export const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    items: fc.array(anyItem, { minLength: 1, maxLength: 6 }),
    by: fc.tuple(fc.constantFrom(...aggregations), fc.constantFrom(...aggregations)),
    renormalise: fc.boolean(),
    missing: fc.constantFrom(...missingPolicies),
    notApplicable: fc.constantFrom(...notApplicablePolicies),
    bounds: fc.constantFrom(...boundPolicies),
    boundsAmongPeers: fc.boolean(),
    allEqual: fc.constantFrom(...allEqualPolicies),
    denominator: fc.constantFrom(...denominatorPolicies),
    oneUnit: fc.constantFrom(...oneUnitPolicies),
    ties: fc.constantFrom(...tieRules),
    rankOn: fc.constantFrom(...rankBases),
    bonusCap: fc.option(fc.integer({ min: 0, max: 4 })),
    deductionCap: fc.option(fc.integer({ min: 0, max: 4 })),
    apart: fc.subarray(['u0', 'u3']),
    tieBreakers: fc.subarray(['a', 'inner']),
    grades: anyGrades,
  })
  .map(({ items, by: [outer, inner], renormalise, ...more }) => {
    const parts = items.map((item, at) => itemOf(at, item));
    const weightOf = (some: typeof parts) => some.reduce((sum, { weight }) => sum + weight, 0);
    const [first, second] = [parts.slice(0, 3), parts.slice(3)];
    const deep = blockOf('inner', {
      weight: 30,
      full: Math.max(1, weightOf(second)),
      aggregation: inner,
      parts: second,
    });
    const all: readonly unknown[] = second.length > 0 ? [...first, deep] : first;
    const weight = weightOf(first) + (second.length > 0 ? 30 : 0);
    const effect = { kind: 'blockZero' as const, block: 'inner' };
    const vetoes = [
      { ...grade('zero'), effect },
      { ...grade('down'), effect: { kind: 'gradeDown' as const, steps: 1 } },
    ];
    return documentOf({ weight, aggregation: outer, renormalise, parts: all }, { ...more, vetoes });
  });

const figure = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 12 }) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((value) => `${value}+`) },
);

const anyEntry = fc.record({
  unit: fc.integer({ min: 0, max: 6 }).map((at) => `u${at}`),
  kind: fc.constantFrom(
    'bonus' as const,
    'deduction' as const,
    'score' as const,
    'veto' as const,
    'notApplicable' as const,
  ),
  node: fc.constantFrom('a', 'b', 'd', 'inner', ''),
  rule: fc.constantFrom('zero', 'down', 'unknown'),
  points: fc.integer({ min: 0, max: 8 }),
  incident: fc.constantFrom('', 'x'),
});

/** Inputs of one to seven units with gaps, bounds, ties, earlier years, targets and entries. */
export const anyInputs: fc.Arbitrary<Inputs> = fc
  .record({
    units: fc.integer({ min: 1, max: 7 }),
    columns: fc.array(fc.array(figure, { minLength: 7, maxLength: 7 }), { minLength: 18, maxLength: 18 }),
    targets: fc.array(fc.option(fc.integer({ min: -4, max: 9 })), { minLength: 7, maxLength: 7 }),
    entries: fc.array(anyEntry, { maxLength: 8 }),
    deadlinePassed: fc.boolean(),
  })
  .map(({ units, columns, targets, entries, deadlinePassed }) => {
    const values = columns.map((column, at): [string, typeof column] => {
      const indicator = String.fromCharCode(65 + (at % 6));
      return [`${indicator}@${2024 - Math.floor(at / 6)}`, column.slice(0, units)];
    });
    return inputsOf(Object.fromEntries(values), {
      deadlinePassed,
      targets: ['A', 'B', 'C'].flatMap((indicator) => targetsOf(indicator, targets, 9)),
      entries: entries.map((entry, at): InputEntry => ({ ...entry, id: `e${at}`, article: '', reason: '' })),
    });
  });
