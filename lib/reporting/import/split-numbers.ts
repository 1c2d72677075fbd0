import type { SheetLayout } from '@/lib/reporting/import/sheet-columns';
import type { SheetTable } from '@/lib/reporting/import/sheet-table';
import { finding, shortText } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/**
 * The signs of a number that a CSV file splits at its comma, 1,234 without quotation marks: a row longer than its
 * headings, or a figure of up to three digits beside a 同比 of exactly three. Null for other rows.
 */
export function splitNumber(
  sheet: FigureSheet,
  layout: SheetLayout,
  table: SheetTable,
  row: number,
): StagedFinding | null {
  if (sheet.format !== 'csv') return null;
  const address = table.address(row, 'value');
  const cells = sheet.rows[row] ?? [];
  const over = cells.findIndex((text, column) => column >= layout.heads.length && text.trim() !== '');
  if (over >= 0) {
    const details = { cell: cellAddress(row + 1, over + 1), text: shortText(cells[over] ?? '') };
    return finding('mandatory', 'longerRow', address, details);
  }
  const { value = -1, yoy } = table.columns.at;
  const [figure = '', growth = ''] = [cells[value]?.trim(), cells[value + 1]?.trim()];
  if (yoy !== value + 1 || !/^-?[1-9]\d{0,2}$/.test(figure) || !/^\d{3}$/.test(growth)) return null;
  const cellsOf = `${address}、${table.address(row, 'yoy')}`;
  return finding('mandatory', 'splitNumber', address, { cells: cellsOf, text: `${figure},${growth}`, growth });
}
