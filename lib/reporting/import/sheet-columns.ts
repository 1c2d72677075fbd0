import { Refusal } from '@/lib/errors';
import { imports as en } from '@/lib/i18n/en/imports';
import { imports as zh } from '@/lib/i18n/zh-CN/imports';
import { type Group, groupsIn, type Repeated } from '@/lib/reporting/import/sheet-groups';
import { bareUnit, type Head, headings, headOf, type Stated, unitLine } from '@/lib/reporting/import/sheet-heads';
import { type SheetColumn, sheetColumns } from '@/lib/reporting/import/words';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { Merge, SheetParts } from '@/lib/reporting/upload/words';

/** The columns of a figure by position, counted from 0, and the units of measure that the sheet states for it. */
export type FigureColumns = Group & {
  /** In the headings of the figure and its 同比, and in a line above the table. */
  readonly stated: { readonly value: Stated | null; readonly yoy: Stated | null; readonly line: Stated | null };
  /** Further columns of the indicator and the period: a name beside a code. */
  readonly beside: { readonly indicator: readonly number[]; readonly period: readonly number[] };
};

/** The headings of a sheet: the figures of each row, and the first row below them; rows count from 0. */
export type SheetLayout = {
  readonly groups: readonly FigureColumns[];
  readonly headRow: number;
  readonly firstRow: number;
};

const required: readonly SheetColumn[] = ['indicator', 'period', 'value'];
/** Headings are in one of the first rows. */
const searched = 10;
/** The most cells filled by merged areas; real sheets have far fewer. */
const mostFilled = 200_000;

/**
 * Finds the columns of a sheet by their headings, in either language, in any order, in one of the first ten rows,
 * through merged cells, and the units that the headings state. Refuses a sheet without the required columns and one
 * with two of a kind, and names these.
 */
export function layoutOf({ rows, merges }: Pick<SheetParts, 'rows' | 'merges'>): SheetLayout {
  const heads = rows.slice(0, searched).map((row) => row.map(headOf));
  for (const { startRow, endRow, startCol } of merges) {
    const head = heads[startRow]?.[startCol];
    for (let row = startRow + 1; head?.name && row <= endRow && row < heads.length; row += 1) {
      const cells = heads[row] ?? [];
      while (cells.length <= startCol) cells.push(noHead);
      if (!cells[startCol]?.name) cells[startCol] = head;
    }
  }
  const found = heads.map((row) => columnsIn(row));
  const best = found.reduce((best, at, row) => (count(at) > count(found[best] ?? {}) ? row : best), 0);
  const at = found[best] ?? {};
  const missing = required.filter((column) => at[column] === undefined);
  if (missing.length > 0) {
    throw new Refusal('invalid', 'imports.refused.missingColumns', {
      field: 'file',
      columns: missing.map(columnName).join('、'),
    });
  }
  const groups = groupsIn(at, { head: heads[best] ?? [], above: heads[best - 1] ?? [], row: best, merges });
  if ('column' in groups) throw refusedRepetition(groups, best);
  const taken = new Set(Object.values(at));
  // A heading may be merged with the row below it.
  const bottom = merges
    .filter(({ startRow, startCol }) => startRow <= best && startCol < 200 && taken.has(startCol))
    .reduce(
      (lowest, { startRow, endRow }) => (endRow >= best && startRow <= best ? Math.max(lowest, endRow) : lowest),
      best,
    );
  const firstRow = Math.min(bottom, best + 3) + 1;
  const below = isUnitRow(rows[firstRow] ?? [], at) ? firstRow + 1 : firstRow;
  const stated = (column: number | undefined) =>
    statedIn({ rows, head: heads[best] ?? [], headRow: best, below }, column);
  const line = unitLine(rows, best);
  const besideOf = (column: 'indicator' | 'period') =>
    (heads[best] ?? []).flatMap(({ name }, place) =>
      headings[column].includes(name) && place !== at[column] ? place : [],
    );
  const beside = { indicator: besideOf('indicator'), period: besideOf('period') };
  return {
    headRow: best,
    firstRow: below,
    groups: groups.map((group) => ({
      ...group,
      stated: { value: stated(group.at.value) ?? statedAbove(group, best), yoy: stated(group.at.yoy), line },
      beside,
    })),
  };
}

const noHead: Head = { name: '', unit: '' };
const count = (at: Group['at']) => Object.keys(at).length;
const columnName = (column: SheetColumn) => {
  const name = column === 'measure' ? 'unitMeasure' : column;
  return `${zh.columns[name]}（${en.columns[name]}）`;
};

/** A row of units below the headings: it names no indicator, or says 计量单位, and below the figure's heading it has a unit alone. */
function isUnitRow(row: readonly string[], at: Group['at']): boolean {
  const text = (column: SheetColumn) => row[at[column] ?? -1]?.trim() ?? '';
  return (
    /^(?:(?:计量)?单位)?$/.test(text('indicator')) &&
    /^[^\d]+$/.test(text('value')) &&
    isKnownUnit(bareUnit(text('value')))
  );
}

type Heads = {
  readonly rows: readonly (readonly string[])[];
  readonly head: readonly Head[];
  readonly headRow: number;
  readonly below: number;
};

/** The unit in a column's heading, or in the rows that belong to it. */
function statedIn({ rows, head, headRow, below }: Heads, column: number | undefined): Stated | null {
  if (column === undefined) return null;
  const own = head[column]?.unit;
  if (own) return { units: [own], address: cellAddress(headRow + 1, column + 1) };
  for (let row = headRow + 1; row < below; row += 1) {
    const unit = bareUnit(rows[row]?.[column] ?? '');
    if (unit) return { units: [unit], address: cellAddress(row + 1, column + 1) };
  }
  return null;
}

/** The unit in the heading one level above the figure's. */
const statedAbove = ({ above }: Group, headRow: number): Stated | null =>
  above && { units: [above.unit], address: cellAddress(headRow, above.column + 1) };

/** Refuses two columns of one kind that nothing tells apart, by their cells and the headings above them. */
function refusedRepetition({ column, places, labels }: Repeated, headRow: number): Refusal {
  const isTwoLevels = labels.every(Boolean) && new Set(labels).size === labels.length;
  return new Refusal('invalid', isTwoLevels ? 'imports.refused.twoLevels' : 'imports.refused.sameHeading', {
    field: 'file',
    column: columnName(column),
    cells: places.map((at) => cellAddress(headRow + 1, at + 1)).join('、'),
    labels: labels.join('、'),
  });
}

function columnsIn(row: readonly Head[]): Partial<Record<SheetColumn, number>> {
  const names = row.map(({ name }) => name);
  const taken = new Set<number>();
  const at: Partial<Record<SheetColumn, number>> = {};
  for (const column of sheetColumns) {
    const place = headings[column].map((word) => names.indexOf(word)).find((place) => place >= 0 && !taken.has(place));
    if (place === undefined) continue;
    taken.add(place);
    at[column] = place;
  }
  return at;
}

/**
 * The texts of a column with merged areas filled: a code written once for several rows applies to each of them.
 * `covered` are the rows whose own cell is hidden under a merged area.
 */
export function columnTexts(
  { rows, merges }: Pick<SheetParts, 'rows' | 'merges'>,
  column: number,
  textOf: (row: number) => string = (row) => rows[row]?.[column] ?? '',
): { texts: string[]; covered: ReadonlySet<number> } {
  const texts = rows.map((_, row) => textOf(row));
  const covered = new Set<number>();
  for (const merge of merges) {
    if (covered.size > mostFilled || !covers(merge, column)) continue;
    const text =
      merge.startCol === column ? (texts[merge.startRow] ?? '') : (rows[merge.startRow]?.[merge.startCol] ?? '');
    const last = Math.min(merge.endRow, rows.length - 1);
    for (let row = merge.startRow; row <= last && !covered.has(row); row += 1) {
      if (row === merge.startRow && column === merge.startCol) continue;
      covered.add(row);
      texts[row] = text;
    }
  }
  return { texts, covered };
}

const covers = ({ startCol, endCol }: Merge, column: number) => startCol <= column && column <= endCol;
