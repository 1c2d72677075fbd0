import { parsePeriod } from '@/lib/catalogue/periods/period';
import { isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import type { ColumnHead } from '@/lib/reporting/mapping/column-heads';
import type { Grid } from '@/lib/reporting/mapping/grid';
import type { HeadRows } from '@/lib/reporting/mapping/head-rows';
import type { KeyColumns } from '@/lib/reporting/mapping/key-columns';
import { nameIn, type Readers } from '@/lib/reporting/mapping/names';
import { periodInCell } from '@/lib/reporting/mapping/row-periods';
import { isTotal, looksLikeFigure, looksLikeYear } from '@/lib/reporting/mapping/row-words';
import type { ColumnUse } from '@/lib/reporting/mapping/words';

/** So many rows below the heads are looked at. */
const looked = 200;

export type ProposedKeys = KeyColumns & {
  /** Further columns of names: those at their right belong to another table beside. */
  readonly others: readonly number[];
};
const keyParts = ['unit', 'indicator', 'period', 'measure', 'qualifier'] as const;

/** The columns of the keys that there are. */
export const keyPlaces = (keys: KeyColumns): number[] =>
  [...keyParts, 'year' as const].flatMap((part) => keys[part] ?? []);
/** What a column of names is; undefined for any other. */
export const keyUse = (keys: KeyColumns, column: number): ColumnUse | undefined =>
  keys.year === column ? 'period' : keyParts.find((part) => keys[part] === column);

/** The columns that name the rows: by what most of their cells are, and by their heads. */
export function proposedKeys(grid: Grid, rows: HeadRows, heads: readonly ColumnHead[], readers: Readers): ProposedKeys {
  const body = bodyOf(grid, rows);
  const shares = heads.map((head, column) => {
    // An area that is merged downwards out of the heads is one of them.
    const isOwn = (row: number) => (grid.mergeAt(row, column)?.startRow ?? row) > rows.to;
    const texts = body
      .filter(isOwn)
      .map((row) => nameIn(grid, row, column))
      .filter((text) => text !== '' && !isTotal(text));
    const share = (is: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(is).length / texts.length);
    const says = (use: ColumnUse) => head.levels.some(({ read }) => read.use === use);
    const isFigures = share(looksLikeFigure) > 0.5;
    const isSaid = says('period');
    const isPeriod = (text: string) => periodInCell(text, head.written) !== null && (isSaid || !looksLikeFigure(text));
    const periods = share(isPeriod);
    // Numbers of four digits are years below a head that says so, or as the names of the rows.
    const isFirst = body.every((row) => (grid.filled(row)[0] ?? column) >= column);
    const years = !isSaid && isFigures && isFirst && isRunOfYears(head, texts) ? 0.6 : 0;
    return {
      texts,
      unit: isFigures ? 0 : share((text) => readers.unit(text).kind === 'one') + (says('unit') ? 0.3 : 0),
      indicator: isFigures
        ? 0
        : share((text) => readers.indicator(text).read.kind !== 'none') + (says('indicator') ? 0.4 : 0),
      period: Math.max(years, isSaid ? periods + 0.4 : periods > 0.5 ? periods : 0),
      measure: isFigures ? 0 : share(readers.isMeasure) + (says('measure') ? 0.3 : 0),
      qualifier: !isFigures && says('qualifier') ? 1 : 0,
    };
  });
  const taken = new Set<number>();
  const best = (part: (typeof keyParts)[number]): number | null => {
    let at = -1;
    for (const [column, share] of shares.entries()) {
      const isBetter = at < 0 || share[part] > (shares[at]?.[part] ?? 0) + 0.05;
      // A column of units with a line among them that names an indicator is one of units.
      if (part !== 'qualifier' && share[part] < Math.max(share.unit, share.indicator, share.period)) continue;
      if (!taken.has(column) && share[part] >= 0.3 && isBetter) at = column;
    }
    if (at < 0) return null;
    taken.add(at);
    return at;
  };
  const measure = best('measure');
  const pair = yearsAndMonths(
    shares.map(({ texts, period }) => (period < 0.5 ? [] : texts)),
    heads,
  );
  for (const column of pair ?? []) taken.add(column);
  const [year, period] = pair ?? [null, best('period')];
  const indicator = best('indicator');
  const unit = best('unit');
  const qualifier = best('qualifier');
  const others = shares.flatMap((share, column) => {
    const isKey = (part: 'unit' | 'indicator' | 'period') => share[part] >= 0.5 && !taken.has(column);
    return isKey('unit') || isKey('indicator') || isKey('period') ? column : [];
  });
  return { measure, year, period, indicator, unit, qualifier, others };
}

function bodyOf(grid: Grid, rows: HeadRows): number[] {
  const all = Array.from({ length: Math.min(looked, grid.height - rows.to - 1) }, (_, at) => rows.to + 1 + at);
  return all.filter(
    (row) => !grid.isBlank(row) && grid.filled(row).length > 1 && !isColumnNumbers(grid.sheet.rows[row] ?? []),
  );
}

/** Whether numbers are the years by which rows are named: in the first column, one after the other. */
function isRunOfYears({ levels }: ColumnHead, texts: readonly string[]): boolean {
  const isFigure = levels.some(({ read }) => read.measures.length > 0 || read.use === 'value' || read.use === 'yoy');
  if (isFigure || !texts.every((text) => /^\d{4}$/.test(text) && looksLikeYear(text))) return false;
  const steps = texts.slice(1).map((text, at) => Number(text) - Number(texts[at]));
  if (steps.length === 0) return levels.length === 0;
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

/** Two columns of which the one has years and the next one their months or quarters; null for none. */
function yearsAndMonths(
  columns: readonly (readonly string[])[],
  heads: readonly ColumnHead[],
): readonly [year: number, period: number] | null {
  const found = columns.flatMap((texts, column) => (texts.length > 0 ? column : []));
  const [year = -1, period = -1, third] = found;
  if (period < 0 || third !== undefined) return null;
  const kinds = (column: number) =>
    (columns[column] ?? []).map((text) => {
      const read = periodInCell(text, heads[column]?.written ?? '');
      if (read?.kind !== 'codes') return read?.kind ?? 'none';
      return read.codes.every((code) => parsePeriod(code)?.kind === 'year') ? 'year' : 'codes';
    });
  const isPair =
    kinds(year).every((kind) => kind === 'year') &&
    kinds(period).filter((kind) => kind === 'bare').length * 2 > kinds(period).length;
  return isPair ? [year, period] : null;
}
