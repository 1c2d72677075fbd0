import { isSame } from '@/lib/statistics/noise';

/** The data of one part of a block: a value per unit, null for none, and the better direction. */
export type DataColumn = {
  readonly key: string;
  readonly isMoreBetter: boolean;
  /** Whether the values are the shares that were earned, not the values that were scored. */
  readonly isShare: boolean;
  readonly values: readonly (number | null)[];
};

export type ComparableColumns = {
  /** For every column, the values of the included units, from 0 (worst) to 1 (best); all 0 where they do not differ. */
  readonly columns: readonly (readonly number[])[];
  /** The indices of the included units. */
  readonly units: readonly number[];
  /** The indices of the units left out, because a value is missing. */
  readonly leftOut: readonly number[];
  /** The keys of the columns in which all units are equal. */
  readonly constant: readonly string[];
};

/**
 * Scales columns by min-max with their direction (OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step
 * 5), so that negative values and different units of measure do no harm. A unit with a missing value is left out and
 * listed: a guess would distort the weights.
 */
export function comparableColumns(columns: readonly DataColumn[]): ComparableColumns {
  const count = columns[0]?.values.length ?? 0;
  const places = Array.from({ length: count }, (_, at) => at);
  const isWhole = (at: number) => columns.every(({ values }) => Number.isFinite(values[at] ?? Number.NaN));
  const units = places.filter(isWhole);
  const scaled = columns.map(({ values, isMoreBetter }) => {
    const there = units.map((at) => values[at] ?? 0);
    const [low, high] = [Math.min(...there), Math.max(...there)];
    if (!(high > low)) return there.map(() => 0);
    return there.map((value) => (isMoreBetter ? value - low : high - value) / (high - low));
  });
  return {
    columns: scaled,
    units,
    leftOut: places.filter((at) => !isWhole(at)),
    constant: columns.filter((_, at) => scaled[at]?.every((value) => value === 0)).map(({ key }) => key),
  };
}

/** The keys of the columns in which a value of the same units is below zero, and so no share of a sum. */
export function belowZero(columns: readonly DataColumn[], { units }: Pick<ComparableColumns, 'units'>): string[] {
  return columns.filter(({ values }) => units.some((at) => (values[at] ?? 0) < 0)).map(({ key }) => key);
}

/**
 * The same units with their values as they are, without scale and direction; all 0 where they do not differ. Null where a
 * value is below zero.
 */
export function rawColumns(columns: readonly DataColumn[], data: ComparableColumns): ComparableColumns | null {
  const { units } = data;
  if (belowZero(columns, data).length > 0) return null;
  const there = columns.map(({ values }) => units.map((at) => values[at] ?? 0));
  const raw = there.map((values) =>
    values.every((value) => isSame(value, values[0] ?? 0)) ? values.map(() => 0) : values,
  );
  return { columns: raw, units, leftOut: [], constant: [] };
}

/** Amounts as fractions that sum to 1; null for a sum of zero. */
export function sharesOf(amounts: readonly number[]): readonly number[] | null {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return sum > 0 ? amounts.map((amount) => amount / sum) : null;
}
