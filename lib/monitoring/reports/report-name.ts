import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { NamedReport } from '@/lib/monitoring/reports/words';

/** The name of a report: 2026年9月季度监测通报：演示县区, with its number from the second on. */
export function reportName(report: NamedReport, locale: Locale): string {
  const t = translator(locale, 'reports');
  const name = t('nameOf', {
    month: writtenPeriod(periodCode('month', report.year, report.month), locale),
    kind: t(`names.${report.kind}`),
    group: nameOf(report.group, locale),
  });
  return report.number > 1 ? `${name}${locale === 'en' ? ' ' : ''}${t('correction', { number: report.number })}` : name;
}
