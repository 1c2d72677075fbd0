import type { ReadCell } from '@/lib/reporting/import/read-cell';
import { columnTexts, type SheetLayout } from '@/lib/reporting/import/sheet-columns';
import type { SheetColumn } from '@/lib/reporting/import/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** The cells of a sheet by the meaning of their columns. */
export class SheetTable {
  readonly #sheet: FigureSheet;
  readonly #layout: SheetLayout;
  /** A cache: codes are compared in one plain form, and a column repeats many of them. */
  readonly #plain = new Map<string, string>();
  readonly #filled = new Map<SheetColumn, ReturnType<typeof columnTexts>>();

  constructor(sheet: FigureSheet, layout: SheetLayout) {
    this.#sheet = sheet;
    this.#layout = layout;
    for (const column of ['indicator', 'period', 'unit', 'value'] as const) {
      const at = layout.at[column];
      if (at !== undefined) this.#filled.set(column, columnTexts(sheet, at));
    }
  }

  address(row: number, column: SheetColumn): string {
    return cellAddress(row + 1, (this.#layout.at[column] ?? 0) + 1);
  }

  cell(row: number, column: SheetColumn): ReadCell {
    const at = this.#layout.at[column];
    const address = this.address(row, column);
    if (at === undefined) return { text: '', marks: [], address };
    const text = this.#sheet.rows[row]?.[at] ?? '';
    // An apostrophe in a CSV file may be the one that guards a text from being a formula.
    const plain = this.#sheet.format === 'csv' ? text.replace(/^'(?='*\s*[=+\-@＝＋－＠])/, '') : text;
    return { text: storableText(plain), marks: this.#sheet.marks.get(address) ?? [], address };
  }

  /** The text of a column that may be merged over several rows. */
  key(row: number, column: SheetColumn): string {
    const text = this.#filled.get(column)?.texts[row] ?? '';
    const known = this.#plain.get(text);
    if (known !== undefined) return known;
    const plain = plainText(storableText(text));
    this.#plain.set(text, plain);
    return plain;
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

/** A text that the database accepts: without unpaired surrogates, and without control characters except line ends. */
function storableText(text: string): string {
  if (!/[\p{Cc}\p{Cs}]/u.test(text)) return text;
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');
}
