import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Database, db, type Tx } from '@/db/client';
import { run, scheme, schemeVersion } from '@/db/schema/assessment';
import { peerGroup, period } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { groupThen, inSight, replacedOf } from '@/lib/assessment/queries';
import type { FrozenUnit, ResultRun, RunChoice } from '@/lib/assessment/rankings/result-run';
import { withRunNotes } from '@/lib/assessment/rankings/said-when-read';
import type { AcrossDefinition } from '@/lib/assessment/runs/words';
import { storedScheme } from '@/lib/assessment/schemes/read-scheme';

/** The published runs by scheme, real ones first; within each scheme the newest period first. */
export async function publishedRuns(principal: Principal): Promise<RunChoice[]> {
  return db()
    .select({
      id: run.id,
      schemeCode: run.schemeCode,
      nameZh: sql<string>`${schemeVersion.document} ->> 'nameZh'`,
      nameEn: sql<string>`${schemeVersion.document} ->> 'nameEn'`,
      group: groupThen,
      periodCode: run.periodCode,
      isDemonstration: run.isDemonstration,
      isExample: sql<boolean>`coalesce((${schemeVersion.document} -> 'isExample')::boolean, false)`,
      publishedAt: run.publishedAt,
    })
    .from(run)
    .innerJoin(
      schemeVersion,
      and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
    )
    .innerJoin(scheme, eq(scheme.code, run.schemeCode))
    .innerJoin(peerGroup, eq(peerGroup.code, run.peerGroupCode))
    .innerJoin(period, eq(period.code, run.periodCode))
    .where(and(eq(run.state, 'published'), inSight(principal)))
    .orderBy(asc(scheme.isDemonstration), asc(peerGroup.sortOrder), asc(scheme.code), desc(period.sortKey));
}

/** A run with its scheme document; null for none, or for one that the principal may not see. */
export async function resultRun(principal: Principal, id: string, on: Database | Tx = db()): Promise<ResultRun | null> {
  const before = alias(run, 'before');
  const [found] = await on
    .select({
      id: run.id,
      schemeCode: run.schemeCode,
      schemeVersion: run.schemeVersion,
      document: schemeVersion.document,
      group: groupThen,
      periodCode: run.periodCode,
      state: run.state,
      isDemonstration: run.isDemonstration,
      units: run.units,
      ranked: run.ranked,
      notes: run.notes,
      acknowledged: run.acknowledged,
      replaced: replacedOf,
      acrossDefinitions: sql<readonly AcrossDefinition[]>`coalesce(${run.terms} -> 'acrossDefinitions', '[]')`,
      sha256: run.sha256,
      previousId: before.id,
      previousPeriod: before.periodCode,
      computedAt: run.computedAt,
      approvedAt: run.approvedAt,
      publishedAt: run.publishedAt,
    })
    .from(run)
    .innerJoin(
      schemeVersion,
      and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
    )
    .innerJoin(peerGroup, eq(peerGroup.code, run.peerGroupCode))
    .leftJoin(before, eq(before.id, run.previousRunId))
    .where(and(eq(run.id, id), inSight(principal)));
  if (!found) return null;
  const { document, previousId, previousPeriod, acrossDefinitions, notes, ...rest } = found;
  const previous = previousId && previousPeriod ? { id: previousId, periodCode: previousPeriod } : null;
  const parsed = storedScheme(document);
  const said = { scheme: parsed, periodCode: rest.periodCode, across: acrossDefinitions };
  return { ...rest, notes: withRunNotes(notes, said), scheme: parsed, previous };
}

/** The units of a run under their names at that time, in the official order; all or some. */
export async function frozenUnits(
  principal: Principal,
  runId: string,
  codes?: readonly string[],
  on: Database | Tx = db(),
): Promise<FrozenUnit[]> {
  const wanted = codes && sql`and u.code in (${list(codes)})`;
  return on.execute<FrozenUnit>(sql`
    select u.code, u."nameZh", u."nameEn", u."order"
    from ${run}, jsonb_to_recordset(${run.terms} -> 'units') as u(code text, "nameZh" text, "nameEn" text, "order" int)
    where ${and(eq(run.id, runId), inSight(principal), readable(principal, sql`u.code`))} ${wanted}
    order by u."order"`);
}

/**
 * A table expression `named` of one row, whose `unit` holds the units of a run by code: `unit -> code ->> 'nameZh'`. A
 * lookup rather than a join, since the planner expects few elements in a JSON list and would join row by row. No row
 * for a run that the principal may not see.
 */
export function namedUnits(principal: Principal, runId: string): SQL {
  return sql`named as materialized (
    select (select jsonb_object_agg(u ->> 'code', u) from jsonb_array_elements(${run.terms} -> 'units') u) as unit
    from ${run} where ${and(eq(run.id, runId), inSight(principal))})`;
}

/** Codes as a SQL list; without codes, a list that matches nothing. */
export function list(codes: readonly string[]): SQL {
  return codes.length === 0
    ? sql`null`
    : sql.join(
        codes.map((code) => sql`${code}`),
        sql`, `,
      );
}
