import * as z from 'zod';
import { MonthInput } from '@/lib/monitoring/lamps/rule-sets/rule-set-input';
import { reportKinds } from '@/lib/monitoring/reports/words';
import { Code, lines } from '@/lib/reporting/collections/terms';

/** What the office says above the lamps. */
export const ReportNote = z.union([z.literal(''), lines(2, 2000)]);

/** Which report: the lamps of a sequence in a month, as which step of the year. */
export const ReportPlace = z.strictObject({ group: Code, month: MonthInput, kind: z.enum(reportKinds) });

/** Which version of a report was shown. */
export const ShownReport = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/), version: z.int().min(1) });
