import type { Publicity, PublicityState } from '@/lib/assessment/publicity/words';
import type { RunState } from '@/lib/assessment/words';
import { dayAfter, dayPlus, todayOf } from '@/lib/catalogue/today';

/** The last of a number of working days, Monday to Friday, of which the first may be the day itself. Holidays are not known. */
export function lastWorkingDay(first: string, days: number): string {
  let [day, left] = [first, days];
  for (;;) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday > 0 && weekday < 6) left -= 1;
    if (left <= 0) return day;
    day = dayAfter(day);
  }
}

/** Whether the days of an announcement of a run have come on a day; a run that was replaced takes no appeals on any. */
export function publicityState(
  { firstDay, lastDay }: Pick<Publicity, 'firstDay' | 'lastDay'>,
  run: RunState,
  today: string,
): PublicityState {
  if (run === 'superseded') return 'replaced';
  if (today < firstDay) return 'notBegun';
  return today > lastDay ? 'over' : 'running';
}

/**
 * The last day to appeal by an announcement: so many days after its first day, which itself is not counted, and not before its
 * last day, nor before what units were told so far.
 */
export function appealsUntilBy(
  { firstDay, lastDay }: Pick<Publicity, 'firstDay' | 'lastDay'>,
  days: number,
  told: string | null,
): string {
  return [dayPlus(firstDay, days), lastDay, told ?? ''].toSorted().at(-1) ?? lastDay;
}

/** The last day to appeal about a run that is not announced: so many days after its publication, by the day in Shanghai. */
export function lastDayAfter(publishedAt: Date, days: number): string {
  return dayPlus(todayOf({ now: publishedAt }), days);
}

/** The last day to appeal: as announced, else as it was kept at the publication; `days` are for runs from before it was kept. */
export function lastDayToAppeal(
  published: { readonly publishedAt: Date; readonly appealsUntil: string | null },
  announced: Pick<Publicity, 'appealsUntil'> | null,
  days: number,
): string {
  return announced?.appealsUntil ?? published.appealsUntil ?? lastDayAfter(published.publishedAt, days);
}
