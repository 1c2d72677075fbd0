import type { Span } from '@/lib/catalogue/annotations/words';
import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { enMonths, writtenPeriod } from '@/lib/catalogue/periods/written';
import type { Locale } from '@/lib/i18n/words';
import { Day, PeriodCode } from '@/lib/reporting/collections/terms';

const printedDay = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/;

/** A typed day (2022-03-28, 2022年3月28日) or dated period as its code; null for anything else. */
export function readMoment(typed: string): string | null {
  const [, year, month = '', day = ''] = printedDay.exec(typed.normalize('NFKC').replace(/\s/g, '')) ?? [];
  if (year) return Day.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data ?? null;
  return PeriodCode.safeParse(readPeriod(typed) ?? '').data ?? null;
}

/** The first and the last day of a day or period by its code; null for no such code. */
export function daysOf(moment: string): { startsOn: string; endsOn: string } | null {
  if (Day.safeParse(moment).success) return { startsOn: moment, endsOn: moment };
  const period = parsePeriod(moment);
  return period && periodDays(period);
}

/** The span from a day or period to another, or of one alone; null where the end is not after the beginning. */
export function spanOf(since: string, until: string | null): Span | null {
  const [from, to] = [daysOf(since), daysOf(until ?? since)];
  if (!from || !to || to.endsOn < from.endsOn || to.startsOn < from.startsOn) return null;
  return { since, until: until === since ? null : until, startsOn: from.startsOn, endsOn: to.endsOn };
}

/** A span in words: 2022年3月28日至2022年5月, 28 Mar 2022 – May 2022. */
export function writtenSpan({ since, until }: Pick<Span, 'since' | 'until'>, locale: Locale): string {
  const from = writtenMomentCode(since, locale);
  if (until === null) return from;
  const to = writtenMomentCode(until, locale);
  return locale === 'en' ? `${from} – ${to}` : `${from}至${to}`;
}

function writtenMomentCode(code: string, locale: Locale): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(code) ?? [];
  if (!day) return writtenPeriod(code, locale);
  const [at, date] = [Number(month), Number(day)];
  return locale === 'en' ? `${date} ${enMonths[at - 1]} ${year}` : `${year}年${at}月${date}日`;
}
