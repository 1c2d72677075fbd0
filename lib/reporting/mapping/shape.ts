import { createHash } from 'node:crypto';
import { periodsIn } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import { isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import { Grid } from '@/lib/reporting/mapping/grid';
import { type HeadRows, proposedHeads, titlesOf } from '@/lib/reporting/mapping/head-rows';
import type { ColumnMapping, KeptMapping, Mapping } from '@/lib/reporting/mapping/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

const time =
  /\d{4}年(?:度)?|(?:\d{1,2}月?-)?\d{1,2}月(?:份)?|(?:[一二三四五六七八九十]+月?-)?[一二三四五六七八九十]+月(?:份)?|(?:前?[一二三四1-4]|第[一二三四1-4])季度|[上下]半年|\d{1,2}日|(?:19|20)\d{2}(?:\.\d{1,2})?/g;

/** A head without the times that change from month to month. */
const lasting = (text: string): string => {
  const plain = plainName(text).replace(/[~～至到]/g, '-');
  return periodsIn(plain).length > 0 ? '@' : plain.replace(time, '@').replace(/@[@-]*/g, '@');
};

/** The heads of the columns by which a sheet of the next month is known, and for each column the first of its run. */
function runsIn(grid: Grid, { from, to }: HeadRows): { heads: string[]; runOf: number[] } {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(
    (row) => !isColumnNumbers(grid.sheet.rows[row] ?? []),
  );
  const heads: string[] = [];
  const runOf: number[] = [];
  for (let column = 0; column < grid.width; column += 1) {
    const head = rows.map((row) => lasting(grid.text(row, column))).join('\n');
    if (column === 0 || heads.at(-1) !== head) heads.push(head);
    runOf.push(heads.length - 1);
  }
  return { heads, runOf };
}

/**
 * The mark of a sheet's shape: its heads without their times. Columns of one head that only times tell apart count once, so
 * that a sheet with one more month has the same shape. Where a person said what the whole sheet is about, its title counts,
 * too: the table of another indicator may have the same heads.
 */
export function shapeOf(
  sheet: FigureSheet,
  heads: HeadRows,
  { unit, indicator }: Pick<Mapping, 'unit' | 'indicator'>,
): string {
  const grid = new Grid(sheet);
  const isGiven = unit.from === 'fixed' || indicator.from === 'fixed';
  const titles = isGiven ? titlesOf(grid, heads.from).own.map(lasting) : [];
  const { heads: found } = runsIn(grid, heads);
  const told = JSON.stringify([titles, found.filter((head, at) => head.trim() !== '' || at < found.length - 1)]);
  return createHash('sha256').update(told).digest('hex').slice(0, 32);
}

/** How the times in the heads of a run follow each other: of each column the place of its years and months among all. */
function orderOf(grid: Grid, { from, to }: HeadRows, runOf: readonly number[], run: number): string {
  const columns = runOf.flatMap((one, column) => (one === run ? column : []));
  const times = columns.map((column) =>
    Array.from({ length: to - from + 1 }, (_, at) => plainName(grid.text(from + at, column)).match(/\d+/g) ?? [])
      .flat()
      .map((digits) => digits.padStart(4, '0'))
      .join(' '),
  );
  const sorted = [...new Set(times)].sort();
  return times.map((time) => sorted.indexOf(time)).join(' ');
}

/** What a mapping keeps for the sheets of other months; a period that a person gave is asked for again. */
export function keptOf(sheet: FigureSheet, mapping: Mapping): KeptMapping {
  const { columns, ...rest } = mapping;
  const grid = new Grid(sheet);
  const rows = { from: mapping.headFrom - 1, to: mapping.headTo - 1 };
  const { heads, runOf } = runsIn(grid, rows);
  const runs = heads.map((_, run) =>
    columns.filter((_, column) => runOf[column] === run).map((one) => ({ ...one, period: null })),
  );
  const orders = heads.map((_, run) => orderOf(grid, rows, runOf, run));
  return { ...rest, period: { ...mapping.period, code: null }, runs, orders };
}

/** The rows of a sheet that have the heads of a kept shape: at the same place, or where heads are found; null for none. */
export function headsOfShape(sheet: FigureSheet, kept: KeptMapping, shape: string): HeadRows | null {
  const places = [{ from: kept.headFrom - 1, to: kept.headTo - 1 }, proposedHeads(new Grid(sheet))];
  return places.find((rows) => rows.to < sheet.rows.length && shapeOf(sheet, rows, kept) === shape) ?? null;
}

/** A kept mapping on a sheet of the same shape; null where a run of columns is longer and its columns differed. */
export function onSheet(sheet: FigureSheet, kept: KeptMapping, heads: HeadRows): Mapping | null {
  const { runs, orders, ...rest } = kept;
  const grid = new Grid(sheet);
  const { runOf } = runsIn(grid, heads);
  const columns: ColumnMapping[] = [];
  for (const [column, run] of runOf.entries()) {
    const own = runs[run] ?? [];
    const at = column - runOf.indexOf(run);
    const [first] = own;
    const isSameLength = own.length === runOf.filter((one) => one === run).length;
    const isUniform = own.every((one) => JSON.stringify(one) === JSON.stringify(first));
    // Where the columns of a run differ, their times must follow each other as they did: not last year's first.
    const isSameOrder = isUniform || orders?.[run] === orderOf(grid, heads, runOf, run);
    const found = isSameLength && isSameOrder ? own[at] : isUniform ? first : undefined;
    if (!found && run < runs.length) return null;
    columns.push(found ?? { use: 'ignore', indicator: null, unit: null, period: null, measure: null });
  }
  return { ...rest, headFrom: heads.from + 1, headTo: heads.to + 1, columns };
}
