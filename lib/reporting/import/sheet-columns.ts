import { Refusal } from '@/lib/errors';
import { imports as en } from '@/lib/i18n/en/imports';
import { imports as zh } from '@/lib/i18n/zh-CN/imports';
import { type Group, groupsIn, type Repeated } from '@/lib/reporting/import/sheet-groups';
import { bareUnit, headings, headOf, type Stated } from '@/lib/reporting/import/sheet-heads';
import { bottomOf, type ColumnHead, columnHeads, placesOf } from '@/lib/reporting/import/sheet-levels';
import { isEarlierYear } from '@/lib/reporting/import/sheet-spans';
import { type PeriodTold, periodTold } from '@/lib/reporting/import/title-period';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import { type SheetColumn, sheetColumns } from '@/lib/reporting/import/words';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { Merge, SheetParts } from '@/lib/reporting/upload/words';

/** The columns of a figure by position, counted from 0, and the units of measure that the sheet states for it. */
export type FigureColumns = Pick<Group, 'at' | 'span'> & {
  /** In the headings of the figure and its 同比, and in lines above the table. */
  readonly stated: { readonly value: Stated | null; readonly yoy: Stated | null; readonly lines: readonly Stated[] };
  /** The period of lines above a table without a column of periods. */
  readonly period: PeriodTold | null;
  /** Further columns of the indicator and the period: a name beside a code. */
  readonly beside: { readonly indicator: readonly number[]; readonly period: readonly number[] };
  /** A column of years to date that is not read, beside a figure whose heading states no period. */
  readonly toDateBeside: string | null;
  /** Whether the rows have other figures, too. */
  readonly isOneOfSeveral: boolean;
};

/** A table of a sheet: the figures of each row, and the first row below the headings; rows count from 0. */
export type SheetLayout = {
  readonly groups: readonly FigureColumns[];
  readonly heads: readonly ColumnHead[];
  readonly headRow: number;
  readonly firstRow: number;
};

type Sheet = Pick<SheetParts, 'rows' | 'merges'>;

const required: readonly SheetColumn[] = ['indicator', 'period', 'value'];
/** Headings are in one of the first rows. */
const searched = 10;
/** The most cells filled by merged areas; real sheets have far fewer. */
const mostFilled = 200_000;

/**
 * Finds the columns of a sheet's tables by their headings, in either language, in any order, of several levels, through
 * merged cells, and the units that the headings state. The first table begins in one of the first ten rows, and others
 * below it with headings of their own. Refuses a table without the required columns, and one with two of a kind, and
 * names these; a title with one period stands for the column of the first table.
 */
export function layoutsOf(sheet: Sheet): [SheetLayout, ...SheetLayout[]] {
  const first = layoutAt(sheet, firstHeadRow(sheet), 0);
  const layouts: [SheetLayout, ...SheetLayout[]] = [first];
  let row = first.firstRow;
  for (; row < sheet.rows.length; row += 1) {
    if (!isHeadRow(sheet.rows[row] ?? [])) continue;
    const next = layoutAt(sheet, row, row);
    layouts.push(next);
    row = next.firstRow - 1;
  }
  return layouts;
}

/** Whether a row below a table has the headings of another one. */
function isHeadRow(cells: readonly string[]): boolean {
  const isPossible = cells.some((text) => /指标|代码|indicator|code/i.test(text));
  const at = isPossible ? columnsIn(cells.map((text) => headOf(text).name)) : {};
  return at.indicator !== undefined && (at.value !== undefined || at.period !== undefined) && count(at) > 1;
}

/** The row of the headings of the first table. */
export function firstHeadRow({ rows, merges }: Sheet): number {
  const names = rows.slice(0, searched).map((row) => row.map((text) => headOf(text).name));
  for (const { startRow, endRow, startCol } of merges) {
    const name = names[startRow]?.[startCol];
    for (let row = startRow + 1; name && row <= endRow && row < names.length; row += 1) {
      const cells = names[row] ?? [];
      while (cells.length <= startCol) cells.push('');
      if (!cells[startCol]) cells[startCol] = name;
    }
  }
  const counts = names.map((row) => count(columnsIn(row)));
  return counts.indexOf(Math.max(...counts));
}

/** The table with the headings of a row, and of those above it from `top` on. */
function layoutAt(sheet: Sheet, headRow: number, top: number): SheetLayout {
  const { rows } = sheet;
  const names = [headRow, headRow - 1, headRow - 2].map((row) =>
    row < top ? [] : (rows[row] ?? []).map((text) => headOf(text).name),
  );
  const keysOf = (column: SheetColumn) =>
    names.map((row) => columnsIn(row)[column]).find((place) => place !== undefined);
  const keys = (['indicator', 'period'] as const).flatMap((column) => keysOf(column) ?? []);
  const used = new Set(names.flatMap((row) => Object.values(columnsIn(row))));
  const bottom = bottomOf(sheet, headRow, keys, used);
  const found = columnHeads(sheet, { headRow, top, bottom, indicator: keysOf('indicator') ?? -1 });
  const heads = ofLatestYear(placesOf(found, 'value').length > 0 ? found : found.map(asValue));
  const at = columnsIn(heads.map(({ name, isOther }) => (isOther ? '' : name)));
  const period = at.period === undefined && top !== headRow ? periodTold(rows.slice(0, headRow)) : null;
  refuseMissing(period ? { ...at, period: -1 } : at, heads, headRow, top === 0);
  const groups = groupsIn(at, heads);
  if ('column' in groups) throw refusedRepetition(groups, headRow);
  const firstRow = bottom + (isUnitRow(rows[bottom + 1] ?? [], at) ? 2 : 1);
  const unitBelow = (column: number | undefined) =>
    firstRow > bottom + 1 && column !== undefined ? unitIn(rows[bottom + 1]?.[column] ?? '', bottom + 1, column) : null;
  const lines = top === headRow ? [] : unitLines(rows, headRow);
  const besideOf = (column: 'indicator' | 'period') => placesOf(heads, column).filter((place) => place !== at[column]);
  const beside = { indicator: besideOf('indicator'), period: besideOf('period') };
  return {
    heads,
    headRow,
    firstRow,
    groups: groups.map(({ at: own, span, heads: stated }) => ({
      at: own,
      span,
      period,
      stated: { value: stated.value ?? unitBelow(own.value), yoy: stated.yoy ?? unitBelow(own.yoy), lines },
      beside,
      toDateBeside: span === null ? toDateIn(heads, headRow) : null,
      isOneOfSeveral: groups.length > 1,
    })),
  };
}

/** A heading of a period alone is that of the figure where no other is: 累计, 1—10月. */
const asValue = (head: ColumnHead): ColumnHead =>
  head.span !== null && !isNamed(head) ? { ...head, name: headings.value[0] ?? '' } : head;
const isNamed = ({ name }: ColumnHead) => sheetColumns.some((column) => headings[column].includes(name));

/** Of figures of several years those of the last are current. */
function ofLatestYear(heads: readonly ColumnHead[]): ColumnHead[] {
  const spans = placesOf(heads, 'value').map((place) => heads[place]?.span ?? null);
  return heads.map((head) =>
    spans.some((span) => isEarlierYear(head.span, span)) ? { ...head, isOther: true } : head,
  );
}

/** The cell of a column of years to date that is none of the figure's. */
function toDateIn(heads: readonly ColumnHead[], headRow: number): string | null {
  const place = heads.findIndex(
    (head) => !isNamed(head) && !head.isOther && head.span !== null && head.span !== 'month',
  );
  return place < 0 ? null : cellAddress(headRow + 1, place + 1);
}

function unitIn(text: string, row: number, column: number): Stated | null {
  const unit = bareUnit(text);
  return unit === '' ? null : { units: [unit], address: cellAddress(row + 1, column + 1) };
}

function refuseMissing(at: Group['at'], heads: readonly ColumnHead[], headRow: number, isFirst: boolean): void {
  const missing = required.filter((column) => at[column] === undefined);
  if (missing.length === 0) return;
  const others = heads.flatMap(({ name, written, isOther }, place) =>
    isOther && headings.value.includes(name) ? { written, cell: cellAddress(headRow + 1, place + 1) } : [],
  );
  if (missing.length === 1 && missing[0] === 'value' && others.length > 0) {
    throw new Refusal('invalid', 'imports.refused.otherFigures', {
      field: 'file',
      cells: others.map(({ cell }) => cell).join('、'),
      labels: others.map(({ written }) => written).join('、'),
    });
  }
  const columns = missing.map(columnName).join('、');
  const isPeriodAlone = missing.length === 1 && missing[0] === 'period';
  const first = isPeriodAlone ? 'imports.refused.missingPeriod' : 'imports.refused.missingColumns';
  throw new Refusal('invalid', isFirst ? first : 'imports.refused.missingBelow', {
    field: 'file',
    columns,
    ...(!isFirst && { row: headRow + 1 }),
  });
}

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

/** Refuses two columns of one kind that nothing tells apart, or one that may be of several figures, by their cells and the headings above them. */
function refusedRepetition({ column, places, labels, figures }: Repeated, headRow: number): Refusal {
  const cellsOf = (columns: readonly number[]) => columns.map((at) => cellAddress(headRow + 1, at + 1)).join('、');
  if (figures) {
    const details = { column: columnName(column), cells: cellsOf(places), figures: cellsOf(figures) };
    return new Refusal('invalid', 'imports.refused.growthOfWhich', { field: 'file', ...details });
  }
  const isTwoLevels = labels.every(Boolean) && new Set(labels).size === labels.length;
  return new Refusal('invalid', isTwoLevels ? 'imports.refused.twoLevels' : 'imports.refused.sameHeading', {
    field: 'file',
    column: columnName(column),
    cells: cellsOf(places),
    labels: labels.join('、'),
  });
}

function columnsIn(names: readonly string[]): Partial<Record<SheetColumn, number>> {
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
