import { nameReader } from '@/lib/catalogue/names/read-name';
import type { Named } from '@/lib/i18n/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { baseIn, grownBy, reachingPlace } from '@/lib/monitoring/targets/propose';
import type { TargetEntry } from '@/lib/monitoring/targets/words';
import { pastedBlock } from '@/lib/reporting/reading/pasted-block';
import { compareDecimals } from '@/lib/statistics/numbers';
import { isOpen, type TargetCell, type TargetCells } from './cells';
import { fieldAt, indicatorAt, type Place, placesIn, type Selection, spanOf } from './selection';

/** The codes of a grid in their order, from which places find their cells; names of units, by which pasted rows do. */
export type GridCodes = {
  readonly units: readonly string[];
  readonly indicators: readonly string[];
  readonly named?: readonly Named[];
};

/** What a filling writes, and why it leaves cells as they are. */
export type Filling = {
  readonly entries: ReadonlyMap<string, Partial<TargetEntry>>;
  readonly filled: number;
  readonly locked: number;
  /** Cells for which there is no value: no figure of last year, no better side, too few peers. */
  readonly without: number;
  /** Cells of a pasted block beyond the grid, with their texts. */
  readonly over: number;
  readonly overTexts: readonly string[];
  /** The texts of pasted rows that begin with words, and name no unit of the grid. */
  readonly unnamed: readonly string[];
};

export function keyAt({ units, indicators }: GridCodes, { row, column }: Place): string | null {
  const [unit, indicator] = [units[row], indicators[indicatorAt(column)]];
  return unit === undefined || indicator === undefined ? null : targetKey({ unit, indicator });
}

type Given = { readonly place: Place; readonly text: string | null };

function fillingOf(
  given: readonly Given[],
  codes: GridCodes,
  cells: TargetCells,
  unnamed: readonly string[] = [],
): Filling {
  const entries = new Map<string, Partial<TargetEntry>>();
  let [filled, locked, without] = [0, 0, 0];
  const beyond: string[] = [];
  for (const { place, text } of given) {
    const key = keyAt(codes, place);
    const cell = key === null ? undefined : cells.get(key);
    if (key === null || !cell) beyond.push(text ?? '');
    else if (!isOpen(cell)) locked += 1;
    else if (text === null) without += 1;
    else {
      filled += 1;
      entries.set(key, { ...entries.get(key), [fieldAt(place.column)]: text });
    }
  }
  const overTexts = beyond.filter((text) => text !== '');
  return { entries, filled, locked, without, over: overTexts.length, overTexts, unnamed };
}

/** Last year's figure with a growth, in the chosen cells. */
export function fillGrown(selection: Selection, growth: number, codes: GridCodes, cells: TargetCells): Filling {
  const given = placesIn(selection).map((place): Given => {
    const cell = cells.get(keyAt(codes, place) ?? '');
    return { place, text: cell ? grownBy(cell.indicator, baseIn(cell.course, 0), growth) : null };
  });
  return fillingOf(given, codes, cells);
}

/** What would reach a place among the units of the grid, in the chosen cells. */
export function fillReaching(selection: Selection, rank: number, codes: GridCodes, cells: TargetCells): Filling {
  const given = placesIn(selection).map((place): Given => {
    const key = keyAt(codes, place);
    const cell = cells.get(key ?? '');
    return { place, text: cell && key !== null ? reaching(place, rank, codes, cells, cell) : null };
  });
  return fillingOf(given, codes, cells);
}

/** What would bring the unit at a place to a rank among the others of its column. */
export function reaching(place: Place, rank: number, codes: GridCodes, cells: TargetCells, cell: TargetCell) {
  const others = codes.units.flatMap((_, row) => {
    const other = row === place.row ? undefined : cells.get(keyAt(codes, { ...place, row }) ?? '');
    return other ? [{ last: baseIn(other.course, 0), prior: baseIn(other.course, 1) }] : [];
  });
  return reachingPlace(cell.indicator, others, rank);
}

/** Whether no other unit of its column had a better figure last year than the unit at a place. */
export function leads(place: Place, codes: GridCodes, cells: TargetCells, cell: TargetCell): boolean {
  const sign = cell.indicator.direction === 'lower' ? -1 : 1;
  const own = baseIn(cell.course, 0);
  return (
    own !== null &&
    codes.units.every((_, row) => {
      const other = row === place.row ? undefined : cells.get(keyAt(codes, { ...place, row }) ?? '');
      const last = other ? baseIn(other.course, 0) : null;
      return last === null || sign * compareDecimals(own, last) >= 0;
    })
  );
}

/** A text in every chosen cell; an empty one clears them. */
export function fillText(selection: Selection, text: string, codes: GridCodes, cells: TargetCells): Filling {
  return fillingOf(
    placesIn(selection).map((place) => ({ place, text })),
    codes,
    cells,
  );
}

/**
 * A pasted block from the first chosen cell on; a single value goes into every chosen cell. Rows that begin with names of
 * units go to those units, whatever their order. Null for a single value in a single cell, which is pasted as text.
 */
export function fillBlock(text: string, selection: Selection, codes: GridCodes, cells: TargetCells): Filling | null {
  const block = pastedBlock(text);
  const isSingle = block.length === 1 && block[0]?.length === 1;
  const { top, left, bottom, right } = spanOf(selection);
  if (isSingle && top === bottom && left === right) return null;
  if (isSingle) return fillText(selection, block[0]?.[0]?.trim() ?? '', codes, cells);
  const named = namedRows(block, codes);
  const rows = named?.rows ?? block.map((values, down) => ({ row: top + down, values }));
  const given = rows.flatMap(({ row, values }) =>
    values.map((cell, across) => ({ place: { row, column: left + across }, text: cell.trim() })),
  );
  return fillingOf(given, codes, cells, named?.unnamed);
}

/** The rows of a block that begin with units of the grid, each without its name; null where none does. */
function namedRows(block: readonly (readonly string[])[], { units, named = [] }: GridCodes) {
  const read = nameReader(named.map((unit) => ({ ...unit, aliases: [], parentZh: null })));
  const lines = block.map((row) => {
    const found = read(row[0] ?? '');
    return {
      row: found.kind === 'one' ? units.indexOf(found.code) : -1,
      values: row.slice(1),
      text: row.join(' ').trim(),
    };
  });
  if (lines.every(({ row }) => row < 0)) return null;
  const isFirst = (row: number, at: number) => lines.findIndex((line) => line.row === row) === at;
  return {
    rows: lines.filter(({ row }, at) => row >= 0 && isFirst(row, at)),
    unnamed: lines.flatMap(({ row, text }, at) => ((row >= 0 && isFirst(row, at)) || text === '' ? [] : [text])),
  };
}

/** The chosen cells as a block for the clipboard. */
export function copied(selection: Selection, codes: GridCodes, cells: TargetCells): string {
  const { top, bottom, left, right } = spanOf(selection);
  const line = (row: number) =>
    Array.from({ length: right - left + 1 }, (_, at) => {
      const column = left + at;
      return cells.get(keyAt(codes, { row, column }) ?? '')?.entry[fieldAt(column)] ?? '';
    }).join('\t');
  return Array.from({ length: bottom - top + 1 }, (_, at) => line(top + at)).join('\n');
}
