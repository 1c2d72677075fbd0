import * as z from 'zod';
import { TypedPeriod } from '@/lib/catalogue/periods/typed-period';
import { conditionSides, mostAssisting } from '@/lib/monitoring/follow-ups/words';
import { Year } from '@/lib/monitoring/targets/target-input';
import { longestTarget } from '@/lib/monitoring/targets/words';
import { Code, CollectionId, Day, line, lines } from '@/lib/reporting/collections/terms';

/** The number of a follow-up: 2026-12. */
export const FollowUpId = z.string().regex(/^\d{4}-\d{1,6}$/);

/** Which follow-up, in which version it was shown. */
export const ShownFollowUp = z.strictObject({ id: FollowUpId, version: z.int().min(1) });

/** The same for its unit, which sends the unit of the page. */
export const OwnFollowUp = ShownFollowUp.extend({ unit: Code });

/** A lamp: an indicator of a unit in a month. */
export const LampInput = z.strictObject({ unit: Code, indicator: Code, year: Year, month: z.int().min(1).max(12) });

const measured = [
  LampInput.extend({ kind: z.literal('lamp') }),
  z.strictObject({ kind: z.literal('figure'), unit: Code, indicator: Code, period: TypedPeriod }),
  z.strictObject({ kind: z.literal('score'), run: CollectionId, unit: Code }),
] as const;

/** What a follow-up is raised from; what a remark is about is read from it. */
export const OriginInput = z.discriminatedUnion('kind', [
  ...measured,
  z.strictObject({ kind: z.literal('remark'), remark: CollectionId }),
  z.strictObject({ kind: z.enum(['meeting', 'hand']), note: line(0, 200) }),
]);

/** What a follow-up asks, and of whom. The value of its condition is read by the command, which knows the indicator. */
export const TermsInput = z.strictObject({
  title: line(4, 80),
  matter: lines(4, 2000),
  unit: Code,
  assisting: z
    .array(Code)
    .max(mostAssisting)
    .transform((codes) => [...new Set(codes)].sort()),
  dueOn: Day,
  condition: z
    .strictObject({
      indicator: Code,
      unit: Code,
      period: TypedPeriod,
      side: z.enum(conditionSides),
      value: line(1, longestTarget),
    })
    .nullable(),
});
export type TermsInput = z.output<typeof TermsInput>;

/** Words that another person reads: a reason, a note, a report. */
export const FollowUpWords = lines(4, 1000);

/** A leader's remark: 同意 and 请办 are remarks. */
export const RemarkWords = lines(2, 1000);

/** A leader's remark, and what it is about. */
export const AboutInput = z.strictObject({
  about: z.discriminatedUnion('kind', [
    ...measured,
    z.strictObject({ kind: z.literal('report'), report: CollectionId }),
    z.strictObject({ kind: z.literal('collection'), collection: CollectionId }),
  ]),
  remark: RemarkWords,
});

export const Measures = lines(4, 2000);
