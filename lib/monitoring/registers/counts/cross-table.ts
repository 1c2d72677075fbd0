import type { CountCell, CrossTable } from '@/lib/monitoring/registers/counts/words';

/** Counts by the codes of rows and columns, in their given orders, which have the code of every cell. */
export function crossTable(
  cells: readonly CountCell[],
  {
    row,
    rows,
    column,
    columns,
  }: {
    readonly row: 'field' | 'street';
    readonly rows: readonly string[];
    readonly column: 'grade';
    readonly columns: readonly string[];
  },
): CrossTable {
  const sums = new Map<string, number>();
  for (const cell of cells) {
    const key = `${cell[row]} ${cell[column]}`;
    sums.set(key, (sums.get(key) ?? 0) + cell.count);
  }
  const of = (r: string, c: string) => sums.get(`${r} ${c}`) ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const made = rows.map((code) => {
    const counts = columns.map((c) => of(code, c));
    return { code, counts, total: sum(counts) };
  });
  return {
    rows: made,
    totals: columns.map((c) => sum(rows.map((r) => of(r, c)))),
    total: sum(made.map(({ total }) => total)),
  };
}
