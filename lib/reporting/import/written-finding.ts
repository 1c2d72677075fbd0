import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { checksKey } from '@/lib/reporting/import/checked-rows';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { writtenFinding } from '@/lib/reporting/rules/written-finding';
import { readingFaults } from '@/lib/reporting/words';

type Found = { readonly indicatorCode: string | null; readonly periodCode: string | null };

/** A finding of a row in one sentence of the reader's language. */
export function writtenStaged(finding: StagedFinding, row: Found, locale: Locale): string {
  const { key, details, severity, message } = finding;
  if (key.startsWith(checksKey)) {
    const figure = { indicatorCode: row.indicatorCode ?? '', periodCode: row.periodCode ?? '' };
    return writtenFinding(
      { ...figure, rule: null, severity, key: key.slice(checksKey.length), details, message },
      locale,
    );
  }
  const fault = readingFaults.find((word) => word === details.fault);
  const why = fault ? translator(locale, 'entry')(`readingFaults.${fault}`) : '';
  const t = translator(locale, 'imports');
  const own = (locale === 'en' ? details.ownEn : details.ownZh) ?? '';
  return t(`findings.${key as 'merged'}`, { ...details, why, own } as never).trim();
}
