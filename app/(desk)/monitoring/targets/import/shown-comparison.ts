import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ImportResult } from '@/lib/monitoring/targets/import-targets';

/** What a sheet would do, in words: sentences, a table of faults or of changes, and what is sent to write it. */
export type ShownComparison = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly isFaulty: boolean;
  /** The drafts to be written; empty where nothing may be. */
  readonly drafts: string;
};

/** The most rows of the table. */
const mostRows = 500;

/** The comparison of a sheet in words. With one fault nothing may be written. */
export function shownComparison(result: ImportResult, locale: Locale): ShownComparison {
  const t = translator(locale, 'targets');
  if (result.kind === 'written') throw new Error('a comparison was asked for');
  const { changed, unchanged, faults, cells, leftOut } = result.compared;
  const isFaulty = faults.length > 0;
  const rows = isFaulty
    ? faults.map(({ address, text, fault }) => [address, text, t(`import.faults.${fault}`)])
    : changed.map((one) => [
        one.address,
        one.unitName[locale],
        t('import.what', { indicator: one.indicatorName[locale], field: t(`fields.${one.field}`) }),
        one.before || '—',
        one.after || '—',
      ]);
  const heads = isFaulty
    ? (['address', 'text', 'why'] as const)
    : (['address', 'unit', 'target', 'before', 'after'] as const);
  return {
    title: isFaulty
      ? t('import.faultyTitle', { count: faults.length })
      : t('import.comparedTitle', { count: changed.length }),
    lines: [
      ...(unchanged > 0 ? [t('import.unchanged', { count: unchanged })] : []),
      ...(leftOut.length > 0 ? [t('import.leftOut', { names: listed(leftOut.slice(0, 10), locale) })] : []),
      ...(rows.length > mostRows ? [t('import.more', { count: rows.length - mostRows })] : []),
    ],
    columns: heads.map((head) => t(`import.columns.${head}`)),
    rows: rows.slice(0, mostRows),
    isFaulty,
    drafts: isFaulty || cells.length === 0 ? '' : JSON.stringify(cells),
  };
}
