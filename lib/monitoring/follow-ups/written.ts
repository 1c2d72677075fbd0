import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { DueIn } from '@/lib/monitoring/follow-ups/due-in';
import type { LampKey } from '@/lib/monitoring/follow-ups/words';

/** The number of a follow-up as documents cite it: 督办〔2026〕12号. */
export function writtenNumber(id: string, locale: Locale): string {
  const [year = '', number = ''] = id.split('-');
  return translator(locale, 'followUps')('numberOf', { year, number });
}

/** How much time is left, in words. */
export function writtenLeft(left: DueIn, locale: Locale): string {
  const t = translator(locale, 'followUps');
  if (typeof left === 'string') return t(`left.${left}`);
  if (left.days === 0) return t('left.today');
  return left.days < 0 ? t('left.overdue', { days: -left.days }) : t('left.days', { days: left.days });
}

/** The month of a lamp in words. */
export function writtenMonth({ year, month }: Pick<LampKey, 'year' | 'month'>, locale: Locale): string {
  return writtenPeriod(periodCode('month', year, month), locale);
}
