import { type CellFault, type ImportOutcome, rowsOfFate } from '@/lib/catalogue/workbook/outcome';
import { columnsOf, headOf, kindOf, labelOf } from '@/lib/catalogue/workbook/tables/columns';
import { isNamed, toldName } from '@/lib/catalogue/workbook/tables/told-names';
import type {
  ColumnKey,
  ImportLine,
  Notice,
  SheetCount,
  SheetKey,
  ToldNames,
  Values,
} from '@/lib/catalogue/workbook/words';
import { listed } from '@/lib/i18n/names';
import { refusalWords } from '@/lib/i18n/refusal-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** A fault in words: where it is, what is written there, how to mend it. */
export function writtenFault({ sheet, address, text, column, key, details }: CellFault, locale: Locale): string[] {
  const t = translator(locale, 'workbook');
  const field = column ? headOf(column, locale) : undefined;
  return [sheet === '' ? '' : t('cell', { sheet, address }), text, refusalWords({ key, details }, locale, field)];
}

/** A change in words: where it is, what becomes of it, what it concerns, the old value and the new one. */
export function writtenLine(
  { sheet, address, fate, title, about, column, before, after, values }: ImportLine,
  names: ToldNames,
  locale: Locale,
): string[] {
  const t = translator(locale, 'workbook');
  const say: Say = (of, value) => writtenValue(sheet, of, value, names, locale);
  const side = (value: string) => shortened(column ? say(column, value) : value) || '—';
  const parts = aboutColumns.flatMap((of) => (about[of] ? [say(of, about[of])] : []));
  const own = isNamed(sheet) ? toldName(names, sheet, about.code ?? '', locale) : title;
  return [
    t('cell', { sheet: t(`sheets.${sheet}`), address }),
    t(`fates.${fate}`),
    own || parts.join(' · '),
    column ? headOf(column, locale) : '',
    column ? side(before) : '',
    column ? side(after) : writtenValues(sheet, values, say, locale) || side(after),
  ];
}

/** What a row without a name of its own is about, in the order in which it is told. */
const aboutColumns = ['group', 'indicator', 'unit', 'year'] as const;

type Say = (column: ColumnKey, value: string) => string;

/** The values of a row under their heads; its name is told beside them. */
function writtenValues(sheet: SheetKey, values: Values, say: Say, locale: Locale): string {
  const isTold = (column: ColumnKey) => values[column] && column !== 'nameZh' && column !== 'title';
  const t = translator(locale, 'workbook');
  return columnsOf(sheet)
    .filter(isTold)
    .map((column) =>
      t('import.value', {
        head: headOf(column, locale),
        value: shortened(say(column, values[column] ?? '')),
      }),
    )
    .join(t('import.between'));
}

/** A value in the words of the sheet; what it refers to by its name. */
function writtenValue(sheet: SheetKey, column: ColumnKey, value: string, names: ToldNames, locale: Locale): string {
  const of = kindOf(sheet, column);
  const { kind } = of;
  if (value === '') return '';
  if (of.kind === 'refers') return toldName(names, of.to, value, locale);
  if (kind === 'word') return labelOf(column, value, locale);
  if (kind === 'yes') return translator(locale, 'audit')(value === 'true' ? 'values.yes' : 'values.no');
  return value;
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** What a reader should know about a file, a line each; the sheets that it lacks are one. */
export function writtenNotices(notices: readonly Notice[], locale: Locale): string[] {
  const t = translator(locale, 'workbook');
  const missing = notices.filter(({ kind }) => kind === 'missingSheet').map(({ sheet }) => sheet);
  return [
    ...notices
      .filter(({ kind }) => kind !== 'missingSheet')
      .map(({ kind, sheet, what }) => t(`notices.${kind}`, { sheet, what })),
    ...(missing.length > 0 ? [t('notices.missingSheet', { what: listed(missing, locale) })] : []),
  ];
}

/** The number of rows that a second person confirms among the proposals of the catalogue, and among the targets. */
export function proposedIn(counts: readonly SheetCount[]): { readonly proposed: number; readonly targets: number } {
  const targets = rowsOfFate(
    counts.filter(({ sheet }) => sheet === 'targets'),
    'proposed',
  );
  return { proposed: rowsOfFate(counts, 'proposed') - targets, targets };
}

/** The number of rows by what becomes of them, of each sheet that the file has; then what waits for a second person. */
export function writtenCounts(counts: readonly SheetCount[], locale: Locale): string[] {
  const t = translator(locale, 'workbook');
  const { proposed, targets } = proposedIn(counts);
  const waiting = rowsOfFate(counts, 'waiting');
  return [
    ...counts
      .filter(({ sheet: _, ...rest }) => Object.values(rest).some((count) => count > 0))
      .map(({ sheet, ...rest }) => t('import.counts', { sheet: t(`sheets.${sheet}`), ...rest })),
    ...(proposed > 0 ? [t('import.proposed', { count: proposed })] : []),
    ...(targets > 0 ? [t('import.proposedTargets', { count: targets })] : []),
    ...(waiting > 0 ? [t('import.waiting', { count: waiting })] : []),
  ];
}

/** What a preview says before its changes. */
export function writtenTitle(outcome: ImportOutcome, locale: Locale): string {
  const t = translator(locale, 'workbook');
  if (outcome.kind === 'faults') return t('import.faults', { count: outcome.total });
  return outcome.follows === '' ? t('import.nothing') : t('import.changes', { count: outcome.total });
}
