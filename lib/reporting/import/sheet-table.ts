import type { ReadCell } from '@/lib/reporting/import/read-cell';
import { columnTexts, type FigureColumns } from '@/lib/reporting/import/sheet-columns';
import type { Stated } from '@/lib/reporting/import/sheet-heads';
import type { PeriodTold } from '@/lib/reporting/import/title-period';
import { type SheetColumn, sheetColumns } from '@/lib/reporting/import/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

const keyColumns: readonly SheetColumn[] = ['indicator', 'period', 'unit', 'measure', 'value'];

/** The cells of a sheet by the meaning of their columns. */
export class SheetTable {
  readonly #sheet: FigureSheet;
  readonly columns: FigureColumns;
  /** A cache: codes are compared in one plain form, and a column repeats many of them. */
  readonly #keys = new Map<string, string>();
  readonly #filled = new Map<SheetColumn, ReturnType<typeof columnTexts>>();
  readonly #beside: Readonly<Record<'indicator' | 'period', readonly { at: number; texts: readonly string[] }[]>>;

  constructor(sheet: FigureSheet, columns: FigureColumns) {
    this.#sheet = sheet;
    this.columns = columns;
    for (const column of sheet.merges.length > 0 ? sheetColumns : keyColumns) {
      const at = columns.at[column];
      if (at === undefined) continue;
      // A figure that is merged over the columns of its words is none of them.
      const merges = keyColumns.includes(column)
        ? sheet.merges
        : sheet.merges.filter(({ startCol }) => startCol === at);
      this.#filled.set(
        column,
        columnTexts({ rows: sheet.rows, merges }, at, (row) => seenKey(sheet, row, at)),
      );
    }
    const besideOf = (column: 'indicator' | 'period') =>
      columns.beside[column].map((at) => ({
        at,
        texts: columnTexts(sheet, at, (row) => seenKey(sheet, row, at)).texts,
      }));
    this.#beside = { indicator: besideOf('indicator'), period: besideOf('period') };
  }

  /** What further columns say of the indicator or the period of a row: a name beside its code. */
  beside(row: number, column: 'indicator' | 'period'): readonly { readonly text: string; readonly address: string }[] {
    return this.#beside[column].flatMap(({ at, texts }) => {
      const text = plainText(storableText(texts[row] ?? ''));
      return text === '' ? [] : { text, address: cellAddress(row + 1, at + 1) };
    });
  }

  address(row: number, column: SheetColumn): string {
    return cellAddress(row + 1, (this.columns.at[column] ?? 0) + 1);
  }

  /** The period of a row: in its column, or in the title above a table without one. */
  period(row: number): PeriodTold & { readonly isOfTitle: boolean } {
    const { at, period } = this.columns;
    return at.period === undefined && period
      ? { ...period, isOfTitle: true }
      : { text: this.key(row, 'period'), address: this.address(row, 'period'), isOfTitle: false };
  }

  cell(row: number, column: SheetColumn): ReadCell {
    const at = this.columns.at[column];
    const address = this.address(row, column);
    if (at === undefined) return { text: '', shown: null, marks: [], address };
    // Words keep their raised and struck-out parts, a figure does not.
    return cellIn(this.#sheet, row, at, { isFigure: column === 'value' || column === 'yoy' });
  }

  /**
   * The units of measure that the sheet states for the figure of a row, in its own cell and in the heading. A column 单位
   * may name the reporting unit instead.
   */
  stated(row: number, isOwnUnit: (text: string) => boolean): readonly Stated[] {
    const said = this.key(row, 'measure');
    const own =
      said === '' || isOwnUnit(said)
        ? []
        : [{ units: [said], address: this.address(row, 'measure'), isOfColumn: true }];
    return [...own, ...(this.columns.stated.value ? [this.columns.stated.value] : [])];
  }

  /** The text of a column that may be merged over several rows. */
  key(row: number, column: SheetColumn): string {
    const text = this.#filled.get(column)?.texts[row] ?? '';
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const plain = plainText(storableText(text));
    this.#keys.set(text, plain);
    return plain;
  }

  /** The text of a cell of words: one that is merged over several rows applies to each of them. */
  words(row: number, column: SheetColumn): string {
    const covering = this.isCovered(row, column) ? this.#filled.get(column)?.texts[row] : undefined;
    return covering === undefined ? this.cell(row, column).text : storableText(covering);
  }

  /** Such a text with the cell where it is told; without a column of it that of the figure. */
  wordCell(row: number, column: SheetColumn): { readonly text: string; readonly address: string } {
    const isThere = this.columns.at[column] !== undefined;
    return { text: this.words(row, column), address: this.address(row, isThere ? column : 'value') };
  }

  /** Whether the row's own cell is hidden under a merged one. */
  isCovered(row: number, column: SheetColumn): boolean {
    return this.#filled.get(column)?.covered.has(row) ?? false;
  }

  /** A blank row: it names no figure and has no value. */
  isBlank(row: number): boolean {
    return this.key(row, 'indicator') === '' && this.isEmpty(row, 'value');
  }

  isEmpty(row: number, column: SheetColumn): boolean {
    const { text, marks } = this.cell(row, column);
    return text.trim() === '' && marks.length === 0;
  }
}

/** A cell of a sheet; of a figure without its raised and struck-out parts. Rows and columns count from 0. */
export function cellIn(
  { rows, format, marks, shown, plain }: FigureSheet,
  row: number,
  at: number,
  { isFigure }: { isFigure: boolean },
): ReadCell {
  const address = cellAddress(row + 1, at + 1);
  const full = rows[row]?.[at] ?? '';
  const text = (isFigure ? plain.get(address) : undefined) ?? full;
  // An apostrophe in a CSV file may be the one that guards a text from being a formula.
  const unguarded = format === 'csv' ? text.replace(/^'(?='*\s*[=+\-@＝＋－＠])/, '') : text;
  return {
    text: storableText(unguarded),
    shown: shown.get(address) ?? null,
    marks: marks.get(address) ?? [],
    address,
    ...(text !== full && { full: storableText(full) }),
  };
}

/** The end of a month's name and a year, as some spreadsheets display a month. */
const monthAlone = /^[a-z]{3,9}[- ]?\d{2,4}$/i;

/** The text of a cell that names something, as it looks; a date that displays no day is its month. */
export function seenKey({ rows, shown, plain, marks }: FigureSheet, row: number, at: number): string {
  const address = cellAddress(row + 1, at + 1);
  const text = plain.get(address) ?? rows[row]?.[at] ?? '';
  const seen = shown.get(address);
  if (!marks.get(address)?.includes('date')) return seen ?? text;
  // Some built-in formats of months are not known here: those of the first of a month are taken for one.
  const isMonth = seen === undefined ? /^\d{4}-\d{2}-01$/.test(text) : monthAlone.test(seen.trim());
  return isMonth ? text.slice(0, 7) : (seen ?? text);
}

/** A text that the database accepts: without unpaired surrogates, and with line ends and tabs as its only control characters. */
export function storableText(text: string): string {
  if (!/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)) return text;
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, ' ');
}
