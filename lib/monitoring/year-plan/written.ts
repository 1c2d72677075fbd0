import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { reportKinds } from '@/lib/monitoring/reports/words';
import type { YearStep } from './words';

/** A step as it is called: 2026年3月统计, 2026年一季度监测, 2026年度考核. */
export function writtenStep({ kind, month }: YearStep, year: number, locale: Locale): string {
  const every = { month: 1, quarter: 3, half: 6, year: 12 }[kind];
  const period = writtenPeriod(periodCode(kind, year, month / every), locale);
  return translator(locale, 'yearPlan')(`steps.${kind}`, { period });
}

/** The key of a step, by which the audit trail tells it. */
export const stepKey = ({ kind, month }: YearStep) => `${kind} ${month}`;

/** A step as it is called, by its key; null for no such key. */
export function writtenStepKey(key: string, year: number, locale: Locale): string | null {
  const [named, month] = key.split(' ');
  const kind = reportKinds.find((one) => one === named);
  return kind && month ? writtenStep({ kind, month: Number(month) }, year, locale) : null;
}
