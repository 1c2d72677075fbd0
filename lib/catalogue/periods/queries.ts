import { and, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { peerGroupMember, period } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { parsePeriod, periodDays, periodSortKey, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';

/** The condition that a member belongs to its group on some day of the row's period. */
export const memberInPeriod = and(
  lte(peerGroupMember.validFrom, sql`${period.endsOn}`),
  or(isNull(peerGroupMember.validTo), gte(peerGroupMember.validTo, sql`${period.startsOn}`)),
);

/** Inserts the given periods where they are missing. */
export async function ensurePeriods(_principal: Principal, tx: Tx, codes: Iterable<string>): Promise<void> {
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
