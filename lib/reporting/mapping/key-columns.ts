import type { StagedFinding } from '@/lib/reporting/import/words';
import { mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Mapping } from '@/lib/reporting/mapping/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';

/**
 * The columns that name a row, from 0; null where no column does. Of two columns of periods the first has the years of
 * the second: 年份 and 月份.
 */
export type KeyColumns = Readonly<
  Record<'unit' | 'indicator' | 'year' | 'period' | 'measure' | 'qualifier', number | null>
>;

/** The columns of a mapping that name rows, and a fault for each that there is once too often. */
export function keyColumns({ columns, headTo }: Mapping): { keys: KeyColumns; faults: StagedFinding[] } {
  const faults: StagedFinding[] = [];
  const placesOf = (use: 'unit' | 'indicator' | 'period' | 'measure' | 'qualifier', most: number) => {
    const places = columns.flatMap((one, column) => (one.use === use ? column : []));
    const over = places[most];
    if (over !== undefined) {
      const cell = cellAddress(headTo, (places[0] ?? 0) + 1);
      faults.push(mappingFinding('columnTwice', cellAddress(headTo, over + 1), { use, cell }));
    }
    return places;
  };
  const only = (use: 'unit' | 'indicator' | 'measure' | 'qualifier') => placesOf(use, 1)[0] ?? null;
  const [first = null, second = null] = placesOf('period', 2);
  const keys = {
    ...{ unit: only('unit'), indicator: only('indicator'), measure: only('measure'), qualifier: only('qualifier') },
    ...{ year: second === null ? null : first, period: second ?? first },
  };
  return { keys, faults };
}
