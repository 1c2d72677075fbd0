import { Grid } from '@/lib/reporting/mapping/grid';
import type { Applied, LeftOutReason, Mapping } from '@/lib/reporting/mapping/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** The rows of a sheet on one page of the screen. */
export const rowsInWindow = 40;

/** The page of the rows that has a cell, such as `B41`; pages count from 1. */
export const pageOfCell = (address: string): number => Math.ceil(Number(address.replace(/^\D+/, '')) / rowsInWindow);

/** The cell of a figure that was read of a sheet, by its place in it: 月报!B4; null for any other place. */
export const cellOf = (locator: string): string | null => /(?:^|!)([A-Z]{1,3}[1-9]\d{0,6})$/.exec(locator)?.[1] ?? null;

/** What became of a cell: read as a part of a figure, or not understood. */
export type CellFate = 'read' | 'unread' | null;
export type WindowCell = {
  readonly at: number;
  readonly text: string;
  readonly fate: CellFate;
  readonly colSpan: number;
  readonly rowSpan: number;
};
export type WindowRow = {
  /** As the sheet counts it, from 1. */
  readonly row: number;
  readonly isHead: boolean;
  /** Why the whole row is left out; null for one that is read. */
  readonly leftOut: LeftOutReason | null;
  readonly cells: readonly WindowCell[];
};

const rowReasons = new Set<LeftOutReason>(['blank', 'total', 'note', 'unitLine', 'columnNumbers', 'secondTable']);

/** A page of the rows of a sheet as a person sees it, merged cells once, each with what became of it. Pages count from 1. */
export function sheetWindow(
  sheet: FigureSheet,
  mapping: Pick<Mapping, 'headFrom' | 'headTo'>,
  applied: Applied,
  page: number,
): { rows: WindowRow[]; columns: number; height: number } {
  const grid = new Grid(sheet);
  const first = (page - 1) * rowsInWindow;
  const end = Math.min(grid.height, first + rowsInWindow);
  const shown = new Set<string>();
  for (let row = first; row < end; row += 1) {
    for (let at = 0; at < grid.width; at += 1) shown.add(grid.address(row, at));
  }
  const fates = fatesOf(applied, shown);
  const leftOut = new Map(
    applied.leftOut.flatMap(({ reason, address }) =>
      rowReasons.has(reason) ? [[Number(address.replace(/^\D+/, '')), reason] as const] : [],
    ),
  );
  const cellAt = (row: number, at: number): WindowCell | null => {
    const merge = grid.mergeAt(row, at);
    const isFirst = !merge || (merge.startCol === at && (merge.startRow === row || row === first));
    if (!isFirst) return null;
    return {
      at,
      text: grid.text(row, at),
      fate: fates.get(grid.address(row, at)) ?? null,
      colSpan: merge ? Math.min(merge.endCol, grid.width - 1) - at + 1 : 1,
      rowSpan: merge ? Math.min(merge.endRow, end - 1) - row + 1 : 1,
    };
  };
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, n): WindowRow => {
    const row = first + n;
    return {
      row: row + 1,
      isHead: [mapping, ...applied.further].some(({ headFrom, headTo }) => row + 1 >= headFrom && row + 1 <= headTo),
      leftOut: leftOut.get(row + 1) ?? null,
      cells: Array.from({ length: grid.width }, (_, at) => cellAt(row, at)).filter((cell) => cell !== null),
    };
  });
  return { rows, columns: grid.width, height: grid.height };
}

/** What became of the cells that are shown; a large sheet has many others. */
function fatesOf({ figures, refused }: Applied, shown: ReadonlySet<string>): Map<string, CellFate> {
  const fates = new Map<string, CellFate>();
  for (const { address, yoyAddress, rankAddress } of figures) {
    for (const one of [address, yoyAddress, rankAddress]) if (one !== null && shown.has(one)) fates.set(one, 'read');
  }
  for (const { address } of refused) if (shown.has(address)) fates.set(address, 'unread');
  return fates;
}
