import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { run, runScore } from '@/db/schema/assessment';
import { period } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { ShareScale } from '@/lib/assessment/rankings/grid/share-scale';
import { list, namedUnits } from '@/lib/assessment/rankings/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import type { Note } from '@/lib/assessment/words';
import type { Named } from '@/lib/i18n/words';

/** A unit with its share of each item in percent of the item's points, and its place among the ranked units. */
export type HeatRow = Named & {
  readonly position: number;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  readonly notes: readonly Note[];
  readonly shares: readonly (number | null)[];
};

/** The units of a run from one position on, with the shares of all items; `own` units are always included. */
export async function heatRows(
  principal: Principal,
  result: ResultRun,
  { from, length, own }: { from: number; length: number; own: readonly string[] },
): Promise<HeatRow[]> {
  const shown = readable(principal, sql`s.org_unit_code`);
  return db().execute<HeatRow>(sql`
    with ${namedUnits(principal, result.id)}
    select s.org_unit_code as code, named.unit -> s.org_unit_code ->> 'nameZh' as "nameZh",
      named.unit -> s.org_unit_code ->> 'nameEn' as "nameEn", s.position, s.rank, s.is_tied as "isTied",
      s.is_provisional as "isProvisional", s.is_eligible as "isEligible", s.notes, s.item_shares as shares
    from ${runScore} s, named
    where s.run_id = ${result.id} and ${shown}
      and ((s.position > ${from} and s.position <= ${from + length}) or s.org_unit_code in (${list(own)}))
    order by s.position`);
}

/** The range of the shares of all units of a run; null without any. */
export async function heatScale(principal: Principal, result: ResultRun): Promise<ShareScale | null> {
  const [found] = await db().execute<{ low: number | null; high: number | null }>(sql`
    select min(share) as low, max(share) as high from ${runScore} s, unnest(s.item_shares) share
    where s.run_id = ${result.id} and ${readable(principal, sql`s.org_unit_code`)}`);
  return found?.low == null || found.high === null ? null : { low: found.low, high: found.high };
}

/** A unit's rank in a published run of a scheme. */
export type RankPoint = {
  readonly code: string;
  readonly periodCode: string;
  readonly rank: number;
  readonly runId: string;
};

/**
 * The ranks of the published runs of a scheme, oldest first; of long rankings the first `most` units and the reader's
 * own.
 */
export async function rankCourse(
  principal: Principal,
  schemeCode: string,
  { most, own }: { most: number; own: readonly string[] },
): Promise<RankPoint[]> {
  const rows = await db()
    .select({ code: runScore.orgUnitCode, periodCode: run.periodCode, rank: runScore.rank, runId: run.id })
    .from(runScore)
    .innerJoin(run, eq(run.id, runScore.runId))
    .innerJoin(period, eq(period.code, run.periodCode))
    .where(
      and(
        eq(run.schemeCode, schemeCode),
        eq(run.state, 'published'),
        sql`${runScore.rank} is not null`,
        sql`(${runScore.orgUnitCode} in (${list(own)}) or ${runScore.orgUnitCode} in (
          select s.org_unit_code from run_score s join run r on r.id = s.run_id join period p on p.code = r.period_code
          where r.scheme_code = ${schemeCode} and r.state = 'published' and s.position <= ${most}
            and p.sort_key = (select max(q.sort_key) from run o join period q on q.code = o.period_code
              where o.scheme_code = ${schemeCode} and o.state = 'published')))`,
        readable(principal, runScore.orgUnitCode),
      ),
    )
    .orderBy(asc(period.sortKey), asc(runScore.position));
  return rows.flatMap(({ rank, ...row }) => (rank === null ? [] : [{ ...row, rank }]));
}
