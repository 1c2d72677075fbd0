import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { runScore, run as runTable } from '@/db/schema/assessment';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { inSight } from '@/lib/assessment/queries';
import { namedIndicators } from '@/lib/assessment/rankings/item/queries';
import { list } from '@/lib/assessment/rankings/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { itemColumns } from '@/lib/assessment/runs/queries';
import { itemsStored } from '@/lib/assessment/runs/stored-items';
import { inputsOf } from '@/lib/assessment/runs/stored-rows';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { figuresUsed } from '@/lib/assessment/scoring/figures-used';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import { shownTransforms } from './measure-after';
import { stepHeading } from './step-heading';
import { type ItemValues, type StepValues, scoredPlace, stepValues, valueSteps, valuesBetween } from './value-steps';

/** By item and unit, the values between the transforms of the items that have several. */
export type Between = ReadonlyMap<string, ReadonlyMap<string, StepValues>>;

/** Whether a value after the transforms but the last depends on the other units. */
function looksAtPeers(item: SchemeItem): boolean {
  return shownTransforms(item)
    .slice(0, -1)
    .some(({ kind }) => kind === 'rank' || kind === 'winsorise');
}

/**
 * The values between the transforms of items, for the units `codes`, whom the caller may show; null for all. Nothing is
 * read where no item has several transforms, and of the other units only where a value is compared with theirs.
 */
export async function betweenTransforms(
  principal: Principal,
  { id, scheme, periodCode }: ResultRun,
  { items, codes }: { items: readonly SchemeItem[]; codes: readonly string[] | null },
): Promise<Between> {
  const wanted = items.filter((item) => item.indicator !== null && shownTransforms(item).length > 1);
  if (wanted.length === 0) return new Map();
  const some = codes && !wanted.some(looksAtPeers) ? sql`${runScore.orgUnitCode} in (${list(codes)})` : undefined;
  const rows = await db()
    .select({
      unit: runScore.orgUnitCode,
      figures: runScore.figures,
      targets: runScore.targets,
      items: itemColumns,
      terms: runTable.terms,
    })
    .from(runScore)
    .innerJoin(runTable, eq(runTable.id, runScore.runId))
    .where(and(eq(runScore.runId, id), inSight(principal), some));
  const [first] = rows;
  if (!first) return new Map();
  const inputs = inputsOf(periodCode, first.terms, rows);
  const scores = rows.map(({ unit, items: stored }) => ({ unit, items: itemsStored(stored) }));
  const valuesOf = valuesBetween(scheme, inputs);
  return new Map(
    wanted.map((item) => {
      const at = itemsOf(scheme).findIndex(({ key }) => key === item.key);
      const own = new Map(scores.flatMap(({ unit, items: all }) => (all[at] ? [[unit, all[at]] as const] : [])));
      return [item.key, valuesOf(item, own)];
    }),
  );
}

/** The values of all items at each step, as columns with their unit: of the units that the principal may read. */
export async function itemValueColumns(principal: Principal, run: ResultRun, locale: Locale): Promise<ItemValues> {
  const items = itemsOf(run.scheme);
  const codes = figuresUsed(run.scheme, run.periodCode).map(({ indicator }) => indicator);
  const [rows, between, measures] = await Promise.all([
    db()
      .select({ unit: runScore.orgUnitCode, items: itemColumns })
      .from(runScore)
      .innerJoin(runTable, eq(runTable.id, runScore.runId))
      .where(and(eq(runScore.runId, run.id), inSight(principal), readable(principal, runScore.orgUnitCode))),
    betweenTransforms(principal, run, { items, codes: null }),
    namedIndicators([...new Set(codes)]),
  ]);
  const scored = rows.map(({ unit, items: stored }) => ({ unit, scores: itemsStored(stored) }));
  const columns = items.flatMap((item, at) => {
    if (item.indicator === null) return [];
    const byPlace = scored.some(({ scores }) => scores[at] && scoredPlace(item, scores[at]) !== null);
    const steps = valueSteps(item, byPlace, (code) => measures.get(code));
    return steps.map((step, nth) => ({ item, at, nth, step, byPlace, of: steps.length }));
  });
  return {
    headings: columns.map(({ item, step, of }) => `${nameOf(item, locale)} · ${stepHeading(step, of, locale)}`),
    of: new Map(
      scored.map(({ unit, scores }) => [
        unit,
        columns.map(({ item, at, nth, byPlace }) => {
          const score = scores[at];
          const own = between.get(item.key)?.get(unit) ?? [];
          return score ? (stepValues(item, score, own, byPlace)[nth] ?? null) : null;
        }),
      ]),
    ),
  };
}
