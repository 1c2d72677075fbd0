import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { indicator } from '@/db/schema/catalogue';
import { collection, collectionItem } from '@/db/schema/collections';
import { submission, submissionValue } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import type { Window } from '@/lib/reporting/collections/timeliness';

/** The columns of an indicator that the checks need, for every query of returns. */
export const checkedIndicator = {
  code: indicator.code,
  nameZh: indicator.nameZh,
  nameEn: indicator.nameEn,
  unitZh: indicator.unitZh,
  unitEn: indicator.unitEn,
  decimals: indicator.decimals,
  measure: indicator.measure,
  direction: indicator.direction,
  basis: indicator.basis,
};

/** A return, locked until the transaction ends, with its collection. */
export type LockedReturn = Awaited<ReturnType<typeof lockedReturn>>;

/**
 * The return of a unit, locked: other writers and reviewers of the same return wait. A unit's own people reach their
 * own return alone, a department's reviewer and the office any; an unreachable return is not found.
 */
export async function lockedReturn(
  tx: Tx,
  principal: Principal,
  { collectionId, unitCode }: { collectionId: string; unitCode: string },
) {
  const own = principal.role === 'reporter' || principal.role === 'unitReviewer';
  if (own && principal.unitCode !== unitCode) throw new Refusal('notFound', 'noReturn');
  // Locked too, so that nobody closes the collection or changes its review meanwhile.
  const [asked] = await tx.select().from(collection).where(eq(collection.id, collectionId)).for('share');
  const [found] = await tx
    .select()
    .from(submission)
    .where(and(eq(submission.orgUnitCode, unitCode), eq(submission.collectionId, collectionId)))
    .for('update');
  if (!asked || !found) throw new Refusal('notFound', 'noReturn');
  return { ...found, collection: asked };
}

/** The time limits of the return. */
export function windowOf({ collection: one, extendedUntil }: LockedReturn): Window {
  const { state, opensAt, dueAt, graceUntil } = one;
  return { collectionState: state, opensAt, dueAt, graceUntil, extendedUntil };
}

/**
 * The items of the return, in the order of the collection, with their entries: all, or those of `only` that the
 * collection asks for.
 */
export async function returnFigures(
  tx: Tx,
  one: LockedReturn,
  only?: readonly { readonly indicatorCode: string; readonly periodCode: string }[],
) {
  // Two lists for any number of figures, so that the text of the statement is always the same.
  const codes = (key: 'indicatorCode' | 'periodCode') =>
    sql`${sql.param(only?.map((each) => each[key]) ?? [])}::text[]`;
  const among = only
    ? sql`(${collectionItem.indicatorCode}, ${collectionItem.periodCode}) in
        (select * from unnest(${codes('indicatorCode')}, ${codes('periodCode')}))`
    : undefined;
  return tx
    .select({
      indicatorCode: collectionItem.indicatorCode,
      periodCode: collectionItem.periodCode,
      isRequired: collectionItem.isRequired,
      indicator: checkedIndicator,
      written: submissionValue,
    })
    .from(collectionItem)
    .innerJoin(indicator, eq(indicator.code, collectionItem.indicatorCode))
    .leftJoin(
      submissionValue,
      and(
        eq(submissionValue.orgUnitCode, one.orgUnitCode),
        eq(submissionValue.collectionId, collectionItem.collectionId),
        eq(submissionValue.indicatorCode, collectionItem.indicatorCode),
        eq(submissionValue.periodCode, collectionItem.periodCode),
      ),
    )
    .where(and(eq(collectionItem.collectionId, one.collectionId), among))
    .orderBy(collectionItem.sortOrder);
}
export type ReturnFigure = Awaited<ReturnType<typeof returnFigures>>[number];

/** The condition of `recount` for one return. */
export function thisReturn({ orgUnitCode, collectionId }: { orgUnitCode: string; collectionId: string }): SQL {
  return sql`submission.org_unit_code = ${orgUnitCode} and submission.collection_id = ${collectionId}`;
}

/** Figures of a return by their keys, as a condition on `v`, an alias of `submission_value`. */
export function theseFigures(
  { orgUnitCode, collectionId }: { orgUnitCode: string; collectionId: string },
  figures: readonly { readonly indicatorCode: string; readonly periodCode: string }[],
): SQL {
  const keys = figures.map((figure) => sql`(${figure.indicatorCode}::text, ${figure.periodCode}::text)`);
  return sql`v.org_unit_code = ${orgUnitCode} and v.collection_id = ${collectionId}
    and (v.indicator_code, v.period_code) in (${sql.join(keys, sql`, `)})`;
}

/** The subject of a return in the audit. */
export function subjectOf({ orgUnitCode, collectionId }: { orgUnitCode: string; collectionId: string }): string {
  return `submission/${collectionId}/${orgUnitCode}`;
}
