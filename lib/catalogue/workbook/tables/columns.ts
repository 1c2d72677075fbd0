import { bases, directions, frequencies, measures, reliabilities, unitKinds } from '@/lib/catalogue/words';
import { type ColumnKey, neededColumns, type SheetKey, sheetColumns } from '@/lib/catalogue/workbook/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The kind of row that a column names by code, name or alias. */
export type Referred = 'units' | 'groups' | 'topics' | 'indicators';

/** How the cells of a column are read; all others are text. */
export type ColumnKind =
  | { readonly kind: 'text' | 'lines' | 'day' | 'yes' | 'whole' | 'list' | 'amount' }
  | { readonly kind: 'refers'; readonly to: Referred }
  | { readonly kind: 'word'; readonly words: readonly string[] };

const kinds: Partial<Record<ColumnKey, ColumnKind>> = {
  kind: { kind: 'word', words: unitKinds },
  measure: { kind: 'word', words: measures },
  direction: { kind: 'word', words: directions },
  basis: { kind: 'word', words: bases },
  frequency: { kind: 'word', words: frequencies },
  reliability: { kind: 'word', words: reliabilities },
  unit: { kind: 'refers', to: 'units' },
  formulaUnit: { kind: 'refers', to: 'units' },
  group: { kind: 'refers', to: 'groups' },
  topic: { kind: 'refers', to: 'topics' },
  indicator: { kind: 'refers', to: 'indicators' },
  growthOf: { kind: 'refers', to: 'indicators' },
  replacedBy: { kind: 'refers', to: 'indicators' },
  aliases: { kind: 'list' },
  isDemonstration: { kind: 'yes' },
  isBreak: { kind: 'yes' },
  validFrom: { kind: 'day' },
  validTo: { kind: 'day' },
  changesFrom: { kind: 'day' },
  retiredOn: { kind: 'day' },
  publishedOn: { kind: 'day' },
  retrievedOn: { kind: 'day' },
  position: { kind: 'whole' },
  decimals: { kind: 'whole' },
  year: { kind: 'whole' },
  base: { kind: 'amount' },
  stretch: { kind: 'amount' },
  noteZh: { kind: 'lines' },
  noteEn: { kind: 'lines' },
  definitionZh: { kind: 'lines' },
  definitionEn: { kind: 'lines' },
  formulaZh: { kind: 'lines' },
  formulaEn: { kind: 'lines' },
  accessNote: { kind: 'lines' },
  withdrawnReason: { kind: 'lines' },
};

/** How the cells of a column of a sheet are read. */
export function kindOf(sheet: SheetKey, column: ColumnKey): ColumnKind {
  if (column === 'parent') return { kind: 'refers', to: sheet === 'topics' ? 'topics' : 'units' };
  return kinds[column] ?? { kind: 'text' };
}

/** The label of a word of the product in a column: 设区市. */
export function labelOf(column: ColumnKey, word: string, locale: Locale): string {
  const unit = translator(locale, 'units');
  const indicator = translator(locale, 'indicators');
  const t = translator(locale, 'workbook');
  switch (column) {
    case 'kind':
      return unit(`kinds.${word as (typeof unitKinds)[number]}`);
    case 'reliability':
      return translator(locale, 'sources')(`reliabilities.${word as (typeof reliabilities)[number]}`);
    case 'measure':
      return t(`measures.${word as (typeof measures)[number]}`);
    default:
      return indicator(`words.${word as 'higher'}`);
  }
}

/** The head of a column. */
export const headOf = (column: ColumnKey, locale: Locale) => translator(locale, 'workbook')(`columns.${column}`);

/** The heads and the names of sheets that workbooks had before, which are still read. */
export const formerHeads: Readonly<Partial<Record<ColumnKey, readonly string[]>>> = {
  formulaZh: ['算法', 'Method'],
  formulaEn: ['英文算法', 'English method'],
  group: ['Sequence'],
};
export const formerSheets: Readonly<Partial<Record<SheetKey, readonly string[]>>> = {
  groups: ['Sequences'],
};

/** Columns that a new row needs, besides those without which the sheet is not read. */
export const neededIn = (sheet: SheetKey): readonly ColumnKey[] => [
  ...neededColumns[sheet],
  ...(neededOfNew[sheet] ?? []),
];

const neededOfNew: Partial<Record<SheetKey, readonly ColumnKey[]>> = {
  units: ['kind'],
  indicators: ['topic', 'unitZh', 'decimals', 'measure', 'direction', 'basis', 'frequency', 'responsibleZh'],
  definitions: ['definitionZh'],
  sources: ['publisher', 'reliability'],
};

/** The columns of a sheet. */
export const columnsOf = (sheet: SheetKey): readonly ColumnKey[] => sheetColumns[sheet];
