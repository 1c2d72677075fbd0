import type { Sheet, SheetCell } from '@/lib/publishing/words';
import type { AnnexTable } from './words';

const textOf = (cell: SheetCell | undefined): string =>
  cell === null || cell === undefined ? '' : 'number' in cell ? cell.number : cell.text;

/** A sheet as the table of an annex: the same cells, without columns in which nothing stands. */
export function annexOf({ title, columns, rows, notes, about }: Sheet): AnnexTable {
  const kept = columns.flatMap((_, at) => (rows.some((row) => textOf(row[at]) !== '') ? [at] : []));
  return {
    title,
    columns: kept.map((at) => columns[at] ?? ''),
    isNumber: kept.map((at) => rows.some((row) => (row[at] ?? null) !== null && 'number' in (row[at] ?? {}))),
    rows: rows.map((row) => kept.map((at) => textOf(row[at]))),
    notes: [...about.map(([label, text]) => `${label}：${text}`), ...notes],
  };
}
