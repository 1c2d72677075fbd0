import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { YearStep } from '@/lib/monitoring/year-plan/words';

const months = { month: 1, quarter: 3, half: 6, year: 12 };

/** A step as it is called within its year: 3月统计, 一季度监测. */
export function stepName({ kind, month }: YearStep, locale: Locale): string {
  return translator(locale, 'yearPlan')(`steps.${kind}`, { n: month / months[kind] });
/** A step as it is called: 2026年3月统计, 2026年一季度监测, 2026年度考核. */
export function stepName({ kind, month }: YearStep, year: number, locale: Locale): string {
  const every = { month: 1, quarter: 3, half: 6, year: 12 }[kind];
  const period = writtenPeriod(periodCode(kind, year, month / every), locale);
  return translator(locale, 'yearPlan')(`steps.${kind}`, { period });
}
