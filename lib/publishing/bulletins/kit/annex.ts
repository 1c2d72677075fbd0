import type { AnnexTable } from '@/lib/publishing/bulletins/words';
import { holdsNumbers } from '@/lib/publishing/sheet-columns';
import type { Sheet, SheetCell } from '@/lib/publishing/words';

const textOf = (cell: SheetCell | undefined): string =>
  cell === null || cell === undefined ? '' : 'number' in cell ? cell.number : cell.text;

/**
 * A sheet as the table of an annex: the same cells, without the columns and notes `left` out and
 * columns in which nothing stands.
 */
export function annexOf({ title, columns, rows, notes, about }: Sheet, left: readonly string[]): AnnexTable {
  const isKept = (label: string, at: number) => !left.includes(label) && rows.some((row) => textOf(row[at]) !== '');
  const kept = columns.flatMap((label, at) => (isKept(label, at) ? [at] : []));
  return {
    title,
    columns: kept.map((at) => columns[at] ?? ''),
    isNumber: kept.map((at) => holdsNumbers(rows, at)),
    rows: rows.map((row) => kept.map((at) => textOf(row[at]))),
    notes: [...about.map(([label, text]) => `${label}：${text}`), ...notes.filter((note) => !left.includes(note))],
  };
}
