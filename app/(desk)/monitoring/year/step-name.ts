import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { YearStep } from '@/lib/monitoring/year-plan/words';

/** A step as it is called: 2026年3月月度统计, 2026年1季度季度监测. */
export function stepName({ kind, month }: YearStep, year: number, locale: Locale): string {
  const every = { month: 1, quarter: 3, half: 6, year: 12 }[kind];
  const period = writtenPeriod(periodCode(kind, year, month / every), locale);
  const t = translator(locale, 'yearPlan');
  return t('stepOf', { period, kind: t(`steps.${kind}`) });
}
