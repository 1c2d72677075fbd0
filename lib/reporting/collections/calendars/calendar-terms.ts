import * as z from 'zod';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { Refusal } from '@/lib/errors';
import { daysFor, fitsCalendar, periodAfter } from '@/lib/reporting/collections/calendar-dates';
import { Code, CollectionTerms, line, momentOf, PeriodCode } from '@/lib/reporting/collections/terms';
import { calendarFrequencies } from '@/lib/reporting/words';

export const CalendarId = z.string().regex(/^[\w-]{1,64}$/);
const dayOfMonth = z.int().min(1).max(31);

/**
 * The terms of a calendar: frequency, schedule, items and units. `peerGroupCode` is empty when units are named one by
 * one.
 */
export const CalendarTerms = CollectionTerms.omit({ opensOn: true, dueOn: true }).extend({
  title: line(2, 60),
  frequency: z.enum(calendarFrequencies),
  mergesJanuary: z.boolean(),
  opensDay: dayOfMonth,
  dueDay: dayOfMonth,
  dueMonthsAfter: z.int().min(1).max(6),
  peerGroupCode: Code.or(z.literal('')),
  unitCodes: z.array(Code).max(5000),
  items: z
    .array(z.strictObject({ indicatorCode: Code, basis: z.enum(['current', 'yearToDate']), isRequired: z.boolean() }))
    .max(1000),
  startsWith: PeriodCode,
});
export type CalendarTerms = z.infer<typeof CalendarTerms>;

/** Refuses a calendar that could never open a collection under its terms. */
export function refuseImpossible(terms: CalendarTerms): void {
  if (terms.items.length === 0) throw new Refusal('invalid', 'noItems', { field: 'items' });
  if (terms.peerGroupCode === '' && terms.unitCodes.length === 0) {
    throw new Refusal('invalid', 'noUnits', { field: 'units' });
  }
  if (!fitsCalendar(terms, terms.startsWith))
    throw new Refusal('invalid', 'collections.refused.startDoesNotFit', { field: 'startsWith' });
  // In a short month both days may be its last one; then only the hour separates them.
  const isSameMonth = terms.dueMonthsAfter === 1;
  if (isSameMonth && (terms.dueDay < terms.opensDay || terms.dueTime === '00:00')) {
    throw new Refusal('invalid', 'dueBeforeOpening', { field: 'dueDay' });
  }
}

type Timed = Pick<
  CalendarTerms,
  'frequency' | 'mergesJanuary' | 'opensDay' | 'dueDay' | 'dueMonthsAfter' | 'startsWith'
>;

/**
 * The periods whose collections are due to be opened and are not, earliest first, at most `most`. `opened` are the
 * periods that have a collection.
 */
export function periodsToOpen(
  calendar: Timed,
  opened: ReadonlySet<string>,
  { now, most }: { now: Date; most: number },
): string[] {
  const due: string[] = [];
  let code = nextPeriod(calendar, opened);
  while (due.length < most && momentOf(daysFor(calendar, code).opensOn, '00:00') <= now) {
    if (!opened.has(code)) due.push(code);
    code = periodAfter(calendar, code);
  }
  return due;
}

/** The first period without a collection. */
export function nextPeriod(calendar: Timed, opened: ReadonlySet<string>): string {
  let code = calendar.startsWith;
  while (opened.has(code)) code = periodAfter(calendar, code);
  return code;
}

/** The title of a collection that a calendar opens. */
export function titleFor(title: string, periodCode: string): string {
  return `${writtenPeriod(periodCode, 'zh-CN')}${title}`;
}
