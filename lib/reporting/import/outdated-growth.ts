import { withoutCovered } from '@/lib/reporting/import/covered-cells';
import { layoutsOf } from '@/lib/reporting/import/sheet-columns';
import { SheetTable } from '@/lib/reporting/import/sheet-table';
import { finding } from '@/lib/reporting/import/staged-finding';
import type { StagedRow } from '@/lib/reporting/import/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';
import { compareDecimals } from '@/lib/statistics/numbers';

/**
 * The rows without a 同比 that belongs to a replaced number: where the sheet changes a value and brings no 同比, the
 * typed one is cleared, and a notice says so.
 */
export function withoutOutdatedGrowth(rows: readonly StagedRow[], uploaded: FigureSheet): StagedRow[] {
  const isKept = (row: StagedRow) => row.kind === 'changed' && isNewNumber(row) && keepsGrowth(row);
  if (!rows.some(isKept)) return [...rows];
  const brought = broughtGrowths(uploaded);
  return rows.map((row) => {
    if (!isKept(row) || brought.has(row.address)) return row;
    const { old, address } = row;
    const key = row.value === null ? 'growthGone' : 'growthCleared';
    const told = finding('notice', key, address, { yoy: old?.typedYoy ?? '' });
    return { ...row, typedYoy: '', reportedYoy: null, findings: [...row.findings, told] };
  });
}

const keepsGrowth = ({ typedYoy, old }: StagedRow) => typedYoy !== '' && typedYoy === old?.typedYoy;

/** Whether the row has another number than the figure had, or none instead; the notation alone makes no other one. */
function isNewNumber({ value, qualifier, old }: StagedRow): boolean {
  if (!old || old.value === null) return false;
  return value === null || qualifier !== old.qualifier || compareDecimals(value, old.value) !== 0;
}

/** The addresses of the values beside which the sheet has a 同比. */
function broughtGrowths(uploaded: FigureSheet): ReadonlySet<string> {
  const { sheet } = withoutCovered(uploaded);
  const layouts = layoutsOf(sheet);
  const brought = new Set<string>();
  for (const [at, { groups, firstRow }] of layouts.entries()) {
    const end = layouts[at + 1]?.headRow ?? sheet.rows.length;
    for (const table of groups.map((columns) => new SheetTable(sheet, columns))) {
      for (let row = firstRow; row < end; row += 1) {
        if (!table.isEmpty(row, 'yoy')) brought.add(table.address(row, 'value'));
      }
    }
  }
  return brought;
}
