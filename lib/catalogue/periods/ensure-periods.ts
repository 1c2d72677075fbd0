import type { Tx } from '@/db/client';
import { period } from '@/db/schema/catalogue';
import { parsePeriod, periodDays, periodSortKey, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';

/** Inserts the given periods where they are missing. */
export async function ensurePeriods(tx: Tx, codes: Iterable<string>): Promise<void> {
  const rows = [...new Set(codes)].flatMap((code) => {
    const parsed = parsePeriod(code);
    if (!parsed) return [];
    const days = periodDays(parsed);
    return [
      {
        code,
        kind: parsed.kind,
        year: parsed.kind === 'undated' ? null : parsed.year,
        startsOn: days?.startsOn ?? null,
        endsOn: days?.endsOn ?? null,
        yearEarlier: yearEarlier(parsed),
        previous: previousPeriod(parsed),
        sortKey: periodSortKey(parsed),
      },
    ];
  });
  if (rows.length > 0) await tx.insert(period).values(rows).onConflictDoNothing();
}
