import type { SheetLayout } from '@/lib/reporting/import/sheet-columns';
import { type SheetColumn, type StagedRow, sheetColumns } from '@/lib/reporting/import/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** A figure that was read, with its place in the sheet; rows and tables count from 0. */
export type ReadRow = { readonly staged: StagedRow; readonly row: number; readonly table: number };

/**
 * A cell that gave no figure anything: a line around a table, a heading of an unread column, a heading above that of the
 * figures, or a cell of an unread column or of a note beside figures. `scope` are the figures that it may be about.
 */
export type UnreadCell = {
  readonly kind: 'line' | 'head' | 'over' | 'cell' | 'note';
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly address: string;
  /** The heading of its column, for a cell beside figures. */
  readonly head: string;
  readonly isAbove: boolean;
  readonly isAlone: boolean;
  readonly scope: readonly ReadRow[];
};

const levelsAbove = 3;
const textColumns: readonly SheetColumn[] = ['source', 'note', 'explanation'];

/** The cells of a sheet that were not read for a figure, with what each may be about. */
export function unreadCells(
  sheet: FigureSheet,
  layouts: readonly SheetLayout[],
  read: readonly ReadRow[],
): UnreadCell[] {
  const byRow = new Map<number, ReadRow[]>();
  for (const one of read) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
  const tables = layouts.map((layout, at) => {
    const rows = read.filter(({ table }) => table === at);
    const placesOf = (columns: readonly SheetColumn[]) =>
      new Set(layout.groups.flatMap(({ at: own }) => columns.flatMap((column) => own[column] ?? [])));
    const besides = layout.groups.flatMap(({ beside }) => [...beside.indicator, ...beside.period]);
    return {
      layout,
      rows,
      last: Math.max(layout.firstRow, ...rows.map(({ row }) => row)),
      used: new Set([...placesOf(sheetColumns), ...besides]),
      texts: placesOf(textColumns),
      values: [...placesOf(['value'])],
    };
  });
  return sheet.rows.flatMap((cells, row) => {
    const at = Math.max(
      0,
      tables.findLastIndex(({ layout }) => layout.headRow <= row),
    );
    const [own, next] = [tables[at], tables[at + 1]];
    if (!own) return [];
    // Lines behind the last figure of a table may be about the next one.
    const below = row < own.layout.headRow ? own : row > own.last ? next : undefined;
    const figures = byRow.get(row);
    const filled = cells.filter((text) => text.trim() !== '').length;
    return cells.flatMap((written, column): UnreadCell[] => {
      const text = written.trim();
      if (text === '') return [];
      const cell = { text, row, column, address: cellAddress(row + 1, column + 1), isAlone: filled === 1 };
      const head = own.layout.heads[column]?.written ?? '';
      if (figures) {
        if (own.texts.has(column)) return [{ ...cell, kind: 'note', head, isAbove: false, scope: figures }];
        return own.used.has(column) ? [] : [{ ...cell, kind: 'cell', head, isAbove: false, scope: figures }];
      }
      if (row >= own.layout.headRow && row < own.layout.firstRow) {
        return own.used.has(column) ? [] : [{ ...cell, kind: 'head', head, isAbove: false, scope: own.rows }];
      }
      if (below && row >= below.layout.headRow - levelsAbove) {
        const over = below.layout.heads.flatMap((one, place) => (levelsIn(one.written, text) ? place : []));
        const isOfFigures = over.some((place) => below.values.includes(place));
        if (isOfFigures) return [{ ...cell, kind: 'over', head, isAbove: true, scope: below.rows }];
        if (over.length > 0) return [];
      }
      const scope = below === own ? own.rows : [...own.rows, ...(below?.rows ?? [])];
      return [{ ...cell, kind: 'line', head: '', isAbove: below !== undefined, scope }];
    });
  });
}

const levelsIn = (written: string, text: string) => ` ${written} `.includes(` ${text} `);
