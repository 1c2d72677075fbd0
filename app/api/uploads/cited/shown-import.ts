import type { ShownImport } from '@/app/(desk)/catalogue/cited/import/import-cited-form';
import { namesTold } from '@/lib/catalogue/names/told-name';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ImportOutcome, PreviewRow } from '@/lib/observations/cited/tidy/import-cited';
import type { CellFault } from '@/lib/observations/cited/words';
import { writtenText } from '@/lib/observations/written';
import { compareDecimals, groupedDecimal, roundHalfUp } from '@/lib/statistics/numbers';

type Answered = Exclude<ImportOutcome, { kind: 'recorded' }>;

/** A fault of a cell: where it is, what is written there, and what is wrong with it. */
export function writtenFault({ row, column, key, value, names }: CellFault, locale: Locale): [string, string, string] {
  const t = translator(locale, 'cited');
  return [
    t('import.cell', { row, column: t(`import.tidy.${column}`) }),
    key === 'twice' ? '' : value,
    t(`faults.${key}`, { value, names: namesTold(names, locale) || t('nothing') }),
  ];
}

/** What becomes of a published growth: it stays where the sheet says nothing of it, changes, or goes. */
function writtenGrowth({ old, now, isKept }: PreviewRow['growth'], locale: Locale): string {
  const t = translator(locale, 'cited');
  if (isKept) return old === null ? t('nothing') : t('import.growthKept', { yoy: old });
  if (now === null) return old === null ? t('nothing') : t('import.growthCleared', { yoy: old });
  return old === null || compareDecimals(old, now) === 0 ? now : t('import.growthChanged', { old, now });
}

/** The answer to a sheet in words. */
export function shownImport(outcome: Answered, locale: Locale): ShownImport {
  const t = translator(locale, 'cited');
  if (outcome.kind === 'faults') {
    const { faults, isMore } = outcome;
    return {
      isFaulty: true,
      title: t('import.faultsTitle', { count: faults.length }),
      lead: [isMore ? t('import.faultsMore', { count: faults.length }) : '', t('import.faultsLead')].join(''),
      columns: [t('import.columns.row'), t('import.columns.written'), t('import.columns.why')],
      rows: faults.map((fault) => writtenFault(fault, locale)),
      submit: null,
      follows: '',
    };
  }
  const { added, changed, unchanged, rows } = outcome;
  const fresh = added + changed;
  return {
    isFaulty: false,
    title: t('import.counts', { added, changed, unchanged }),
    lead: fresh > rows.length ? t('import.first', { count: rows.length }) : '',
    columns: (['row', 'figure', 'period', 'old', 'now', 'yoy'] as const).map((column) => t(`import.columns.${column}`)),
    rows: rows.map(({ row, indicator, unit, periodCode, old, now, growth }) => [
      `${row}`,
      `${indicator[locale]} · ${unit[locale]}`,
      writtenPeriod(periodCode, locale),
      old ? groupedDecimal(roundHalfUp(old.value, old.decimals)) : t('nothing'),
      writtenText(now, locale),
      writtenGrowth(growth, locale),
    ]),
    submit: fresh > 0 ? t('import.submit', { count: fresh }) : null,
    follows: outcome.follows,
  };
}
