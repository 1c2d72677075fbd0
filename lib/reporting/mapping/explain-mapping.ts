import { type ColumnHead, columnHeads } from '@/lib/reporting/mapping/column-heads';
import { Grid } from '@/lib/reporting/mapping/grid';
import { type MappingNames, readersOf } from '@/lib/reporting/mapping/names';
import { titleOf } from '@/lib/reporting/mapping/table-period';
import type { ColumnMapping, Mapping } from '@/lib/reporting/mapping/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** Why a column is what it is: somebody said so, its cells, its head; or why it is not read. */
export const columnReasons = ['said', 'names', 'head', 'other', 'unknown', 'blank', 'left'] as const;
export type ColumnReason = (typeof columnReasons)[number];

/** A column as the screen shows it: what it is, and what its head alone says. */
export type ExplainedColumn = {
  readonly at: number;
  readonly letter: string;
  readonly head: string;
  readonly own: ColumnMapping;
  readonly reason: ColumnReason;
  /** The cell of the head, and its words that are not understood. */
  readonly cell: string;
  readonly unknown: string;
  /** What is read in the head; the codes of an indicator and a unit. */
  readonly indicator: string | null;
  readonly unit: string | null;
  readonly measures: readonly string[];
};

/** The letter of a column that is counted from 0. */
export const columnLetter = (at: number): string => cellAddress(1, at + 1).replace(/\d+$/, '');

/** The columns of a sheet with the reasons of what they are, and the period that the lines above say. */
export function explainedMapping(
  sheet: FigureSheet,
  mapping: Mapping,
  names: MappingNames,
): { columns: ExplainedColumn[]; titlePeriod: string | null } {
  const grid = new Grid(sheet);
  const rows = { from: mapping.headFrom - 1, to: mapping.headTo - 1 };
  const heads = columnHeads(grid, rows, readersOf(names));
  const columns = heads.flatMap((head, at) => {
    const own = mapping.columns[at];
    return own ? explained(head, at, own, mapping.headTo) : [];
  });
  return { columns, titlePeriod: titleOf(grid, rows.from).code };
}

function explained(head: ColumnHead, at: number, own: ColumnMapping, headTo: number): ExplainedColumn {
  const { levels } = head;
  const named = (part: 'indicator' | 'unit') => {
    const found = levels.flatMap(({ read }) => (read[part]?.kind === 'one' ? read[part].code : []));
    return found[0] ?? null;
  };
  return {
    ...{ at, letter: columnLetter(at), head: head.written, own, reason: reasonOf(head, own) },
    cell: levels.at(-1)?.address ?? cellAddress(headTo, at + 1),
    unknown: levels
      .map(({ read }) => read.rest)
      .filter(Boolean)
      .join(' '),
    ...{ indicator: named('indicator'), unit: named('unit'), measures: levels.flatMap(({ read }) => read.measures) },
  };
}

function reasonOf({ levels, written }: ColumnHead, own: ColumnMapping): ColumnReason {
  if ([own.indicator, own.unit, own.period, own.measure].some((said) => said !== null)) return 'said';
  if (own.use === 'value' || own.use === 'yoy' || own.use === 'rank') return 'head';
  if (own.use !== 'ignore') return 'names';
  if (written === '') return 'blank';
  if (levels.some(({ read }) => read.isOther)) return 'other';
  return levels.some(({ read }) => read.rest !== '') ? 'unknown' : 'left';
}
