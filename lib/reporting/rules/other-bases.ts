import type { Compared } from '@/lib/catalogue/comparing/queries';
import type { OtherBase } from '@/lib/catalogue/comparing/words';
import { parsePeriod, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { comparedKey } from '@/lib/reporting/figure-key';
import { partsOfYear } from '@/lib/reporting/rules/rule-checks';
import type { KnownValues } from '@/lib/reporting/words';

/** The comparisons of a unit's figures of a period that checks make: with the period before, and those of a year. */
export function comparisonsOf(unit: string, indicators: readonly string[], later: string): Compared[] {
  const period = parsePeriod(later);
  if (!period) return [];
  const isMonthly = period.kind === 'month' || period.kind === 'yearToDate';
  const before = [previousPeriod(period), yearEarlier(period), isMonthly ? partsOfYear(period).last : null];
  return [...new Set(before)].flatMap((earlier) =>
    earlier === null ? [] : indicators.map((indicator) => ({ unit, indicator, earlier, later })),
  );
}

/**
 * What stands in place of earlier figures of a unit where units merged or split since, by `comparedKey`: the sum of those
 * that merged, or null where nothing is comparable.
 */
export function basesIn(asked: readonly Compared[], otherOf: (one: Compared) => OtherBase | null): KnownValues {
  return Object.fromEntries(
    asked.flatMap((one) => {
      const other = otherOf(one);
      if (!other || one.earlier === null) return [];
      return [[comparedKey(one.indicator, one.earlier, one.later), other.value]];
    }),
  );
}
