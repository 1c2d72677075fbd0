import { isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import { type ColumnHead, columnHeads } from '@/lib/reporting/mapping/column-heads';
import { Grid } from '@/lib/reporting/mapping/grid';
import { type HeadRows, proposedHeads, titlesOf } from '@/lib/reporting/mapping/head-rows';
import { type MappingNames, type Readers, readersOf } from '@/lib/reporting/mapping/names';
import { periodText } from '@/lib/reporting/mapping/periods';
import { isTotal, looksLikeFigure, looksLikeYear } from '@/lib/reporting/mapping/row-words';
import { titleOf } from '@/lib/reporting/mapping/table-period';
import { titleIndicator } from '@/lib/reporting/mapping/title-indicator';
import type { ColumnMapping, ColumnUse, Mapping, NamePlace } from '@/lib/reporting/mapping/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** So many rows below the heads are looked at. */
const looked = 200;

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
export function proposedMapping(sheet: FigureSheet, { names, ownUnit, heads: given }: Asked): Mapping {
  const grid = new Grid(sheet);
  const readers = readersOf(names);
  const rows = given ?? proposedHeads(grid);
  const heads = columnHeads(grid, rows, readers);
  const found = keysIn(grid, rows, heads, readers);
  const titles = titlesOf(grid, rows.from).own;
  const title = titleOf(grid, rows.from);
  const figures = heads.map((head, column) => figureUse(grid, rows, head, column, found));
  const isNamed = (part: 'unit' | 'indicator' | 'period') =>
    heads.some(({ levels }, column) => figures[column] !== 'ignore' && levels.some(({ read }) => read[part] !== null));
  const placeOf = (part: 'unit' | 'indicator'): NamePlace =>
    found[part] !== null ? 'column' : isNamed(part) ? 'head' : 'fixed';
  const [unit, indicator] = [placeOf('unit'), placeOf('indicator')];
  const period =
    found.period !== null ? 'column' : isNamed('period') ? 'head' : title.code !== null ? 'title' : 'fixed';
  return {
    headFrom: rows.from + 1,
    headTo: rows.to + 1,
    unit: { from: unit, code: unit === 'fixed' ? ownUnit : null },
    indicator: { from: indicator, code: indicator === 'fixed' ? titleIndicator(titles, names, readers) : null },
    period: { from: period, code: null, months: null },
    measure: null,
    columns: figures.map((use, column) => columnOf(keyUse(found, column) ?? use)),
    names: { indicator: {}, unit: {} },
  };
}

const columnOf = (use: ColumnUse): ColumnMapping => ({ use, indicator: null, unit: null, period: null, measure: null });

type Keys = Readonly<Record<'unit' | 'indicator' | 'period' | 'measure' | 'qualifier', number | null>> & {
  /** Further columns of names: those at their right belong to another table beside. */
  readonly others: readonly number[];
};
const keyParts = ['unit', 'indicator', 'period', 'measure', 'qualifier'] as const;
const keyUse = (keys: Keys, column: number): ColumnUse | undefined => keyParts.find((part) => keys[part] === column);

/** The columns that name the rows: by what most of their cells are, and by their heads. */
function keysIn(grid: Grid, rows: HeadRows, heads: readonly ColumnHead[], readers: Readers): Keys {
  const body = bodyOf(grid, rows);
  const shares = heads.map((head, column) => {
    const texts = body.map((row) => grid.plain(row, column)).filter((text) => text !== '' && !isTotal(text));
    const share = (is: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(is).length / texts.length);
    const says = (use: ColumnUse) => head.levels.some(({ read }) => read.use === use);
    const isFigures = share(looksLikeFigure) > 0.5;
    // Numbers of four digits are years below a head that says so.
    const periods = (isSaid: boolean) => {
      const found = share(
        (text) => periodText(text) !== null && (!looksLikeFigure(text) || (isSaid && looksLikeYear(text))),
      );
      return isSaid ? found + 0.4 : found > 0.5 ? found : 0;
    };
    return {
      isFigures,
      unit: isFigures ? 0 : share((text) => readers.unit(text).kind === 'one') + (says('unit') ? 0.3 : 0),
      indicator: isFigures
        ? 0
        : share((text) => readers.indicator(text).read.kind !== 'none') + (says('indicator') ? 0.4 : 0),
      period: periods(says('period')),
      measure: isFigures ? 0 : share(readers.isMeasure) + (says('measure') ? 0.3 : 0),
      qualifier: !isFigures && says('qualifier') ? 1 : 0,
    };
  });
  const taken = new Set<number>();
  const best = (part: (typeof keyParts)[number]): number | null => {
    let at = -1;
    for (const [column, share] of shares.entries()) {
      const isBetter = at < 0 || share[part] > (shares[at]?.[part] ?? 0) + 0.05;
      if (!taken.has(column) && share[part] >= 0.3 && isBetter) at = column;
    }
    if (at < 0) return null;
    taken.add(at);
    return at;
  };
  const measure = best('measure');
  const period = best('period');
  const indicator = best('indicator');
  const unit = best('unit');
  const qualifier = best('qualifier');
  const others = shares.flatMap((share, column) => {
    const isKey = (part: 'unit' | 'indicator' | 'period') => share[part] >= 0.5 && !taken.has(column);
    return isKey('unit') || isKey('indicator') || isKey('period') ? column : [];
  });
  return { measure, period, indicator, unit, qualifier, others };
}

function bodyOf(grid: Grid, rows: HeadRows): number[] {
  const all = Array.from({ length: Math.min(looked, grid.height - rows.to - 1) }, (_, at) => rows.to + 1 + at);
  return all.filter(
    (row) => !grid.isBlank(row) && grid.filled(row).length > 1 && !isColumnNumbers(grid.sheet.rows[row] ?? []),
  );
}

/** What figures a column has, as far as its heads say it whole. */
function figureUse(grid: Grid, rows: HeadRows, head: ColumnHead, column: number, keys: Keys): ColumnUse {
  if (keyUse(keys, column)) return 'ignore';
  const { levels, isUnclear } = head;
  const first = Math.min(...keyParts.flatMap((part) => keys[part] ?? []));
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
