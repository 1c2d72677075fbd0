import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { adjustment, run, runScore, schemeVersion } from '@/db/schema/assessment';
import { period } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { frozenUnits, inSight, list } from '@/lib/assessment/results/queries';
import type { ResultRun } from '@/lib/assessment/results/result-run';
import { readable } from '@/lib/observations/queries';
import type { ComparedResult, CountedEntry, PastResult, Standing, UnitResult } from './unit-result';

const compared = {
  code: runScore.orgUnitCode,
  total: runScore.total,
  shown: runScore.shown,
  rank: runScore.rank,
  blocks: runScore.blocks,
  items: runScore.items,
  adjustments: runScore.adjustments,
};

/** All that a run says of one unit; null when it is not in it, or the principal may not see it. */
export async function unitResult(principal: Principal, runId: string, code: string): Promise<UnitResult | null> {
  const [[row], [unit]] = await Promise.all([
    db()
      .select({
        ...compared,
        isTied: runScore.isTied,
        isApart: runScore.isApart,
        isProvisional: runScore.isProvisional,
        isEligible: runScore.isEligible,
        grade: runScore.grade,
        previousRank: runScore.previousRank,
        notes: runScore.notes,
        figures: runScore.figures,
        targets: runScore.targets,
      })
      .from(runScore)
      .innerJoin(run, eq(run.id, runScore.runId))
      .where(
        and(
          eq(runScore.runId, runId),
          eq(runScore.orgUnitCode, code),
          inSight(principal),
          readable(principal, runScore.orgUnitCode),
        ),
      ),
    frozenUnits(principal, runId, [code]),
  ]);
  return row && unit ? { ...row, nameZh: unit.nameZh, nameEn: unit.nameEn } : null;
}

/** Whom a unit is held against: the first, or for the first itself the next one; null when there is nobody else. */
export async function rivalOf(principal: Principal, runId: string, code: string): Promise<ComparedResult | null> {
  const [row] = await db()
    .select(compared)
    .from(runScore)
    .innerJoin(run, eq(run.id, runScore.runId))
    .where(
      and(
        eq(runScore.runId, runId),
        sql`${runScore.rank} is not null and ${runScore.orgUnitCode} <> ${code}`,
        inSight(principal),
        readable(principal, runScore.orgUnitCode),
      ),
    )
    .orderBy(asc(runScore.position))
    .limit(1);
  if (!row) return null;
  const [unit] = await frozenUnits(principal, runId, [row.code]);
  return unit ? { ...row, nameZh: unit.nameZh, nameEn: unit.nameEn } : null;
}

/** How each block and item of a unit stands among the ranked units of its run. */
export async function standingsOf(principal: Principal, runId: string, code: string): Promise<Standing[]> {
  return db().execute<Standing>(sql`
    with parts as (
      select s.org_unit_code as code, s.rank, 'block' as kind, (p.at - 1)::int as at,
        (p.part ->> 'score')::float8 / (p.part ->> 'full')::float8 * 100 as share
      from ${runScore} s, jsonb_array_elements(s.blocks) with ordinality p(part, at) where s.run_id = ${runId}
      union all
      select s.org_unit_code, s.rank, 'item', (p.at - 1)::int, (p.part ->> 'share')::float8
      from ${runScore} s, jsonb_array_elements(s.items) with ordinality p(part, at) where s.run_id = ${runId}
    )
    select peers.kind, peers.at,
      case when own.rank is null or own.share is null then null
        else 1 + count(*) filter (where peers.share > own.share + 1e-9) end::int as place,
      count(peers.share)::int as of,
      percentile_cont(0.5) within group (order by peers.share) as median,
      max(peers.share) as best
    from parts peers
    join parts own on own.kind = peers.kind and own.at = peers.at and own.code = ${code}
    where peers.rank is not null and peers.share is not null
      and exists (select from ${run} where ${run.id} = ${runId} and ${inSight(principal) ?? sql`true`})
    group by peers.kind, peers.at, own.rank, own.share
    order by peers.kind, peers.at`);
}

/** What the published runs of a scheme said of a unit, the oldest first. */
export async function historyOf(
  principal: Principal,
  { schemeCode }: Pick<ResultRun, 'schemeCode'>,
  code: string,
): Promise<PastResult[]> {
  return db()
    .select({
      runId: run.id,
      periodCode: run.periodCode,
      shown: runScore.shown,
      rank: runScore.rank,
      isTied: runScore.isTied,
      isApart: runScore.isApart,
      ranked: run.ranked,
      grade: sql<PastResult['grade']>`(
        select jsonb_build_object('nameZh', g -> 'nameZh', 'nameEn', g -> 'nameEn')
        from jsonb_array_elements(${schemeVersion.document} -> 'grades' -> 'grades') g
        where g ->> 'key' = ${runScore.grade})`,
    })
    .from(runScore)
    .innerJoin(run, eq(run.id, runScore.runId))
    .innerJoin(
      schemeVersion,
      and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
    )
    .innerJoin(period, eq(period.code, run.periodCode))
    .where(
      and(
        eq(runScore.orgUnitCode, code),
        eq(run.schemeCode, schemeCode),
        eq(run.state, 'published'),
        readable(principal, runScore.orgUnitCode),
      ),
    )
    .orderBy(asc(period.sortKey));
}

/** The entries of the ledger about a unit as the run froze them; the evidence only for who may see the ledger. */
export async function entriesOf(principal: Principal, runId: string, code: string): Promise<CountedEntry[]> {
  const mayEvidence = maySee(principal.role, 'ledger');
  return db().execute<CountedEntry>(sql`
    select e.*, case when ${mayEvidence} then coalesce(a.evidence, '') else '' end as evidence
    from ${run}, jsonb_to_recordset(${run.terms} -> 'entries')
      as e(id text, unit text, kind text, node text, rule text, points float8, incident text, article text, reason text)
    left join ${adjustment} a on a.id = e.id
    where ${run.id} = ${runId} and e.unit = ${code} and ${inSight(principal) ?? sql`true`}
      and ${principal.units === 'all' ? sql`true` : sql`e.unit in (${list(principal.units)})`}
    order by e.node, e.kind, e.id`);
}
