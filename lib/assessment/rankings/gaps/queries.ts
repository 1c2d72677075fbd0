import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { runScore, run as runTable } from '@/db/schema/assessment';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { type Gap, gapsTo } from '@/lib/assessment/explanation/contributions';
import { inSight } from '@/lib/assessment/queries';
import { rivalOf } from '@/lib/assessment/rankings/card/queries';
import { frozenUnits, list } from '@/lib/assessment/rankings/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { itemColumns } from '@/lib/assessment/runs/queries';
import { itemsStored } from '@/lib/assessment/runs/stored-items';
import type { Named } from '@/lib/i18n/words';

/** Where a unit lost points to the first, in points of the total. */
export type UnitGap = Gap & { readonly unit: Named };

/** The most units whose gaps are compared. */
export const mostCompared = 200;

/**
 * The largest losses of points against the first of a run, over some units or all of them, with the first; empty for a run
 * without places. Of more than `mostCompared` units only those in `codes` are compared.
 */
export async function largestGaps(
  principal: Principal,
  { id, scheme }: Pick<ResultRun, 'id' | 'scheme'>,
  { codes, most }: { readonly codes: readonly string[]; readonly most: number },
): Promise<{ readonly first: Named | null; readonly gaps: readonly UnitGap[] }> {
  const some = codes.length > 0 ? sql`${runScore.orgUnitCode} in (${list(codes)})` : undefined;
  const [first, rows] = await Promise.all([
    rivalOf(principal, id, ''),
    db()
      .select({
        unit: runScore.orgUnitCode,
        total: runScore.total,
        blocks: runScore.blocks,
        items: itemColumns,
        adjustments: runScore.adjustments,
      })
      .from(runScore)
      .innerJoin(runTable, eq(runTable.id, runScore.runId))
      .where(and(eq(runScore.runId, id), inSight(principal), readable(principal, runScore.orgUnitCode), some))
      .orderBy(asc(runScore.position))
      .limit(mostCompared + 1),
  ]);
  if (!first || rows.length > mostCompared) return { first, gaps: [] };
  const all = rows.flatMap(({ unit, items, ...row }) =>
    unit === first.code
      ? []
      : gapsTo(scheme, { ...row, items: itemsStored(items) }, first).flatMap((gap) =>
          gap.kind !== 'rest' && gap.lost > 0 ? [{ ...gap, unit }] : [],
        ),
  );
  const largest = all.sort((a, b) => b.lost - a.lost).slice(0, most);
  const names = new Map(
    (await frozenUnits(principal, id, [...new Set(largest.map(({ unit }) => unit))])).map((one) => [one.code, one]),
  );
  return {
    first,
    gaps: largest.flatMap(({ unit, ...gap }) => {
      const named = names.get(unit);
      return named ? [{ ...gap, unit: named }] : [];
    }),
  };
}
