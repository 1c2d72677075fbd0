import { and, asc, eq, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { adjustment, run, runScore, schemeVersion } from '@/db/schema/assessment';
import { period } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { inSight, replacedOf, targetAnswers } from '@/lib/assessment/queries';
import { frozenUnits } from '@/lib/assessment/rankings/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { withTouching } from '@/lib/assessment/rankings/said-when-read';
import { withTargetNotes } from '@/lib/assessment/rankings/target-notes';
import { itemColumns } from '@/lib/assessment/runs/queries';
import { itemsStored } from '@/lib/assessment/runs/stored-items';
import { blocksOf, fullOf } from '@/lib/assessment/schemes/document/nodes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { type PartShares, standingsAmong } from './standings';
import type { ComparedResult, CountedEntry, PastResult, Standing, UnitResult } from './unit-result';

const compared = {
  code: runScore.orgUnitCode,
  total: runScore.total,
  shown: runScore.shown,
  rank: runScore.rank,
  blocks: runScore.blocks,
  items: itemColumns,
  adjustments: runScore.adjustments,
};

/** The whole result of one unit in a run; null when it is not in it, or the principal may not see it. */
export async function unitResult(
  principal: Principal,
  runId: string,
  code: string,
  on: Database | Tx = db(),
): Promise<UnitResult | null> {
  const [[row], [unit]] = await Promise.all([
    on
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
        periodCode: run.periodCode,
        document: schemeVersion.document,
        answers: targetAnswers(runScore.orgUnitCode, run.id),
        replaced: replacedOf,
      })
      .from(runScore)
      .innerJoin(run, eq(run.id, runScore.runId))
      .innerJoin(
        schemeVersion,
        and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
      )
      .where(
        and(
          eq(runScore.runId, runId),
          eq(runScore.orgUnitCode, code),
          inSight(principal),
          readable(principal, runScore.orgUnitCode),
        ),
      ),
    frozenUnits(principal, runId, [code], on),
  ]);
  if (!row || !unit) return null;
  const { document, periodCode, answers, replaced: all, ...stored } = row;
  const of = { scheme: Scheme.parse(document), periodCode };
  const replaced = all.filter((one) => one.unit === code);
  return {
    ...{ ...stored, replaced },
    items: withTargetNotes(of, itemsStored(row.items), { targets: row.targets, answers, replaced }),
    notes: withTouching(row, { scheme: of.scheme, states: row.items.itemWorkings.states, replaced, answers }),
    nameZh: unit.nameZh,
    nameEn: unit.nameEn,
  };
}

/** The unit for comparison: the first, or for the first itself the second; null when there is no other. */
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
  return unit ? { ...row, items: itemsStored(row.items), nameZh: unit.nameZh, nameEn: unit.nameEn } : null;
}

/**
 * The standing of each block and item of a unit among the ranked units of its run; empty for a unit that is not in it.
 * Only the shares leave the database: for three thousand units they are a tenth of the stored data.
 */
export async function standingsOf(principal: Principal, { id, scheme }: ResultRun, code: string): Promise<Standing[]> {
  const rows = await db().execute<PartShares & { isRanked: boolean }>(sql`
    select s.org_unit_code as code, s.rank is not null as "isRanked",
      jsonb_path_query_array(s.blocks, '$[*].score') as blocks, s.item_shares as items
    from ${runScore} s join ${run} on ${run.id} = s.run_id
    where s.run_id = ${id} and (s.rank is not null or s.org_unit_code = ${code}) and ${inSight(principal)}`);
  const fulls = blocksOf(scheme).map(fullOf);
  const shares = rows.map(({ blocks, ...row }) => ({
    ...row,
    blocks: blocks.map((score, at) => (score === null ? null : (score / (fulls[at] ?? 100)) * 100)),
  }));
  const own = shares.find((row) => row.code === code);
  return own
    ? standingsAmong(
        shares.filter(({ isRanked }) => isRanked),
        own,
      )
    : [];
}

/** The results of a unit in the published runs of a scheme, oldest first. */
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
      units: run.units,
      isProvisional: runScore.isProvisional,
      isEligible: runScore.isEligible,
      notes: runScore.notes,
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

/** The ledger entries about a unit as the run froze them; the evidence only for a principal who may see the ledger. */
export async function entriesOf(
  principal: Principal,
  runId: string,
  code: string,
  on: Database | Tx = db(),
): Promise<CountedEntry[]> {
  const mayEvidence = maySee(principal.role, 'ledger');
  return on.execute<CountedEntry>(sql`
    select e.*, case when ${mayEvidence} then coalesce(a.evidence, '') else '' end as evidence
    from ${run}, jsonb_to_recordset(${run.terms} -> 'entries')
      as e(id text, unit text, kind text, node text, rule text, points float8, incident text, article text, reason text)
    left join ${adjustment} a on a.id = e.id
    where ${run.id} = ${runId} and e.unit = ${code} and ${inSight(principal)}
      and ${readable(principal, sql`e.unit`)}
    order by e.node, e.kind, e.id`);
}
