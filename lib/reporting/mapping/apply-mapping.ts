import { shortText } from '@/lib/reporting/import/staged-finding';
import { FoundParts } from '@/lib/reporting/mapping/figure-parts';
import { type FurtherTable, furtherTable } from '@/lib/reporting/mapping/further-table';
import { Grid } from '@/lib/reporting/mapping/grid';
import { type MappingNames, readersOf } from '@/lib/reporting/mapping/names';
import { readTable } from '@/lib/reporting/mapping/read-table';
import type { Applied, LeftOut, Mapping, UnknownName } from '@/lib/reporting/mapping/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/**
 * The figures of a sheet under a mapping, each with the cells that it was read from, and of everything else why it is no
 * figure. Nothing is guessed: a name of several, a cell that is no number, a unit of measure that does not fit and two
 * places that contradict are refused, with their cells.
 */
export function appliedMapping(sheet: FigureSheet, mapping: Mapping, names: MappingNames): Applied {
  const grid = new Grid(sheet);
  const reading = { grid, names, readers: readersOf(names), parts: new FoundParts() };
  const tables = [readTable(mapping, reading)];
  const further: FurtherTable[] = [];
  for (let end = tables[0]?.end ?? grid.height; mapping.below !== 'left' && end < grid.height; ) {
    const next = furtherTable(further.at(-1)?.mapping ?? mapping, end, reading);
    if (!next) break;
    further.push(next);
    const table = readTable(next.mapping, reading, next.hasSameMeasure ? tables[0]?.lines : []);
    tables.push(table);
    end = table.end;
  }
  const { figures, refused, leftOut } = reading.parts.joined();
  return {
    figures,
    refused: [...tables.flatMap((table) => table.refused), ...refused],
    leftOut: [...tables.flatMap((table) => table.leftOut), ...rowsFrom(grid, tables.at(-1)?.end ?? 0), ...leftOut],
    unknown: onceEach(tables.flatMap(({ unknown }) => unknown)),
    further: further.map(({ mapping: { headFrom, headTo } }) => ({ headFrom, headTo })),
  };
}

/** The names to decide, each where it stands first. */
function onceEach(unknown: readonly UnknownName[]): UnknownName[] {
  const found = new Map<string, UnknownName>();
  for (const one of unknown) {
    const key = `${one.kind} ${one.key}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** The rows behind the last table, which are left out. */
function rowsFrom(grid: Grid, end: number): LeftOut[] {
  const rows = Array.from({ length: Math.max(0, grid.height - end) }, (_, at) => end + at);
  return rows.flatMap((row) => {
    const [first] = grid.filled(row);
    return first === undefined
      ? []
      : { reason: 'secondTable', address: grid.address(row, first), text: shortText(grid.own(row, first)) };
  });
}
