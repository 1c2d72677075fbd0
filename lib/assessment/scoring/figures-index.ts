import type { AssessedUnit, InputFigure } from './inputs';

/** The figures of one indicator and period by position of the unit; NaN where a unit has none. */
export type FigureColumn = { readonly values: Float64Array; readonly isBound: Uint8Array };

export type FiguresIndex = (indicator: string, period: string) => FigureColumn | undefined;

type Columns = Map<string, Map<string, FigureColumn>>;

/** An index of figures by indicator and period. Figures of units that are not assessed are left out. */
export function figuresIndex(units: readonly AssessedUnit[], figures: readonly InputFigure[]): FiguresIndex {
  const at = new Map(units.map(({ code }, position) => [code, position]));
  const columns: Columns = new Map();
  for (const { indicator, unit, period, value, qualifier } of figures) {
    const position = at.get(unit);
    if (position === undefined) continue;
    const column = columnAt(columns, indicator, period, units.length);
    column.values[position] = Number(value);
    column.isBound[position] = qualifier === 'at_least' || qualifier === 'at_most' ? 1 : 0;
  }
  return (indicator, period) => columns.get(indicator)?.get(period);
}

/** A column without values. */
export function emptyColumn(size: number): FigureColumn {
  return { values: new Float64Array(size).fill(Number.NaN), isBound: new Uint8Array(size) };
}

function columnAt(columns: Columns, indicator: string, period: string, size: number): FigureColumn {
  const byPeriod = columns.get(indicator) ?? new Map<string, FigureColumn>();
  if (byPeriod.size === 0) columns.set(indicator, byPeriod);
  const found = byPeriod.get(period);
  if (found) return found;
  const column = emptyColumn(size);
  byPeriod.set(period, column);
  return column;
}
