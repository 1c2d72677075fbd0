import { type Period, parsePeriod, periodCode, periodDays } from '@/lib/catalogue/periods/period';
import type { CalendarFrequency } from '@/lib/reporting/words';

/** The schedule of a calendar's collections. */
export type CalendarTimes = {
  readonly frequency: CalendarFrequency;
  readonly mergesJanuary: boolean;
  readonly opensDay: number;
  readonly dueDay: number;
  readonly dueMonthsAfter: number;
};

const perYear: Record<CalendarFrequency, number> = { monthly: 12, quarterly: 4, halfYearly: 2, yearly: 1 };
const kinds = { monthly: 'month', quarterly: 'quarter', halfYearly: 'half', yearly: 'year' } as const;

/** The n-th period of a year; with January merged, February is 1—2月 and there is no January. */
function periodAt(calendar: CalendarTimes, year: number, index: number): string | null {
  if (calendar.frequency === 'monthly' && calendar.mergesJanuary && index <= 2) {
    return index === 1 ? null : periodCode('yearToDate', year, 2);
  }
  return periodCode(kinds[calendar.frequency], year, index);
}

/** The year of a period, and its number among the year's periods of this frequency, from 1. */
function placeOf(period: Period): [year: number, index: number] {
  return [period.year, period.index];
}

/** The period after a period of a calendar. */
export function periodAfter(calendar: CalendarTimes, code: string): string {
  const parsed = parsePeriod(code);
  if (!parsed) throw new Error(`no period: ${code}`);
  let [year, index] = placeOf(parsed);
  for (;;) {
    index += 1;
    if (index > perYear[calendar.frequency]) [year, index] = [year + 1, 1];
    const next = periodAt(calendar, year, index);
    if (next) return next;
  }
}

/** Whether a calendar of this frequency can begin with the period. */
export function fitsCalendar(calendar: CalendarTimes, code: string): boolean {
  const parsed = parsePeriod(code);
  return parsed !== null && periodAt(calendar, ...placeOf(parsed)) === code;
}

/** The day of a month, or its last one where the month is shorter: `dayIn(2026, 14, 31)` is 2027-02-28. */
function dayIn(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The days on which the collection of a period opens and is due. It opens in the month after the period ends. */
export function daysFor(calendar: CalendarTimes, code: string): { opensOn: string; dueOn: string } {
  const parsed = parsePeriod(code);
  const end = parsed && periodDays(parsed)?.endsOn;
  if (!end) throw new Error(`no dated period: ${code}`);
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))];
  return {
    opensOn: dayIn(year, month + 1, calendar.opensDay),
    dueOn: dayIn(year, month + calendar.dueMonthsAfter, calendar.dueDay),
  };
}
