import { columnsOf, headOf, kindOf, labelOf, neededIn } from '@/lib/catalogue/workbook/tables/columns';
import { type ColumnKey, type SheetKey, sheetKeys, type Tables } from '@/lib/catalogue/workbook/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { GuideLine, SheetCell, TableSheet } from '@/lib/publishing/words';
import { tablesWorkbook } from '@/lib/publishing/xlsx/tables-workbook';

/** The catalogue as a workbook that an import takes, with a first sheet that tells what each column takes. */
export function catalogueWorkbook(tables: Tables, locale: Locale): Promise<Uint8Array> {
  const t = translator(locale, 'workbook');
  const sheets = sheetKeys.map(
    (sheet): TableSheet => ({
      name: t(`sheets.${sheet}`),
      columns: columnsOf(sheet).map((column) => headWithStar(sheet, column, locale)),
      rows: tables[sheet].map((values) =>
        columnsOf(sheet).map((column) => cellOf(sheet, column, values[column] ?? '', locale)),
      ),
      choices: columnsOf(sheet).flatMap((column, at) => {
        const words = offeredIn(sheet, column, locale);
        return words.length > 0 ? [{ column: at, words }] : [];
      }),
    }),
  );
  return tablesWorkbook({ name: t('sheets.guide'), lines: guideLines(locale) }, sheets);
}

/** The head of a column; a star says that a new row needs it. */
const headWithStar = (sheet: SheetKey, column: ColumnKey, locale: Locale) =>
  `${headOf(column, locale)}${neededIn(sheet).includes(column) ? '*' : ''}`;

/** The words yes and no in a language. */
const yesNo = (locale: Locale) => (locale === 'en' ? (['yes', 'no'] as const) : (['是', '否'] as const));

function offeredIn(sheet: SheetKey, column: ColumnKey, locale: Locale): readonly string[] {
  const kind = kindOf(sheet, column);
  if (kind.kind === 'yes') return yesNo(locale);
  return kind.kind === 'word' ? kind.words.map((word) => labelOf(column, word, locale)) : [];
}

function cellOf(sheet: SheetKey, column: ColumnKey, value: string, locale: Locale): SheetCell {
  if (value === '') return null;
  const kind = kindOf(sheet, column);
  if (kind.kind === 'word') return { text: labelOf(column, value, locale) };
  if (kind.kind === 'yes') return { text: yesNo(locale)[value === 'true' ? 0 : 1] };
  const isNumber = kind.kind === 'whole' || kind.kind === 'amount';
  // A spreadsheet keeps fifteen digits of a number.
  if (isNumber && /^-?[\d.]+$/.test(value) && value.replace(/\D/g, '').length <= 15)
    return { number: value, decimals: 0 };
  return { text: value };
}

function guideLines(locale: Locale): GuideLine[] {
  const t = translator(locale, 'workbook');
  const rules = ['rows', 'codes', 'names', 'past', 'order', 'missing', 'plain'] as const;
  return [
    { kind: 'title', cells: [t('guide.title')] },
    ...rules.map((rule, at): GuideLine => ({ kind: 'text', cells: [`${at + 1}. ${t(`guide.rules.${rule}`)}`] })),
    ...sheetKeys.flatMap((sheet): GuideLine[] => [
      { kind: 'head', cells: [t(`sheets.${sheet}`), '', '', t('guide.takes')] },
      ...columnsOf(sheet).map((column): GuideLine => {
        const needed = neededIn(sheet).includes(column) ? t('guide.needed') : '';
        return { kind: 'row', cells: ['', headOf(column, locale), needed, takes(sheet, column, locale)] };
      }),
    ]),
  ];
}

const special = [
  ...(['changesFrom', 'gbCode', 'position', 'formula', 'formulaUnit', 'withdrawnReason', 'unitName'] as const),
  ...(['indicatorName', 'validTo', 'retiredOn'] as const),
];

/** What a column takes, in words. */
function takes(sheet: SheetKey, column: ColumnKey, locale: Locale): string {
  const t = translator(locale, 'workbook');
  const own = special.find((one) => one === column);
  if (own) return t(`guide.special.${own}`);
  const kind = kindOf(sheet, column);
  if (kind.kind === 'word') return t('guide.columns.word', { words: offeredIn(sheet, column, locale).join('、') });
  if (kind.kind === 'refers') return t('guide.columns.refers', { sheet: t(`sheets.${kind.to}`) });
  return t(`guide.columns.${kind.kind}`);
}
