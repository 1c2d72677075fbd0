import { type ColumnHead, columnHeads } from '@/lib/reporting/mapping/column-heads';
import { Grid } from '@/lib/reporting/mapping/grid';
import { type HeadRows, proposedHeads, titlesOf } from '@/lib/reporting/mapping/head-rows';
import { type MappingNames, type Readers, readersOf } from '@/lib/reporting/mapping/names';
import { keyPlaces, keyUse, type ProposedKeys, proposedKeys } from '@/lib/reporting/mapping/propose-keys';
import { looksLikeYear } from '@/lib/reporting/mapping/row-words';
import { linesIn } from '@/lib/reporting/mapping/sections';
import { titleOf } from '@/lib/reporting/mapping/table-period';
import { titleIndicator, titleUnit } from '@/lib/reporting/mapping/title-names';
import type { ColumnMapping, ColumnUse, Mapping, NamePlace } from '@/lib/reporting/mapping/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

type Asked = {
  readonly names: MappingNames;
  /** The unit of the one who sends the sheet; null for one who records for all. */
  readonly ownUnit: string | null;
  /** The rows of the heads where a person has said them. */
  readonly heads?: HeadRows;
};

/**
 * What a sheet probably means. Only what is understood whole is proposed: a column with a head of unknown words is left
 * out until a person says what it is.
 */
export function proposedMapping(sheet: FigureSheet, asked: Asked): Mapping {
  return proposalIn(new Grid(sheet), asked, readersOf(asked.names));
}

/** The same for a sheet that is taken apart already. */
export function proposalIn(grid: Grid, { names, ownUnit, heads: given }: Asked, readers: Readers): Mapping {
  const rows = given ?? withoutFigures(grid, proposedHeads(grid), readers);
  const heads = columnHeads(grid, rows, readers);
  const found = proposedKeys(grid, rows, heads, readers);
  const figures = heads.map((head, column) => figureUse(grid, rows, head, column, found));
  // The corner above the periods may name what the table is about, as a title does.
  const corner = heads[found.year ?? found.period ?? -1]?.written ?? '';
  const titles = [...titlesOf(grid, rows.from).own, corner];
  const title = titleOf(grid, rows.from);
  const said = {
    unit: ownUnit ?? titleUnit(titles, names, readers),
    indicator: titleIndicator(titles, names, readers),
    period: title.code,
  };
  const inFigures = figures.flatMap((use, column) => (use === 'ignore' ? [] : column));
  const ofLines = linesIn(grid, rows.to + 1, { figures: inFigures, readers, given: said });
  const isNamed = (part: 'unit' | 'indicator' | 'period') =>
    inFigures.some((column) => heads[column]?.levels.some(({ read }) => read[part] !== null));
  const placeOf = (part: 'unit' | 'indicator'): NamePlace =>
    found[part] !== null ? 'column' : isNamed(part) ? 'head' : ofLines.has(part) ? 'line' : 'fixed';
  const [unit, indicator] = [placeOf('unit'), placeOf('indicator')];
  const placeOfPeriod = () => {
    if (found.period !== null) return 'column';
    if (isNamed('period')) return 'head';
    return ofLines.has('period') ? 'line' : title.code !== null ? 'title' : 'fixed';
  };
  return {
    headFrom: rows.from + 1,
    headTo: rows.to + 1,
    unit: { from: unit, code: unit === 'fixed' ? said.unit : null },
    indicator: { from: indicator, code: indicator === 'fixed' ? said.indicator : null },
    period: { from: placeOfPeriod(), code: null, months: null },
    measure: null,
    columns: figures.map((use, column) => columnOf(keyUse(found, column) ?? use)),
    names: { indicator: {}, unit: {} },
  };
}

const columnOf = (use: ColumnUse): ColumnMapping => ({ use, indicator: null, unit: null, period: null, measure: null });

/** What figures a column has, as far as its heads say it whole. */
function figureUse(grid: Grid, rows: HeadRows, head: ColumnHead, column: number, keys: ProposedKeys): ColumnUse {
  if (keyUse(keys, column)) return 'ignore';
  const { levels, isUnclear } = head;
  const first = Math.min(...keyPlaces(keys));
  const isBesideOther = keys.others.some((other) => other < column && other > first);
  const isUnknown = isUnclear || levels.length === 0 || levels.some(({ read }) => read.rest !== '' || read.isOther);
  if (isUnknown || isBesideOther || keys.others.includes(column)) return 'ignore';
  const isKeyHead = levels.some(({ read }) => ['unit', 'indicator', 'period', 'measure'].includes(read.use ?? ''));
  if (isKeyHead || !hasBody(grid, rows, column)) return 'ignore';
  const uses = levels.flatMap(({ read }) => read.use ?? []);
  if (uses.includes('yoy')) return 'yoy';
  if (uses.includes('rank')) return 'rank';
  const isSaying = levels.some(({ read }) => read.use || read.period || read.unit || read.indicator);
  return isSaying || levels.some(({ read }) => read.measures.length > 0) ? 'value' : 'ignore';
}

const hasBody = (grid: Grid, rows: HeadRows, column: number) =>
  Array.from({ length: grid.height - rows.to - 1 }, (_, at) => rows.to + 1 + at).some(
    (row) => grid.own(row, column) !== '',
  );

/**
 * Head rows without a first row of figures that look like years: below other heads, one that begins with a unit or an
 * indicator by its name, or with a year, has figures.
 */
function withoutFigures(grid: Grid, rows: HeadRows, readers: Readers): HeadRows {
  let { to } = rows;
  const isFigures = (row: number) => {
    const [first = 0, ...others] = grid.filled(row);
    const name = grid.plain(row, first);
    const isName =
      readers.unit(name).kind === 'one' || readers.indicator(name).read.kind === 'one' || looksLikeYear(name);
    return isName && others.length > 0 && others.every((column) => looksLikeYear(grid.plain(row, column)));
  };
  while (to > rows.from && isFigures(to)) to -= 1;
  return { from: rows.from, to };
}
