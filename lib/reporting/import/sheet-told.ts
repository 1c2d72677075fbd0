import type { SheetLayout } from '@/lib/reporting/import/sheet-columns';
import { ofFigure } from '@/lib/reporting/import/sheet-groups';
import { finding } from '@/lib/reporting/import/staged-finding';
import { type StagedFinding, type StagedRow, sheetColumns } from '@/lib/reporting/import/words';
import { cellAddress, rowOf } from '@/lib/reporting/upload/cell-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** The most stretches of rows that are named; others are counted by an ellipsis. */
const mostNamed = 20;

/** Numbers in stretches, ascending: 2、5—7. */
export function inStretches(numbers: readonly number[]): string {
  const stretches: [first: number, last: number][] = [];
  for (const one of [...new Set(numbers)].sort((a, b) => a - b)) {
    const open = stretches.at(-1);
    if (open && open[1] === one - 1) open[1] = one;
    else stretches.push([one, one]);
  }
  const named = stretches
    .slice(0, mostNamed)
    .map(([first, last]) => (first === last ? `${first}` : `${first}—${last}`));
  return `${named.join('、')}${stretches.length > mostNamed ? '…' : ''}`;
}

const lettersOf = (column: number) => cellAddress(1, column + 1).replace(/\d+$/, '');

/** The rows of figures with a notice in each that its sender may not see. */
export function withHidden(rows: readonly StagedRow[], { hidden }: FigureSheet): StagedRow[] {
  const unseen = new Set(hidden.rows);
  return rows.map((row) => {
    if (!unseen.has(rowOf(row.address) - 1)) return row;
    return { ...row, findings: [...row.findings, finding('notice', 'hiddenRow', row.address)] };
  });
}

/** What was read of a sheet, in findings of the file: its name, columns and rows, the other sheets, and hidden parts. */
export function toldOf(
  sheet: FigureSheet,
  { groups, headRow }: SheetLayout,
  rows: readonly StagedRow[],
): StagedFinding[] {
  const read = rows.map(({ address }) => rowOf(address));
  const unseen = new Set(sheet.hidden.rows);
  const used = [...new Set(groups.flatMap(({ at }) => sheetColumns.flatMap((column) => at[column] ?? [])))];
  const nameOf = (column: number) => {
    const label = groups.find(({ at }) => ofFigure.some((one) => at[one] === column))?.label ?? '';
    // A heading that is merged over two rows stands in the upper one.
    const heading = [headRow, headRow - 1].map((row) => sheet.rows[row]?.[column]?.trim()).find(Boolean) ?? '';
    return [lettersOf(column), label, heading].filter(Boolean).join(' ');
  };
  const columns = [...used].sort((a, b) => a - b).map(nameOf);
  const unseenRows = read.filter((row) => unseen.has(row - 1));
  const unseenColumns = used.filter((column) => sheet.hidden.columns.includes(column));
  const { name, others } = sheet.sheet;
  return [
    finding('notice', name ? 'used' : 'usedList', '', {
      sheet: name,
      columns: columns.join('、'),
      rows: inStretches(read),
    }),
    ...(others.length > 0 ? [finding('notice', 'otherSheets', '', { names: others.join('、') })] : []),
    ...(unseenRows.length > 0 ? [finding('notice', 'hiddenRows', '', { rows: inStretches(unseenRows) })] : []),
    ...(unseenColumns.length > 0
      ? [finding('notice', 'hiddenColumns', '', { columns: unseenColumns.map(nameOf).join('、') })]
      : []),
  ];
}
