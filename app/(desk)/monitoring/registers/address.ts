import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import type { EntryChoice } from '@/lib/monitoring/registers/list/words';
import { blindSpots } from '@/lib/monitoring/registers/words';
import { Day, PeriodCode } from '@/lib/reporting/collections/terms';

const code = z
  .string()
  .regex(/^[\w.-]{1,64}$/)
  .catch('');
const count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .catch(0);
const day = Day.optional().catch(undefined);

/** What the pages of a register are narrowed to. */
export const RegisterAddress = z.object({
  ...{ page: PageNumber, day, field: code, grade: code, bureau: code, street: code, group: code },
  blind: z.enum(blindSpots).or(z.literal('')).catch(''),
  q: z
    .string()
    .trim()
    .max(60)
    .regex(/^\P{Cc}*$/u)
    .catch(''),
  done: z.enum(['saved', 'visited', 'imported', 'linked', 'unlinked', 'fixed']).optional().catch(undefined),
  created: count,
  changed: count,
  count,
});

/** A month in an address; none for anything else. */
export const MonthAddress = z.object({
  month: PeriodCode.and(z.string().regex(/^\d{4}-M\d{2}$/))
    .optional()
    .catch(undefined),
});

/** The choice of an address; the days to come are not told yet. */
export function choiceIn(of: z.output<typeof RegisterAddress>, today: string): EntryChoice {
  const { field, grade, bureau, street, group, blind, q } = of;
  return { field, grade, bureau, street, group, blind, text: q, day: of.day && of.day <= today ? of.day : today };
}

/** What is written of a choice into an address: nothing for what is usual. */
export function choiceQuery(choice: Partial<EntryChoice>, today: string): Record<string, string> {
  const { text = '', day: on = today, ...more } = choice;
  const given = { ...more, q: text, day: on === today ? '' : on };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}
