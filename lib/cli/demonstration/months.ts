import { type Period, periodCode } from '@/lib/catalogue/periods/period';

/** A month counted from year 0: 2026-09 is 2026 × 12 + 8. */
export type Month = number;

export const yearOf = (month: Month) => Math.floor(month / 12);
/** The number of a month in its year, from 1 to 12. */
export const monthOf = (month: Month) => (month % 12) + 1;
export const monthCode = (month: Month) => periodCode('month', yearOf(month), monthOf(month));
export const yearToDateCode = (month: Month) => periodCode('yearToDate', yearOf(month), monthOf(month));

/** The month of a moment in Shanghai, which is eight hours ahead all year. */
export function monthAt(now: Date): Month {
  const there = new Date(now.getTime() + 8 * 3_600_000);
  return there.getUTCFullYear() * 12 + there.getUTCMonth();
}

/** A moment of a day of a month, in Shanghai. */
export function momentIn(month: Month, day: number, hour: number): Date {
  return new Date(Date.UTC(yearOf(month), monthOf(month) - 1, day, hour - 8));
}

/**
 * The last month of the period that a monthly collection asks for at a moment: the month before. January is collected
 * together with February, so that in February the month is still December.
 */
export function reportedMonth(now: Date): Month {
  const last = monthAt(now) - 1;
  return monthOf(last) === 1 ? last - 1 : last;
}

/** The period of a monthly collection that ends with a month: the month, or January and February as one. */
export function collectedPeriod(month: Month): Period['code'] {
  return monthOf(month) === 2 ? yearToDateCode(month) : monthCode(month);
}

/** The last month of the preceding collected period. */
export function monthBefore(month: Month): Month {
  return monthOf(month) === 2 ? month - 2 : month - 1;
}
