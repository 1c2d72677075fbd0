import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { pastedBlock } from '@/lib/reporting/reading/pasted-block';
import { normalText, readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { unitPower, withUnit } from '@/lib/reporting/reading/unit-scale';
import type { FigureEntry } from '@/lib/reporting/words';
import type { Cells } from './cells';
import { isByName, namedRows, type PastedRow } from './pasted-names';

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

/** The changes that a pasted block would make, and what of it would not be filled in. */
export type Paste = {
  readonly from: FormFigure;
  /** Whether the rows are matched by the names that they begin with, and not by their order. */
  readonly isByName: boolean;
  readonly lines: readonly PasteLine[];
  /** The numbers of rows beyond the table, and of figures that may not be written. */
  readonly over: number;
  readonly locked: number;
  /** The texts of cells for which there is no column. */
  readonly spare: readonly string[];
  /** The texts of rows that name no figure of the form, or none for certain. */
  readonly unnamed: readonly string[];
};

/** The changes of a block in the clipboard; null for a single cell, which is pasted as text. */
export function pasteOf(
  text: string,
  at: { key: string; field: PasteField },
  figures: readonly FormFigure[],
  cells: Cells,
): Paste | null {
  if (!/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return null;
  const block = pastedBlock(text).map((row) => row.map((cell) => cell.trim()));
  const start = figures.findIndex((figure) => keyOf(figure) === at.key);
  const from = figures[start];
  if (!from) return null;
  const byName = isByName(block, figures);
  const rows: PastedRow[] = byName
    ? namedRows(block, figures, from.periodCode)
    : block.map((row, index) => ({ row, figure: figures[start + index], unit: '', values: row }));
  const fields = across.slice(across.indexOf(at.field));
  const written = rows.filter(({ figure }) => figure?.canWrite);
  return {
    from,
    isByName: byName,
    lines: written.flatMap(({ figure, values, unit }) =>
      fields.flatMap((field, index) => {
        const value = values[index];
        return figure && value !== undefined ? lineOf(value, unit, field, figure, cells) : [];
      }),
    ),
    over: byName ? 0 : rows.filter(({ figure }) => figure === undefined).length,
    locked: rows.filter(({ figure }) => figure && !figure.canWrite).length,
    spare: written.flatMap(({ values }) => values.slice(fields.length).filter((one) => one !== '')),
    unnamed: byName
      ? rows.flatMap(({ row, figure }) => (figure ? [] : [row.filter((cell) => cell !== '').join(' ')]))
      : [],
  };
}

/** A value in the unit that stands beside it, where that is another one than the indicator's. */
function inUnit(text: string, unit: string, { indicator }: FormFigure): string {
  const reading = readFigure(text, indicator);
  if (unit === '' || reading.kind !== 'number' || reading.isConverted) return text;
  return unitPower(normalText(unit), indicator) === 0 ? text : withUnit(normalText(text), unit);
}

function lineOf(given: string, unit: string, field: PasteField, figure: FormFigure, cells: Cells): PasteLine[] {
  const text = field === 'typed' ? inUnit(given, unit, figure) : given;
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
