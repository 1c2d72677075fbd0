import * as z from 'zod';
import { LampRulesInput } from '@/lib/monitoring/lamps/rule-set';
import { mostNamed } from '@/lib/monitoring/lamps/rule-sets/words';
import { firstYear, lastYear } from '@/lib/monitoring/targets/words';
import { Code, line, lines } from '@/lib/reporting/collections/terms';

/** A month as it is sent, 2026-03. */
export const MonthInput = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((month) => Number(month.slice(0, 4)) >= firstYear && Number(month.slice(0, 4)) <= lastYear);

/** Which version of a set of rules was shown. */
export const ShownRuleSet = z.strictObject({ code: Code, number: z.int().min(1), version: z.int().min(1) });

/** What a set of rules says; an empty list of indicators is for every one that has a target. */
export const RuleSetInput = z.strictObject({
  nameZh: line(2, 60),
  group: Code,
  indicators: z
    .array(Code)
    .max(mostNamed)
    .transform((codes) => [...new Set(codes)].sort()),
  byEarlierYears: z.boolean(),
  rules: LampRulesInput,
  firstMonth: MonthInput,
});

/** Why rules are ended or dropped; another person reads it. */
export const EndReason = lines(4, 300);
