import { plainName } from '@/lib/catalogue/plain-name';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import { type ColumnHead, columnHeads } from '@/lib/reporting/mapping/column-heads';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { proposedHeads, titleRows, titlesOf } from '@/lib/reporting/mapping/head-rows';
import { readHead } from '@/lib/reporting/mapping/heads';
import { bareLine, isDeclared, lineText, wordsOfLine } from '@/lib/reporting/mapping/lines-between';
import type { MappingNames, Readers } from '@/lib/reporting/mapping/names';
import { titlePeriod } from '@/lib/reporting/mapping/periods';
import { proposalIn } from '@/lib/reporting/mapping/propose-mapping';
import { measuresIn } from '@/lib/reporting/mapping/texts-around';
import { isTitle, titleIndicator, titleUnit } from '@/lib/reporting/mapping/title-names';
import type { ColumnMapping, Mapping } from '@/lib/reporting/mapping/words';

type Read = { readonly grid: Grid; readonly names: MappingNames; readonly readers: Readers };
type Heads = readonly ColumnHead[];
export type FurtherTable = {
  readonly mapping: Mapping;
  /** Whether the unit of measure above the first table is that of this one as well, where it states none. */
  readonly hasSameMeasure: boolean;
};

/**
 * What a table below another one means that is built as it is: heads that are repeated on each page, or the same columns
 * about another indicator, unit or time, as the lines above it say. `end` is the row behind the table before. Null where
 * its heads or those lines are not understood, its columns are others, or a person said something of a column that has
 * another head there: such a table is left out.
 */
export function furtherTable(mapping: Mapping, end: number, read: Read): FurtherTable | null {
  const { grid, names, readers } = read;
  const rows = proposedHeads(grid, end - 1);
  if (rows.from < end || rows.to >= grid.height - 1 || !areTitlesKnown(mapping, rows.from, read)) return null;
  const before = columnHeads(grid, { from: mapping.headFrom - 1, to: mapping.headTo - 1 }, readers);
  const after = columnHeads(grid, rows, readers);
  const isRepeated = after.every(({ written }, column) => written === before[column]?.written);
  const titles = titlesOf(grid, rows.from).own;
  const { period } = mapping;
  // A time that a person gave is of the tables that state none.
  const isOther = period.from === 'fixed' && titlePeriod(titles).code !== null;
  const below = {
    ...mapping,
    ...{ headFrom: rows.from + 1, headTo: rows.to + 1 },
    period: isOther ? { ...period, from: 'title' as const, code: null } : period,
  };
  const corner = after[below.columns.findIndex(({ use }) => use === 'period')]?.written ?? '';
  const named = [...titles, corner];
  const own = { unit: titleUnit(named, names, readers), indicator: titleIndicator(named, names, readers) };
  const hasSameMeasure = own.indicator === null || own.indicator === mapping.indicator.code || isMeasureOfAll(read);
  const given = (part: 'unit' | 'indicator', { from, code }: Mapping['unit']) =>
    from === 'fixed' ? { from, code: own[part] ?? code ?? mapping[part].code } : { from, code };
  if (isRepeated) {
    const parts = { unit: given('unit', mapping.unit), indicator: given('indicator', mapping.indicator) };
    return { mapping: { ...below, ...parts }, hasSameMeasure };
  }
  const proposal = proposalIn(grid, { names, ownUnit: null, heads: rows }, readers);
  const columns = columnsBelow(mapping, proposal, before, after);
  const parts = { unit: given('unit', proposal.unit), indicator: given('indicator', proposal.indicator) };
  return columns && { mapping: { ...below, ...parts, columns }, hasSameMeasure };
}

/** Whether the unit of measure at the top of the sheet stands above the line that names what the first table is about. */
function isMeasureOfAll({ grid, names, readers }: Read): boolean {
  const headRow = proposedHeads(grid).from;
  const [line] = unitLines(grid.sheet.rows, headRow);
  const row = Number(line?.address.replace(/^\D+/, ''));
  const below = line ? titleRows(grid, headRow).filter((one) => one >= row) : [];
  return below.some((one) => titleIndicator([lineText(grid, one)], names, readers) !== null);
}

/** The columns of a table below others; null where they are not the same as theirs, or a head that names rows is unknown. */
function columnsBelow(mapping: Mapping, proposal: Mapping, before: Heads, after: Heads): ColumnMapping[] | null {
  const columns: ColumnMapping[] = [];
  for (const [column, { written, levels }] of after.entries()) {
    const [own, found] = [mapping.columns[column], proposal.columns[column]];
    if (!own || !found) return null;
    const was = before[column]?.written ?? '';
    const isSaid = [own.indicator, own.unit, own.period, own.measure].some((one) => one !== null);
    const isSame = written === was;
    const isBlank = (head: string, { use }: ColumnMapping) => head === '' && use === 'ignore';
    const isLike = own.use === found.use || isBlank(was, own) || isBlank(written, found);
    const isFigure = found.use === 'value' || found.use === 'yoy' || found.use === 'rank' || found.use === 'ignore';
    const isKnown = isFigure || levels.every(({ read }) => read.rest === '');
    if (!isSame && (isSaid || !isLike || !isKnown)) return null;
    columns.push(isSame ? own : found);
  }
  return columns;
}

/** Whether all lines above the heads of a table below others are understood: each is a title, a unit of measure, a note. */
function areTitlesKnown(mapping: Mapping, headRow: number, { grid, names, readers }: Read): boolean {
  const known = new Set(titlesOf(grid, mapping.headFrom - 1).own.map(plainName));
  return titleRows(grid, headRow).every((row) =>
    wordsOfLine(grid, row).every((column) => {
      const text = grid.own(row, column);
      if (known.has(plainName(text)) || isDeclared(mapping, text)) return true;
      const { rest, isOther, use } = readHead(bareLine(grid, row, column), readers);
      const isRead = rest === '' && !isOther && use === null;
      return measuresIn(text).length === 0 && (isRead || isTitle(text, names, readers));
    }),
  );
}
