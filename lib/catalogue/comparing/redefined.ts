import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';

/**
 * Whether the scope (口径) of an indicator changed between two periods: a definition holds for a period that ends on or
 * after its first day. `redefined` are the first days of its definitions of another scope.
 */
export function isRedefined(redefined: readonly string[], earlier: string, later: string): boolean {
  return redefinedOn(redefined, earlier, later) !== undefined;
}

/** The last of those days between two periods; undefined for none. */
export function redefinedOn(redefined: readonly string[], earlier: string, later: string): string | undefined {
  const [from, to] = [endOf(earlier), endOf(later)];
  return redefined.findLast((day) => from < day && day <= to);
}

function endOf(code: string): string {
  const period = parsePeriod(code);
  return (period && periodDays(period)?.endsOn) ?? '';
}
