import type { ShownPreview } from '@/app/ui/forms/preview-answer';
import type { ImportOutcome } from '@/lib/catalogue/workbook/outcome';
import {
  writtenCounts,
  writtenFault,
  writtenLine,
  writtenNotices,
  writtenTitle,
} from '@/lib/catalogue/workbook/written-outcome';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The answer to a workbook of the catalogue in words. */
export function shownCatalogue(outcome: ImportOutcome, locale: Locale): ShownPreview {
  const t = translator(locale, 'workbook');
  const title = writtenTitle(outcome, locale);
  if (outcome.kind === 'faults') {
    const { faults, total } = outcome;
    const more = total > faults.length ? [t('import.faultsMore', { count: faults.length })] : [];
    return {
      ...{ isFaulty: true, title, lines: [t('import.faultsLead'), ...more], submit: null, follows: '' },
      columns: (['cell', 'written', 'why'] as const).map((column) => t(`columnsOf.${column}`)),
      rows: faults.map((fault) => writtenFault(fault, locale)),
    };
  }
  const { counts, lines, names, total, notices, lacksReason, follows } = outcome;
  return {
    isFaulty: false,
    title,
    lines: [
      ...(follows === '' ? [t('import.nothingLead')] : []),
      ...(lacksReason && follows !== '' ? [t('import.lacksReason', { preview: t('import.preview') })] : []),
      ...writtenCounts(counts, locale),
      ...writtenNotices(notices, locale),
      ...(total > lines.length ? [t('import.more', { count: lines.length })] : []),
    ],
    columns: (['cell', 'fate', 'name', 'what', 'before', 'after'] as const).map((column) => t(`columnsOf.${column}`)),
    rows: lines.map((line) => writtenLine(line, names, locale)),
    submit: follows === '' || lacksReason ? null : t('import.submit'),
    follows,
  };
}
