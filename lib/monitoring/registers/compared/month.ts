import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';

/** The last day of a month; null for no month. */
export function lastDayOf(month: string): string | null {
  const parsed = parsePeriod(month);
  return parsed?.kind === 'month' ? (periodDays(parsed)?.endsOn ?? null) : null;
}

/** Whether a month is over: its last day too, on which entries may still change. */
export function hasEnded(month: string, today: string): boolean {
  const day = lastDayOf(month);
  return day !== null && day < today;
}
