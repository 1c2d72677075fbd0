import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { period, source } from '@/db/schema/catalogue';
import { coverage, observation, sourceCoverage } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Coverage } from '@/lib/catalogue/indicators/words';
import { citedSource } from '@/lib/observations/queries';

type Counted = Omit<Coverage, 'isWeak'> & { readonly indicatorCode: string };

/** The periods in which units of sequences have figures of some indicators, newest first; undated ones left out. */
export async function coverageOf(
  principal: Principal,
  codes: readonly string[],
): Promise<(Coverage & { readonly indicatorCode: string })[]> {
  if (codes.length === 0) return [];
  const [covered, weak] = await Promise.all([countedIn(principal, codes), weakFigures(principal, codes)]);
  const weakOf = new Map(weak.map((row) => [`${row.indicatorCode} ${row.periodCode}`, row.figures]));
  return covered.map((row) => ({
    ...row,
    isWeak: (weakOf.get(`${row.indicatorCode} ${row.periodCode}`) ?? 0) * 2 > row.units,
  }));
}

/** The coverage from the stored counts; counted anew for a principal limited to some units. */
async function countedIn(principal: Principal, codes: readonly string[]): Promise<Counted[]> {
  if (principal.units === 'all') {
    return db()
      .select({
        indicatorCode: coverage.indicatorCode,
        groupCode: coverage.peerGroupCode,
        periodCode: coverage.periodCode,
        kind: period.kind,
        sortKey: period.sortKey,
        units: coverage.units,
      })
      .from(coverage)
      .innerJoin(period, eq(period.code, coverage.periodCode))
      .where(and(inArray(coverage.indicatorCode, [...codes]), ne(period.kind, 'undated')))
      .orderBy(desc(period.sortKey));
  }
  return db().execute<Counted>(sql`
    select observation.indicator_code as "indicatorCode", m.peer_group_code as "groupCode", p.code as "periodCode", p.kind,
      p.sort_key as "sortKey", count(distinct observation.org_unit_code)::int as units
    from observation
    join period p on p.code = observation.period_code and p.kind <> 'undated'
    join peer_group_member m on m.org_unit_code = observation.org_unit_code
      and m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)
    where ${inArray(observation.indicatorCode, [...codes])} and ${readable(principal, observation.orgUnitCode)}
    group by 1, 2, 3, 4, 5
    order by p.sort_key desc`);
}

/** The number of figures from unverified documents, per period; for who reads all units the counts kept on write. */
function weakFigures(
  principal: Principal,
  codes: readonly string[],
): Promise<{ indicatorCode: string; periodCode: string; figures: number }[]> {
  if (principal.units === 'all') {
    const { indicatorCode, periodCode } = sourceCoverage;
    return db()
      .select({ indicatorCode, periodCode, figures: sql<number>`sum(${sourceCoverage.figures})::int` })
      .from(sourceCoverage)
      .innerJoin(source, eq(source.code, sourceCoverage.sourceCode))
      .where(and(inArray(indicatorCode, [...codes]), eq(source.reliability, 'unverified')))
      .groupBy(indicatorCode, periodCode);
  }
  const { indicatorCode, periodCode } = observation;
  return db()
    .select({ indicatorCode, periodCode, figures: count() })
    .from(observation)
    .innerJoin(source, citedSource)
    .where(
      and(
        inArray(indicatorCode, [...codes]),
        eq(source.reliability, 'unverified'),
        readable(principal, observation.orgUnitCode),
      ),
    )
    .groupBy(indicatorCode, periodCode);
}
