import type { RankedUnit } from '@/lib/observations/ranking/words';
import { pageLength, pageWithin } from '@/lib/paging';
import { compareDecimals } from '@/lib/statistics/numbers';

/** The columns by which a ranking can be ordered. */
export const sortKeys = ['place', 'change', 'unit', 'value', 'reported', 'computed', 'share'] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { readonly key: SortKey; readonly order: 'asc' | 'desc' };

/**
 * The rows sorted by one of their columns; equal rows keep their order, and rows without a value come last in both
 * directions.
 */
export function sortRows(rows: readonly RankedUnit[], sort: Sort | null): readonly RankedUnit[] {
  if (!sort) return rows;
  const sign = sort.order === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [cellOf(a, sort.key), cellOf(b, sort.key)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compareDecimals(left, right);
  });
}

/** The rows of a page of the sorted table. */
export function rowsOnPage(rows: readonly RankedUnit[], sort: Sort | null, asked: number): readonly RankedUnit[] {
  const page = pageWithin(asked, rows.length);
  return sortRows(rows, sort).slice((page - 1) * pageLength, page * pageLength);
}

function cellOf(row: RankedUnit, key: SortKey): string | null {
  switch (key) {
    case 'place':
      return row.place === null ? null : String(row.place);
    case 'change':
      return row.change === null ? null : String(row.change);
    case 'unit':
      return String(row.unit.sortOrder);
    case 'value':
      return row.figure?.value ?? null;
    case 'reported':
      return row.reported?.change ?? null;
    case 'computed':
      return row.computed?.change ?? null;
    case 'share':
      return row.share;
  }
}
