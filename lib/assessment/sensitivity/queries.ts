import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod';
import { db, type Tx } from '@/db/client';
import { run, runScore, schemeVersion } from '@/db/schema/assessment';
import { indicator } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { inSightWhole } from '@/lib/assessment/queries';
import { itemColumns } from '@/lib/assessment/runs/queries';
import { itemsStored } from '@/lib/assessment/runs/stored-items';
import { Code, Key } from '@/lib/assessment/schemes/atoms/bounds';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { RunState } from '@/lib/assessment/words';
import { Refusal } from '@/lib/errors';
import { RunId } from './run-id';
import { withWeights } from './with-weights';

const head = {
  id: run.id,
  state: run.state,
  version: run.version,
  schemeCode: run.schemeCode,
  schemeVersion: run.schemeVersion,
  document: schemeVersion.document,
  period: run.periodCode,
  isDemonstration: run.isDemonstration,
  units: run.units,
  items: run.items,
  ranked: run.ranked,
  terms: run.terms,
  bases: run.bases,
  robustness: run.robustness,
  publishedAt: run.publishedAt,
};
const itsVersion = and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion));

/** A run with its scheme, without its rows. */
export type RunHead = Awaited<ReturnType<typeof runHead>> & object;

/** The stored result of a unit in a run. */
export type StoredRow = Awaited<ReturnType<typeof rowsIn>>[number];

/** A run in the menu of runs. */
export type RunChoice = {
  readonly id: string;
  readonly state: RunState;
  readonly schemeCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly period: string;
  readonly isAnalysed: boolean;
};

/** The runs to choose from, published ones before trials, the newest first; those that were superseded are left out. */
export async function runChoices(principal: Principal): Promise<RunChoice[]> {
  return db()
    .select({
      id: run.id,
      state: run.state,
      schemeCode: run.schemeCode,
      nameZh: sql<string>`${schemeVersion.document} ->> 'nameZh'`,
      nameEn: sql<string>`${schemeVersion.document} ->> 'nameEn'`,
      period: run.periodCode,
      isAnalysed: sql<boolean>`${run.robustness} is not null`,
    })
    .from(run)
    .innerJoin(schemeVersion, itsVersion)
    .where(and(inSightWhole(principal), inArray(run.state, ['trial', 'approved', 'published'])))
    .orderBy(desc(eq(run.state, 'published')), desc(run.computedAt), asc(run.id))
    .limit(200);
}

/** A run and its scheme; null where the principal sees none. */
export async function runHead(principal: Principal, id: string) {
  const [found] = await db()
    .select(head)
    .from(run)
    .innerJoin(schemeVersion, itsVersion)
    .where(and(eq(run.id, id), inSightWhole(principal)));
  if (!found) return null;
  const { document, ...rest } = found;
  return { ...rest, scheme: Scheme.parse(document) };
}

/** The stored results of all units of a run, in the order of its ranking. */
export async function runRows(principal: Principal, id: string): Promise<StoredRow[]> {
  return rowsIn(db(), principal, id);
}

async function rowsIn(from: Pick<Tx, 'select'>, principal: Principal, id: string) {
  const rows = await from
    .select({
      unit: runScore.orgUnitCode,
      rank: runScore.rank,
      total: runScore.total,
      shown: runScore.shown,
      isTied: runScore.isTied,
      isApart: runScore.isApart,
      blocks: runScore.blocks,
      items: itemColumns,
      figures: runScore.figures,
      targets: runScore.targets,
    })
    .from(runScore)
    .innerJoin(run, eq(run.id, runScore.runId))
    .where(and(eq(runScore.runId, id), inSightWhole(principal)))
    .orderBy(asc(runScore.position));
  return rows.map(({ items, ...row }) => ({ ...row, items: itemsStored(items) }));
}

/** The run to analyse with all its inputs, locked; null where there is none. */
export async function runToAnalyse(work: Work, id: string) {
  const [found] = await work.tx
    .select(head)
    .from(run)
    .innerJoin(schemeVersion, itsVersion)
    .where(and(eq(run.id, id), inSightWhole(work.principal)))
    .for('update', { of: run });
  return found ?? null;
}

/** The stored results of all units of the run to analyse. */
export async function rowsToAnalyse(work: Work, id: string): Promise<StoredRow[]> {
  return rowsIn(work.tx, work.principal, id);
}

/** The units of measure of a scheme's indicators, by code. */
export async function measuresOf(scheme: Scheme) {
  const codes = itemsOf(scheme).flatMap(({ indicator: code }) => code ?? []);
  const found = await db()
    .select({ code: indicator.code, unitZh: indicator.unitZh, unitEn: indicator.unitEn })
    .from(indicator)
    .where(inArray(indicator.code, codes));
  return new Map(found.map((one) => [one.code, one]));
}

/** The draft of a scheme, where the principal may see drafts, else its published version; null for none. */
export async function schemeAtWork(principal: Principal, code: string): Promise<Scheme | null> {
  const states = maySee(principal.role, 'schemeDrafts') ? (['draft', 'published'] as const) : (['published'] as const);
  const [found] = await db()
    .select({ document: schemeVersion.document })
    .from(schemeVersion)
    .where(and(eq(schemeVersion.schemeCode, code), inArray(schemeVersion.state, [...states])))
    .orderBy(desc(schemeVersion.number))
    .limit(1);
  return found ? Scheme.parse(found.document) : null;
}

const Weights = z.record(Key, z.number().positive().max(100_000)).refine((weights) => Object.keys(weights).length > 0);

/**
 * The document of a run's scheme, or of a scheme without a run, with other weights: `weights` is JSON by the keys of
 * the parts. Refuses an invisible scheme and a change of no weight.
 */
export async function draftWithWeights(
  principal: Principal,
  { run: id, scheme: code, weights }: { run: string; scheme: string; weights: string },
): Promise<{ code: string; document: Scheme }> {
  const found = RunId.safeParse(id).success ? await runHead(principal, id) : null;
  const isNamed = found === null && Code.safeParse(code).success;
  const scheme = found?.scheme ?? (isNamed ? await schemeAtWork(principal, code) : null);
  if (!scheme) throw new Refusal('notFound', 'sensitivity.refusals.noRun');
  const asked = Weights.safeParse(jsonIn(weights));
  if (!asked.success) throw new Refusal('invalid', 'sensitivity.refusals.noWeights');
  return { code: found?.schemeCode ?? code, document: withWeights(scheme, asked.data) };
}

function jsonIn(text: string): unknown {
  try {
    return text.length > 50_000 ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
