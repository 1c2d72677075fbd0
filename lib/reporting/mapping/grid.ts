import { withoutCovered } from '@/lib/reporting/import/covered-cells';
import type { ReadCell } from '@/lib/reporting/import/read-cell';
import { cellIn, seenKey, storableText } from '@/lib/reporting/import/sheet-table';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';
import type { Merge } from '@/lib/reporting/upload/words';

/** The most cells filled by merged areas; real sheets have far fewer. */
const mostFilled = 200_000;

/** The cells of a sheet as a person sees them: merged areas have one text. Rows and columns count from 0. */
export class Grid {
  readonly sheet: FigureSheet;
  readonly told: readonly StagedFinding[];
  readonly width: number;
  readonly #merges = new Map<number, Merge>();
  /** A cache: headings and names are looked at many times. */
  readonly #texts = new Map<number, string>();
  readonly #filled = new Map<number, readonly number[]>();

  constructor(uploaded: FigureSheet) {
    const { sheet, findings } = withoutCovered(uploaded);
    this.sheet = sheet;
    this.told = findings;
    const ends = sheet.merges.map(({ endCol }) => Math.min(endCol + 1, 200));
    this.width = [...sheet.rows.map((cells) => cells.length), ...ends].reduce((most, one) => Math.max(most, one), 0);
    for (const merge of sheet.merges) {
      for (let row = merge.startRow; row <= Math.min(merge.endRow, sheet.rows.length - 1); row += 1) {
        for (let column = merge.startCol; column <= Math.min(merge.endCol, this.width); column += 1) {
          if (this.#merges.size < mostFilled) this.#merges.set(this.#key(row, column), merge);
        }
      }
    }
  }

  get height(): number {
    return this.sheet.rows.length;
  }

  #key(row: number, column: number): number {
    return row * 1024 + column;
  }

  mergeAt(row: number, column: number): Merge | undefined {
    return this.#merges.get(this.#key(row, column));
  }

  /** Whether the cell lies under a merged area that begins elsewhere. */
  isCovered(row: number, column: number): boolean {
    const merge = this.mergeAt(row, column);
    return merge !== undefined && (merge.startRow !== row || merge.startCol !== column);
  }

  /** The text of a cell as it looks; of one in a merged area that of the area. */
  text(row: number, column: number): string {
    const key = this.#key(row, column);
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const { startRow = row, startCol = column } = this.mergeAt(row, column) ?? {};
    const text = storableText(seenKey(this.sheet, startRow, startCol));
    this.#texts.set(key, text);
    return text;
  }

  /** The text of a cell in plain form, for names. */
  plain(row: number, column: number): string {
    return plainText(this.text(row, column));
  }

  /** The text of the row's own cell: nothing where a merged area covers it. */
  own(row: number, column: number): string {
    return (this.sheet.rows[row]?.[column] ?? '').trim();
  }

  cell(row: number, column: number, { isFigure = true }: { isFigure?: boolean } = {}): ReadCell {
    return cellIn(this.sheet, row, column, { isFigure });
  }

  /** Where a text that a cell shows is written: in the first cell of its merged area. */
  address(row: number, column: number): string {
    const { startRow = row, startCol = column } = this.mergeAt(row, column) ?? {};
    return cellAddress(startRow + 1, startCol + 1);
  }

  /** The columns of a row that have a text of their own. */
  filled(row: number): readonly number[] {
    const known = this.#filled.get(row);
    if (known) return known;
    const found: number[] = [];
    for (const [column, text] of (this.sheet.rows[row] ?? []).entries()) if (text.trim() !== '') found.push(column);
    this.#filled.set(row, found);
    return found;
  }

  isBlank(row: number): boolean {
    return this.filled(row).length === 0;
  }
}
