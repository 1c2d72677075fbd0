import { finding } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** The most hidden cells that are named. */
const mostNamed = 20;

/**
 * The sheet as it looks: without what lies under merged areas, where only the first cell of each is seen. What was left
 * out is named.
 */
export function withoutCovered(sheet: FigureSheet): { sheet: FigureSheet; findings: StagedFinding[] } {
  const covered = new Map<number, Set<number>>();
  const addresses: string[] = [];
  for (const { startRow, startCol, endRow, endCol } of sheet.merges) {
    for (let row = startRow; row <= Math.min(endRow, sheet.rows.length - 1); row += 1) {
      const cells = sheet.rows[row] ?? [];
      for (let column = startCol; column <= Math.min(endCol, cells.length - 1); column += 1) {
        if ((row === startRow && column === startCol) || !cells[column] || covered.get(row)?.has(column)) continue;
        covered.set(row, (covered.get(row) ?? new Set()).add(column));
        addresses.push(cellAddress(row + 1, column + 1));
      }
    }
  }
  if (addresses.length === 0) return { sheet, findings: [] };
  const unseen = new Set(addresses);
  const seen = <Found>(about: ReadonlyMap<string, Found>) =>
    new Map([...about].filter(([address]) => !unseen.has(address)));
  const named = `${addresses.slice(0, mostNamed).join('、')}${addresses.length > mostNamed ? '…' : ''}`;
  return {
    sheet: {
      ...sheet,
      rows: sheet.rows.map((cells, row) => {
        const own = covered.get(row);
        return own ? cells.map((text, column) => (own.has(column) ? '' : text)) : cells;
      }),
      marks: seen(sheet.marks),
      shown: seen(sheet.shown),
      plain: seen(sheet.plain),
    },
    findings: [finding('notice', 'coveredCells', '', { cells: named })],
  };
}
