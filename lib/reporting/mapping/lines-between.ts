import { parsePeriod } from '@/lib/catalogue/periods/period';
import { shortText } from '@/lib/reporting/import/staged-finding';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { StagedFinding } from '@/lib/reporting/import/words';
import type { ColumnHead } from '@/lib/reporting/mapping/column-heads';
import { mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { unitLine } from '@/lib/reporting/mapping/head-rows';
import type { KeyColumns } from '@/lib/reporting/mapping/key-columns';
import { isHeadRow, isNoteRow } from '@/lib/reporting/mapping/left-out';
import { nameIn, nameKey, type Readers } from '@/lib/reporting/mapping/names';
import { type PeriodContext, periodText } from '@/lib/reporting/mapping/periods';
import { isAbsent, isTotal, looksLikeFigure } from '@/lib/reporting/mapping/row-words';
import { measuresIn } from '@/lib/reporting/mapping/texts-around';
import type { Mapping } from '@/lib/reporting/mapping/words';

/** What is known of a table when its rows are read. */
export type Table = {
  readonly grid: Grid;
  readonly mapping: Mapping;
  readonly readers: Readers;
  readonly keys: KeyColumns;
  readonly context: PeriodContext;
  readonly heads: readonly ColumnHead[];
  /** The columns of figures. */
  readonly figures: readonly number[];
  /** The row behind its last one, where another table or nothing is. */
  readonly end: number;
};

/** Whether a person decided that a text says nothing of the figures. */
export const isDeclared = ({ names }: Mapping, text: string): boolean => names.line?.[nameKey(text, '')] !== undefined;

/** Whether a cell lies under a figure that is merged downwards. */
function isUnderFigure({ grid, figures }: Pick<Table, 'grid' | 'figures'>, row: number, column: number): boolean {
  const merge = grid.isCovered(row, column) ? grid.mergeAt(row, column) : undefined;
  return (
    merge !== undefined && merge.startRow < row && figures.includes(merge.startCol) && grid.plain(row, column) !== ''
  );
}

/** Whether a row has a text in a column of figures. */
export function hasFigureCell(table: Pick<Table, 'grid' | 'figures'>, row: number): boolean {
  const { grid, figures } = table;
  const isOwn = (column: number) =>
    (grid.own(row, column) !== '' || grid.cell(row, column).marks.length > 0) &&
    !unitLine.test(grid.plain(row, column));
  return figures.some(isOwn) || figures.some((column) => isUnderFigure(table, row, column));
}

const mayBeFigure = (text: string) =>
  isAbsent(text) ||
  /\d/.test(text.replace(/(?:19|20)\d{2} ?年(?:度)?|\d{1,2} ?月份?/g, '')) ||
  /^(?:持平|略)$/.test(text);

/** Whether a row begins another table: it has texts and no figure in the columns of figures, and names nothing known. */
export function beginsTable(table: Omit<Table, 'end'>, row: number): boolean {
  const { grid, figures, readers } = table;
  if (!hasFigureCell(table, row)) return false;
  if (isHeadRow(grid, row, figures, readers)) return !isNamedRow(table, row);
  if (isNoteRow(grid, row) || namesKnown(table, row)) return false;
  return !figures.some((column) => grid.cell(row, column).marks.length > 0 || mayBeFigure(grid.own(row, column)));
}

/** Whether a row with a known name has numbers that look like years, other than those of the heads above them. */
function isNamedRow(table: Omit<Table, 'end'>, row: number): boolean {
  const { grid, figures, heads } = table;
  const texts = figures.flatMap((column) => {
    const text = grid.own(row, column);
    return text === '' ? [] : { column, text };
  });
  const isHead = ({ column, text }: (typeof texts)[number]) =>
    heads[column]?.levels.some((level) => level.text === text);
  return texts.every(({ text }) => looksLikeFigure(text)) && !texts.some(isHead) && namesKnown(table, row);
}

/** The row behind the last one of a table, where another one begins or nothing is. */
export function endOfTable(table: Omit<Table, 'end'>): number {
  let row = table.mapping.headTo;
  while (row < table.grid.height && !beginsTable(table, row)) row += 1;
  return row;
}

/** Whether the columns that name a row have a known name, or a sum's. */
function namesKnown({ grid, mapping, readers, keys }: Omit<Table, 'end'>, row: number): boolean {
  const texts = (['unit', 'indicator', 'period'] as const).flatMap((part) => {
    const column = keys[part];
    const text = column === null ? '' : grid.plain(row, column);
    return text === '' ? [] : { part, text };
  });
  return (
    texts.length > 0 &&
    texts.every(({ part, text }) => {
      if (isTotal(text)) return true;
      if (part === 'period') return periodText(text) !== null;
      if (Object.keys(mapping.names[part]).some((key) => key === nameKey(text, ''))) return true;
      return (part === 'unit' ? readers.unit(text) : readers.indicator(text).read).kind !== 'none';
    })
  );
}

const below = /以下|下列|下表|下面|下述|其中|本段/;
/** Whether a line says that it is about what is below it. */
export const saysBelow = (text: string): boolean => below.test(text);
/** Notes that say how final the figures below are, and nothing else. */
const finality =
  /^(?:注|附注|说明|备注) ?[:：]? ?(?:以下|下列|下表)(?:各(?:项|地))?(?:数据|指标)?(?:均|都)?[为是](?:快报|初步统计|初步|年报|统计|演示)(?:数据|数)?。?$/;
const mark = /^(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、]) ?/;

/** The text of a row, as a person decides about it. */
export const lineText = (grid: Grid, row: number): string =>
  grid
    .filled(row)
    .map((column) => grid.own(row, column))
    .join(' ');

/** The cells of a line without those that state a unit of measure. */
export function wordsOfLine(grid: Grid, row: number): number[] {
  const units = new Set(unitLines(grid.sheet.rows, row + 1, row).map(({ address }) => address));
  const isUnit = (column: number) =>
    units.has(grid.address(row, column)) || (units.size > 0 && unitLine.test(grid.plain(row, column)));
  return grid.filled(row).filter((column) => !isUnit(column));
}

/** The text of a cell of a line without its number ahead and a colon behind: 二、税收收入： */
export const bareLine = (grid: Grid, row: number, column: number): string =>
  grid
    .plain(row, column)
    .replace(mark, '')
    .replace(/[:：]$/, '');

/**
 * Why the rows below a line without figures are in doubt; null for a line that is a note, a unit of measure, a name of the
 * columns that name rows, or what holds for all figures anyway. Any other line may begin something else.
 */
export function lineFault(table: Table, row: number): StagedFinding | null {
  const { grid, mapping, keys } = table;
  const text = lineText(grid, row);
  const [first = 0] = grid.filled(row);
  const address = grid.address(row, first);
  if (isDeclared(mapping, text)) return null;
  const fault = mappingFinding('underOther', address, { cell: address, text: shortText(text) });
  if (isNoteRow(grid, row)) return below.test(text) && !finality.test(text) ? fault : null;
  const words = wordsOfLine(grid, row);
  if (words.length < grid.filled(row).length && measuresIn(text).length > 0) return fault;
  const isKey = (column: number) => Object.values(keys).includes(column);
  if (namesKnown(table, row) && words.every(isKey)) return null;
  return words.every((column) => looksLikeFigure(grid.own(row, column)) || holdsAnyway(table, row, column))
    ? null
    : fault;
}

/** Whether a text repeats the unit, the indicator or the period of all figures. */
function holdsAnyway({ grid, mapping, readers, context }: Table, row: number, column: number): boolean {
  const text = bareLine(grid, row, column);
  const fixed = (part: 'unit' | 'indicator') => (mapping[part].from === 'fixed' ? mapping[part].code : null);
  const unit = readers.unit(text);
  if (unit.kind === 'one') return unit.code === fixed('unit');
  const { read, measure, isPart } = readers.indicator(text);
  if (read.kind === 'one') return !isPart && measure === '' && read.code === fixed('indicator');
  const period = periodText(text);
  if (period?.kind === 'codes') return period.codes.length === 1 && period.codes[0] === context.base;
  return isTotal(text);
}

/** The year that a line names in the column of periods for the months below it, or null. */
export function yearOfLine({ grid, keys }: Table, row: number): number | null {
  const column = keys.year ?? keys.period;
  const [only, other] = grid.filled(row);
  if (column === null || only === undefined || other !== undefined) return null;
  const found = periodText(nameIn(grid, row, only));
  const period = found?.kind === 'codes' && found.codes.length === 1 ? parsePeriod(found.codes[0] ?? '') : null;
  return period?.kind === 'year' ? period.year : null;
}
