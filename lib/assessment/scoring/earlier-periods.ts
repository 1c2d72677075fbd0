import { parsePeriod, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';

export type Against = 'yearEarlier' | 'previous';

/** The number of earlier periods that are searched for a unit's last figure. */
const carriedFrom = 4;

/** The code of the earlier period for a comparison; null when there is none. */
export function earlierPeriod(code: string, against: Against): string | null {
  const period = parsePeriod(code);
  if (!period) return null;
  return against === 'yearEarlier' ? yearEarlier(period) : previousPeriod(period);
}

/** The periods of the same kind from which a missing figure may be carried, the latest first. */
export function carryPeriods(code: string): string[] {
  const kind = parsePeriod(code)?.kind;
  return periodsBefore(code, kind === 'yearToDate' ? 'yearEarlier' : 'previous', carriedFrom);
}

/** The `count` periods before one, latest first; fewer when there are no more. */
export function periodsBefore(code: string, against: Against, count: number): string[] {
  const found: string[] = [];
  let at = earlierPeriod(code, against);
  while (at !== null && found.length < count) {
    found.push(at);
    at = earlierPeriod(at, against);
  }
  return found;
}
