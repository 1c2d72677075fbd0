import {
  bareUnit,
  type Head,
  headings,
  headOf,
  isAmountOfGrowth,
  isGrowthUnit,
  type Stated,
} from '@/lib/reporting/import/sheet-heads';
import { isOtherFigure, type Span, spanOf } from '@/lib/reporting/import/sheet-spans';
import type { SheetColumn } from '@/lib/reporting/import/words';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { Merge, SheetParts } from '@/lib/reporting/upload/words';

/** The headings of a column, of all levels. */
export type ColumnHead = {
  /** The name of one of the columns of `headings`, or the lowest heading in small letters. */
  readonly name: string;
  /** What the levels say, from above, as it is written: 累计 本期数. */
  readonly written: string;
  readonly span: Span | null;
  /** The heading that states the span, or nothing. */
  readonly label: string;
  readonly stated: Stated | null;
  /** The heading that keeps the column from being of the current figure: 上年同期, or an amount under 同比增长. */
  readonly isOther: boolean;
};

type Sheet = Pick<SheetParts, 'rows' | 'merges'>;
type Level = Head & { readonly text: string; readonly row: number; readonly column: number };

/** Levels of headings above those that name the columns. */
const levelsAbove = 3;
const figureNames = new Set([...headings.value, ...headings.yoy, ...headings.qualifier]);
const names = new Set(Object.values(headings).flat());
const growthNames = new Set(headings.yoy);
/** Words of the plain amount below a heading that names the figure. */
export const plainAmount = /^(?:绝对[数量值额]|总[量额]|数[值量额]|金额|实际|实绩|完成|完成[数值]|本期|amount|total)$/;

const mergeAt = (merges: readonly Merge[], row: number, column: number) =>
  merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= row && row <= endRow && startCol <= column && column <= endCol,
  );

/** The row of the highest level of headings, below an empty row. */
function topOf({ rows }: Sheet, headRow: number, highest: number): number {
  let top = headRow;
  while (top > highest && headRow - top < levelsAbove && rows[top - 1]?.some((text) => text.trim() !== '')) top -= 1;
  return top;
}

const isFilled = (text: string | undefined) => (text ?? '').trim() !== '';

/** Whether a row below headings is one more level of them: it names no indicator, and says words of headings alone. */
function isLevel(cells: readonly string[], keys: readonly number[]): boolean {
  if (keys.length === 0 || keys.some((column) => isFilled(cells[column]))) return false;
  const heads = cells.filter(isFilled).map(headOf);
  const isHead = ({ name, span }: Head) => span !== '' || names.has(name) || isOtherFigure(name);
  return heads.some(isHead) && heads.every((head) => isHead(head) || !/\d/.test(head.name));
}

/** The last row of the headings, through merged cells and further levels; `keys` are the columns that name a row. */
export function bottomOf({ rows, merges }: Sheet, headRow: number, keys: readonly number[], used: ReadonlySet<number>) {
  const merged = merges
    .filter(({ startRow, endRow, startCol }) => startRow <= headRow && endRow >= headRow && used.has(startCol))
    .reduce((lowest, { endRow }) => Math.max(lowest, endRow), headRow);
  let bottom = Math.min(merged, headRow + levelsAbove);
  while (bottom < headRow + levelsAbove && isLevel(rows[bottom + 1] ?? [], keys)) bottom += 1;
  return bottom;
}

/**
 * The headings of the columns with those above and below them: a heading that is merged, or written once for several
 * columns, counts for each of them. `indicator` is the column of the indicators: a text above it is a title.
 */
export function columnHeads(
  sheet: Sheet,
  { headRow, top: highest, bottom, indicator }: { headRow: number; top: number; bottom: number; indicator: number },
): ColumnHead[] {
  const top = topOf(sheet, headRow, highest);
  const width = Math.max(...sheet.rows.slice(headRow, bottom + 1).map((cells) => cells.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const levels: Level[] = [];
    for (let row = bottom; row >= top; row -= 1) {
      const from = levels.some(({ name }) => isKey(name)) ? null : sourceOf(sheet, row, column, levels[0]);
      if (!from || levels.some((one) => one.row === from.row && one.column === from.column)) continue;
      const isTitle = from.column <= indicator && indicator < column;
      if (row >= headRow || !(isTitle || isOverKeys(sheet, headRow, from)))
        levels.push({ ...(row !== headRow || levels.length > 0 ? unitHeadOf(from.text) : headOf(from.text)), ...from });
    }
    // A heading may be wider than its column.
    const isSpread = levels.length > 0 && levels.every((level) => level.column !== column);
    const isUsed = !isSpread || sheet.rows.slice(bottom + 1).some((cells) => isFilled(cells[column]));
    return headIn(isUsed ? levels : [], headRow);
  });
}

/** Whether a cell above the headings is merged over a column that names the rows: it is a line about the whole table. */
function isOverKeys(
  { rows, merges }: Sheet,
  headRow: number,
  { row, column }: { row: number; column: number },
): boolean {
  const merge = mergeAt(merges, row, column);
  const under = merge ? (rows[headRow] ?? []).slice(merge.startCol, merge.endCol + 1) : [];
  return under.length > 1 && under.some((text) => isKey(headOf(text).name));
}

/** A heading above or below the one that names the column, which may be its unit of measure alone. */
function unitHeadOf(text: string): Head {
  const head = headOf(text);
  const unit = bareUnit(text);
  return names.has(head.name) || head.span || !isKnownUnit(unit) ? head : { name: '', unit, span: '' };
}

/**
 * The cell whose text is the heading of a column in a row, or nothing. Above the lowest one it may be written once for
 * several columns, but for columns of figures alone.
 */
function sourceOf(
  { rows, merges }: Sheet,
  row: number,
  column: number,
  lowest: Level | undefined,
): { text: string; row: number; column: number } | null {
  const merge = mergeAt(merges, row, column);
  const [from, at] = merge ? [merge.startRow, merge.startCol] : [row, column];
  const text = rows[from]?.[at] ?? '';
  if (isFilled(text)) return { text, row: from, column: at };
  if (merge || !lowest) return null;
  const cells = rows[row] ?? [];
  const left = cells.slice(0, column).findLastIndex(isFilled);
  const beside = cells[left] ?? '';
  // A text above a column that names the row, such as the label of a line above the table, is no heading of others.
  const isOfRow = [row, row + 1, row + 2].some((below) => isKey(headOf(rows[below]?.[left] ?? '').name));
  if (left < 0 || mergeAt(merges, row, left) || isOfRow) return null;
  return { text: beside, row, column: left };
}

const isKey = (name: string) => names.has(name) && !figureNames.has(name);

/** The heading that several levels make, from the lowest up. */
function headIn(levels: readonly Level[], headRow: number): ColumnHead {
  const isGrowth = levels.find(({ name }) => growthNames.has(name));
  const own = levels.find(({ name }) => names.has(name) && name !== '');
  const named = own && figureNames.has(own.name) ? (isGrowth ?? own) : own;
  const spanned = levels.find(({ span }) => span !== '');
  // A unit above the heading of 同比 is that of the figure beside it.
  const units = levels.filter(({ unit, row }) => unit && (!isGrowth || row >= isGrowth.row || isGrowthUnit(unit)));
  const measured = units.find(({ row }) => row >= headRow) ?? units[0];
  const isOfFigure = named === undefined || figureNames.has(named.name);
  const others = levels.filter(
    ({ name, row }) => !names.has(name) && (isOtherFigure(name) || (row > headRow && isUnknown(name))),
  );
  const isAmount = isGrowth !== undefined && units.some(({ unit }) => isAmountOfGrowth(unit));
  return {
    name: named?.name ?? levels[0]?.name ?? '',
    written: [...new Set(levels.map(({ text }) => text.trim()))].reverse().join(' '),
    span: isOfFigure && spanned ? spanOf(spanned.span) : null,
    label: isOfFigure ? (spanned?.span ?? '') : '',
    stated: measured ? { units: [measured.unit], address: cellAddress(measured.row + 1, measured.column + 1) } : null,
    isOther: isOfFigure && (isAmount || (others.length > 0 && !(isGrowth && others.every(({ name }) => isRate(name))))),
  };
}

const isRate = (name: string) => /率$/.test(name);
/** A heading below that of the figure which may name another one, and no unit of measure. */
const isUnknown = (name: string) => name !== '' && spanOf(name) === null && !plainAmount.test(name);

/** The places of the columns of a kind. */
export const placesOf = (heads: readonly ColumnHead[], column: SheetColumn): number[] =>
  heads.flatMap(({ name, isOther }, place) => (!isOther && headings[column].includes(name) ? place : []));
