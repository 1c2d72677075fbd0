import * as z from 'zod';
import { mostGrades, type RuleCondition, type Shares } from '@/lib/monitoring/consequences/rules/words';
import { consequenceMeasures } from '@/lib/monitoring/consequences/words';
import { MonthInput } from '@/lib/monitoring/lamps/rule-sets/rule-set-input';
import { Code, line } from '@/lib/reporting/collections/terms';

const Months = z.int().min(1).max(36);
const Runs = { scheme: Code, times: z.int().min(1).max(24), of: z.int().min(1).max(24) };
const Grade = line(1, 20);
const Percent = z.number().min(0).max(100).multipleOf(0.01);
const isWithin = ({ times, of }: { times: number; of: number }) => times <= of;
const beyond = { path: ['times'] };

/** When a rule is met: every number is itself included. */
export const ConditionInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('redInRow'), indicator: z.union([z.literal(''), Code]), months: Months }),
  z.strictObject({ kind: z.literal('redInYear'), indicator: z.union([z.literal(''), Code]), months: Months.max(12) }),
  z
    .strictObject({ kind: z.literal('lastPlaces'), ...Runs, places: z.int().min(1).max(10_000) })
    .refine(isWithin, beyond),
  z
    .strictObject({
      kind: z.literal('grades'),
      ...Runs,
      grades: z
        .array(Grade)
        .min(1)
        .max(mostGrades)
        .transform((grades) => [...new Set(grades)]),
    })
    .refine(isWithin, beyond),
  z.strictObject({ kind: z.literal('overdue'), days: z.int().min(1).max(3650) }),
]) satisfies z.ZodType<RuleCondition>;

const SharesInput = z.strictObject({
  base: Percent,
  byGrade: z.record(Grade, Percent),
  cap: Percent,
}) satisfies z.ZodType<Shares>;

/** What a rule says: when it is met, what it then proposes, and from which month on. */
export const RuleInput = z.strictObject({
  nameZh: line(2, 60),
  nameEn: line(2, 80),
  group: Code,
  condition: ConditionInput,
  measure: z.enum(consequenceMeasures),
  shares: SharesInput.nullable(),
  firstMonth: MonthInput,
});
export type RuleInput = z.output<typeof RuleInput>;

/** Which version of a rule was shown. */
export const ShownRule = z.strictObject({ code: Code, number: z.int().min(1), version: z.int().min(1) });
