import { periodCode } from '@/lib/catalogue/periods/period';
import type { Basis } from '@/lib/catalogue/words';
import type { TargetPlan } from '@/lib/monitoring/targets/words';
import { sumOfDecimals } from '@/lib/statistics/numbers';

/** Bases whose figure at the end of a year is that of its last month. */
export const levelBases: readonly Basis[] = ['endOfPeriod', 'sinceFounding'];

/**
 * The periods whose figure is that of a whole year, the best first: the year, its year to date; for a level also its
 * last quarter, half and month.
 */
export function wholeYear(year: number): { readonly all: readonly string[]; readonly levels: readonly string[] } {
  return {
    all: [periodCode('year', year, 1), periodCode('yearToDate', year, 12)],
    levels: [periodCode('month', year, 12), periodCode('quarter', year, 4), periodCode('half', year, 2)],
  };
}

/** A way to know where a year stood at the end of a part: the figure of a period, or the sum of several. */
export type PartSource = readonly string[];

/** The ways to know where a year stood at the end of each part, the best first; sums only where amounts add up. */
export function partSources(year: number, by: TargetPlan['by'], adds: boolean): PartSource[][] {
  const count = by === 'quarter' ? 4 : 12;
  return Array.from({ length: count }, (_, at) => {
    const month = ((at + 1) * 12) / count;
    const quarter = month % 3 === 0 ? month / 3 : null;
    const single: PartSource[] = [
      [periodCode('yearToDate', year, month)],
      ...(adds ? [] : [[periodCode('month', year, month)]]),
      ...(adds || quarter === null ? [] : [[periodCode('quarter', year, quarter)]]),
      ...(month === 3 && adds ? [[periodCode('quarter', year, 1)]] : []),
      ...(month === 6 ? [[periodCode('half', year, 1)]] : []),
      ...(month === 12 ? [[periodCode('year', year, 1)]] : []),
    ];
    if (!adds) return single;
    const sums: PartSource[] = [
      ...(quarter === null ? [] : [Array.from({ length: quarter }, (_, q) => periodCode('quarter', year, q + 1))]),
      Array.from({ length: month }, (_, m) => periodCode('month', year, m + 1)),
    ];
    return [...single, ...sums];
  });
}

/** The first way of which every figure is known. */
export const knownWay = (ways: readonly PartSource[], isKnown: (period: string) => boolean): PartSource | undefined =>
  ways.find((way) => way.every(isKnown));

/** The end of a part by the first way of which every figure is known; null for none. */
export function endBy(ways: readonly PartSource[], valueIn: (period: string) => string | undefined): string | null {
  const found = knownWay(ways, (period) => valueIn(period) !== undefined);
  if (!found) return null;
  const values = found.map((period) => valueIn(period) ?? '');
  return values.length === 1 ? (values[0] ?? null) : sumOfDecimals(values);
}

/** The year of a moment in Shanghai, which is eight hours ahead all year. */
export const yearOf = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
