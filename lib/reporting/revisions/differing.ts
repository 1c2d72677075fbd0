import type { ChangedPart, StoodAs } from '@/lib/reporting/revisions/words';
import { compareDecimals } from '@/lib/statistics/numbers';

/** The parts in which two values of one figure differ for a reader: 10.5 and 10.50 are printed differently. */
export function differingParts(before: StoodAs, after: StoodAs): ChangedPart[] {
  const differs: Record<ChangedPart, boolean> = {
    value: before.decimals !== after.decimals || compareDecimals(before.value, after.value) !== 0,
    qualifier: before.qualifier !== after.qualifier || before.qualifierPrinted !== after.qualifierPrinted,
    vintage: before.vintage !== after.vintage,
    source: before.sourceCode !== after.sourceCode,
    reportedYoy: !sameDecimal(before.reportedYoy, after.reportedYoy),
  };
  return (Object.keys(differs) as ChangedPart[]).filter((part) => differs[part]);
}

function sameDecimal(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compareDecimals(a, b) === 0;
}
