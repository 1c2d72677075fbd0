import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';

/**
 * Whether the definition (口径) of an indicator changed between two periods: a definition holds for a period that ends on
 * or after its first day. `redefined` are the first days of its changed definitions.
 */
export function isRedefined(redefined: readonly string[], earlier: string, later: string): boolean {
  const [from, to] = [endOf(earlier), endOf(later)];
  return redefined.some((day) => from < day && day <= to);
}

function endOf(code: string): string {
  const period = parsePeriod(code);
  return (period && periodDays(period)?.endsOn) ?? '';
}
