import type { SheetLayout } from '@/lib/reporting/import/sheet-columns';
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

/** What was read of a table: its columns and rows, and the columns with figures that were not. */
function tableTold(sheet: FigureSheet, { groups, heads, headRow }: SheetLayout, read: readonly number[]) {
  const besides = groups.flatMap(({ beside }) => [...beside.indicator, ...beside.period]);
  const used = [...new Set(groups.flatMap(({ at }) => sheetColumns.flatMap((column) => at[column] ?? [])))];
  const nameOf = (column: number) => [lettersOf(column), heads[column]?.written].filter(Boolean).join(' ');
  const unread = heads.flatMap(({ written, isOther }, column) => {
    if (written === '' || used.includes(column) || besides.includes(column)) return [];
    return isOther || read.some((row) => /\d/.test(sheet.rows[row - 1]?.[column] ?? '')) ? column : [];
  });
  const unseen = used.filter((column) => sheet.hidden.columns.includes(column));
  return {
    headRow,
    columns: [...used].sort((a, b) => a - b).map(nameOf),
    unread: unread.map(nameOf),
    hidden: unseen.map(nameOf),
  };
}

/**
 * What was read of a sheet, in findings of the file: its name, the columns and rows of each table, columns and sheets that
 * were not read, and hidden parts. A template has columns that are for its reader alone.
 */
export function toldOf(
  sheet: FigureSheet,
  layouts: readonly SheetLayout[],
  rows: readonly StagedRow[],
  { isTemplate }: { isTemplate: boolean },
): StagedFinding[] {
  const read = rows.map(({ address }) => rowOf(address));
  const tables = new Map<string, ReturnType<typeof tableTold> & { rows: number[] }>();
  for (const [at, layout] of layouts.entries()) {
    const end = layouts[at + 1]?.headRow ?? Number.POSITIVE_INFINITY;
    const own = read.filter((row) => row > layout.headRow && row <= end);
    if (own.length === 0) continue;
    const told = tableTold(sheet, layout, own);
    // The headings of a page are repeated on the next one.
    const key = [...told.columns, '', ...told.unread].join('\n');
    tables.set(key, { ...told, rows: [...(tables.get(key)?.rows ?? []), ...own] });
  }
  const { name, others } = sheet.sheet;
  const all = [...tables.values()];
  const used = all.map(({ columns, rows: own }) =>
    finding('notice', name ? 'used' : 'usedList', '', {
      sheet: name,
      columns: columns.join('、'),
      rows: inStretches(own),
    }),
  );
  const told = (key: string, names: readonly string[], details: (names: string) => StagedFinding['details']) =>
    names.length > 0 ? [finding('notice', key, '', details([...new Set(names)].join('、')))] : [];
  const unseen = new Set(sheet.hidden.rows);
  const unseenRows = inStretches(read.filter((row) => unseen.has(row - 1)));
  return [
    ...used,
    ...(isTemplate
      ? []
      : told(
          'unreadColumns',
          all.flatMap(({ unread }) => unread),
          (columns) => ({ columns }),
        )),
    ...told('otherSheets', others, (names) => ({ names })),
    ...(unseenRows ? [finding('notice', 'hiddenRows', '', { rows: unseenRows })] : []),
    ...told(
      'hiddenColumns',
      all.flatMap(({ hidden }) => hidden),
      (columns) => ({ columns }),
    ),
  ];
}
