import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { pastedBlock } from '@/lib/reporting/reading/pasted-block';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import type { FigureEntry } from '@/lib/reporting/words';
import type { Cells } from './cells';

/** The fields that a block fills, from left to right. */
const across = ['typed', 'typedYoy'] as const;
export type PasteField = (typeof across)[number];

export type PasteLine = {
  readonly figure: FormFigure;
  readonly field: PasteField;
  readonly before: string;
  readonly after: string;
  readonly isUnread: boolean;
};

/** The changes that a pasted block would make. */
export type Paste = {
  readonly from: FormFigure;
  readonly lines: readonly PasteLine[];
  /** The numbers of rows beyond the table, and of figures that may not be written. */
  readonly over: number;
  readonly locked: number;
};

/** The changes of a block in the clipboard; null for a single cell, which is pasted as text. */
export function pasteOf(
  text: string,
  at: { key: string; field: PasteField },
  figures: readonly FormFigure[],
  cells: Cells,
): Paste | null {
  if (!/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return null;
  const block = pastedBlock(text);
  const start = figures.findIndex((figure) => keyOf(figure) === at.key);
  const from = figures[start];
  if (!from) return null;
  const rows = block.map((row, index) => ({ row, figure: figures[start + index] }));
  const lines = rows.flatMap(({ row, figure }) =>
    figure?.canWrite ? row.flatMap((cell, index) => lineOf(cell.trim(), index, at.field, figure, cells)) : [],
  );
  return {
    from,
    lines,
    over: rows.filter(({ figure }) => figure === undefined).length,
    locked: rows.filter(({ figure }) => figure && !figure.canWrite).length,
  };
}

function lineOf(text: string, index: number, first: PasteField, figure: FormFigure, cells: Cells): PasteLine[] {
  const field = across[across.indexOf(first) + index];
  if (!field) return [];
  const before = cells.get(keyOf(figure))?.entry[field] ?? '';
  if (before === text) return [];
  const reading = (field === 'typed' ? readFigure : readGrowth)(text, figure.indicator);
  return [{ figure, field, before, after: text, isUnread: reading.kind === 'fault' }];
}

/** The entries that a paste fills in. */
export function entriesOf({ lines }: Paste): Map<string, Partial<FigureEntry>> {
  const entries = new Map<string, Partial<FigureEntry>>();
  for (const line of lines) {
    const key = keyOf(line.figure);
    entries.set(key, { ...entries.get(key), [line.field]: line.after });
  }
  return entries;
}
