import { Refusal } from '@/lib/errors';
import { imports as en } from '@/lib/i18n/en/imports';
import { imports as zh } from '@/lib/i18n/zh-CN/imports';
import { type SheetColumn, sheetColumns } from '@/lib/reporting/import/words';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { Merge, SheetParts } from '@/lib/reporting/upload/words';

/** The positions of the columns of a sheet, counted from 0, and the first row below their headings. */
export type SheetLayout = {
  readonly at: Readonly<Partial<Record<SheetColumn, number>>>;
  readonly headRow: number;
  readonly firstRow: number;
};

/** The accepted headings of a column; the earlier one wins where a sheet has both. */
const headings: Readonly<Record<SheetColumn, readonly string[]>> = {
  indicator: ['指标代码', 'indicator code', 'indicator', '代码', 'code', '指标名称', '指标', 'indicator name'],
  period: ['报告期代码', 'period code', 'period', '期别代码', '报告期', '期别'],
  unit: ['单位代码', '填报单位代码', 'unit code', 'unit', '填报单位', '单位名称', 'unit name'],
  value: ['本期数', '本期数值', '数值', '本期', 'value', 'current value'],
  qualifier: ['限定', '限定词', 'qualifier'],
  yoy: ['同比', '同比增速', '同比增长', 'reported yoy', 'yoy', 'year on year'],
  source: ['数据来源', '来源', 'source'],
  note: ['备注', '说明', 'note', 'remarks'],
  explanation: ['情况说明', 'explanation'],
};
const required: readonly SheetColumn[] = ['indicator', 'period', 'value'];
/** Headings are in one of the first rows. */
const searched = 10;
/** The most cells filled by merged areas; real sheets have far fewer. */
const mostFilled = 200_000;

/** The heading without its unit and underscores: 本期数（亿元） is 本期数, and reported_yoy is reported yoy. */
const plainHeading = (text: string) =>
  plainText(text)
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/ ?\([^()]*\)$/, '');

/**
 * Finds the columns of a sheet by their headings, in either language, in any order, in one of the first ten rows,
 * through merged cells. Refuses a sheet without the required columns, and names these.
 */
export function layoutOf({ rows, merges }: Pick<SheetParts, 'rows' | 'merges'>): SheetLayout {
  const heads = rows.slice(0, searched).map((row) => row.map(plainHeading));
  for (const { startRow, endRow, startCol } of merges) {
    const text = heads[startRow]?.[startCol];
    for (let row = startRow + 1; text && row <= endRow && row < heads.length; row += 1) {
      const cells = heads[row] ?? [];
      while (cells.length <= startCol) cells.push('');
      cells[startCol] ||= text;
    }
  }
  const found = heads.map((row) => columnsIn(row));
  const best = found.reduce((best, at, row) => (count(at) > count(found[best] ?? {}) ? row : best), 0);
  const at = found[best] ?? {};
  const missing = required.filter((column) => at[column] === undefined);
  if (missing.length > 0) {
    const names = missing.map((column) => `${zh.columns[column]}（${en.columns[column]}）`).join('、');
    throw new Refusal('invalid', 'imports.refused.missingColumns', { field: 'file', columns: names });
  }
  const known = new Set(Object.values(at));
  // A heading may be merged with the row below it.
  const bottom = merges
    .filter(({ startRow, startCol }) => startRow <= best && startCol < 200 && known.has(startCol))
    .reduce(
      (lowest, { startRow, endRow }) => (endRow >= best && startRow <= best ? Math.max(lowest, endRow) : lowest),
      best,
    );
  return { at, headRow: best, firstRow: Math.min(bottom, best + 3) + 1 };
}

const count = (at: SheetLayout['at']) => Object.keys(at).length;

function columnsIn(row: readonly string[]): Partial<Record<SheetColumn, number>> {
  const taken = new Set<number>();
  const at: Partial<Record<SheetColumn, number>> = {};
  for (const column of sheetColumns) {
    const place = headings[column].map((word) => row.indexOf(word)).find((place) => place >= 0 && !taken.has(place));
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
): { texts: string[]; covered: ReadonlySet<number> } {
  const texts = rows.map((row) => row[column] ?? '');
  const covered = new Set<number>();
  for (const merge of merges) {
    if (covered.size > mostFilled || !covers(merge, column)) continue;
    const text = rows[merge.startRow]?.[merge.startCol] ?? '';
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
