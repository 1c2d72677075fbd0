import { randomUUID } from 'node:crypto';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { indicator, orgUnit, peerGroupMember, period, source } from '@/db/schema/catalogue';
import { collection, collectionItem } from '@/db/schema/collections';
import { indicatorFormula } from '@/db/schema/derived';
import type { Work } from '@/lib/access/command';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import { memberInPeriod } from '@/lib/catalogue/periods/queries';
import { faultyInput, Refusal } from '@/lib/errors';
import { addUnits } from '@/lib/reporting/collections/add-units';
import { knownUnits } from '@/lib/reporting/collections/queries';
import { belongsTo, type CollectionTerms, timesOf } from '@/lib/reporting/collections/terms';
import { keyOf } from '@/lib/reporting/figure-key';
import type { FigureKey } from '@/lib/reporting/words';

/**
 * The terms of a new collection: items, units and times. Units are those of the group in the period, or the ones named.
 */
export type NewCollection = {
  readonly terms: CollectionTerms;
  readonly periodCode: string;
  readonly peerGroupCode: string | null;
  readonly unitCodes: readonly string[];
  readonly items: readonly (FigureKey & { readonly isRequired: boolean })[];
  readonly calendarId?: string;
  /** Whether retired indicators are left out, as a calendar does; otherwise they are refused. */
  readonly leavesOutRetired?: true;
};

/**
 * Creates a collection with an empty return for each of its units, and the document that its approved figures will
 * cite. Refuses times out of order, unknown and retired indicators, items of another period, a collection without units, and real
 * units beside invented ones. Returns its id.
 */
export async function makeCollection(work: Work, asked: NewCollection): Promise<{ id: string; units: number }> {
  const { tx, principal, now } = work;
  const { terms } = asked;
  const items = await stillInUse(work, asked);
  const times = timesOf(terms);
  const isForNobody = asked.peerGroupCode === null && asked.unitCodes.length === 0;
  if (!times || items.length === 0 || isForNobody) {
    throw faultyInput([
      ...(times ? [] : [{ field: 'dueOn', key: 'dueBeforeOpening' as const }]),
      ...(items.length > 0 ? [] : [{ field: 'items', key: 'noItems' as const }]),
      ...(isForNobody ? [{ field: 'units', key: 'noUnits' as const }] : []),
    ]);
  }
  const stray = items.find((item) => !belongsTo(asked.periodCode, item));
  if (stray) throw new Refusal('invalid', 'itemOfAnotherPeriod', { field: 'items', code: stray.indicatorCode });
  await refuseUnknownIndicators(
    work,
    items.map(({ indicatorCode }) => indicatorCode),
  );
  await ensurePeriods(tx, [asked.periodCode, ...items.map(({ periodCode }) => periodCode)]);
  const units = await unitsAsked(work, asked);
  if (units.length === 0) throw new Refusal('invalid', 'noUnits', { field: 'units' });
  const isDemonstration = units.every((unit) => unit.isDemonstration);
  if (!isDemonstration && units.some((unit) => unit.isDemonstration)) {
    throw new Refusal('invalid', 'collections.refused.mixedUnits', { field: 'units' });
  }
  const id = randomUUID();
  const sourceCode = `R-${id.slice(0, 8)}`;
  await tx.insert(source).values({
    code: sourceCode,
    title: isDemonstration ? `${terms.title}（演示数据）` : terms.title,
    publisher: isDemonstration ? '演示数据' : '各填报单位',
    url: null,
    publishedOn: null,
    accessNote: '',
    licence: '',
    reliability: 'reported',
    sortOrder: sql`(select coalesce(max(${source.sortOrder}), 0) + 1 from ${source})`,
  });
  await tx.insert(collection).values({
    id,
    title: terms.title,
    periodCode: asked.periodCode,
    peerGroupCode: asked.peerGroupCode,
    calendarId: asked.calendarId ?? null,
    ...times,
    reviewChain: terms.reviewChain,
    vintage: terms.vintage,
    instructions: terms.instructions,
    formNumber: terms.formNumber,
    issuedBy: terms.issuedBy,
    sourceCode,
    isDemonstration,
    createdBy: principal.userId,
    createdAt: now,
  });
  await tx.insert(collectionItem).values(
    items.map(({ indicatorCode, periodCode, isRequired }, at) => ({
      collectionId: id,
      indicatorCode,
      periodCode,
      sortOrder: at + 1,
      isRequired,
    })),
  );
  await addUnits(
    tx,
    { collectionId: id, items: items.length },
    units.map(({ code }) => code),
  );
  return { id, units: units.length };
}

function onceEach(items: NewCollection['items']): NewCollection['items'] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** The items, each once, without those of indicators that were retired before the period begins. */
async function stillInUse({ tx }: Work, asked: NewCollection): Promise<NewCollection['items']> {
  const items = onceEach(asked.items);
  const parsed = parsePeriod(asked.periodCode);
  const from = (parsed && periodDays(parsed)?.startsOn) ?? '0001-01-01';
  const codes = items.map(({ indicatorCode }) => indicatorCode);
  const retired = await tx
    .select({ code: indicator.code, nameZh: indicator.nameZh, retiredOn: indicator.retiredOn })
    .from(indicator)
    .where(and(inArray(indicator.code, codes), lt(indicator.retiredOn, from)));
  const [computed] = await tx
    .select({ nameZh: indicator.nameZh })
    .from(indicatorFormula)
    .innerJoin(indicator, eq(indicator.code, indicatorFormula.indicatorCode))
    .where(inArray(indicatorFormula.indicatorCode, codes))
    .limit(1);
  if (computed)
    throw new Refusal('invalid', 'derived.refusals.neverTyped', { field: 'items', indicator: computed.nameZh });
  const [first] = retired;
  if (first && !asked.leavesOutRetired) {
    const told = { field: 'items', indicator: first.nameZh, day: first.retiredOn ?? '' };
    throw new Refusal('invalid', 'catalogue.refused.retiredIndicator', told);
  }
  return items.filter(({ indicatorCode }) => !retired.some(({ code }) => code === indicatorCode));
}

async function refuseUnknownIndicators({ tx }: Work, codes: readonly string[]): Promise<void> {
  const asked = [...new Set(codes)];
  const known = await tx.select({ code: indicator.code }).from(indicator).where(inArray(indicator.code, asked));
  const unknown = asked.find((code) => !known.some((row) => row.code === code));
  if (unknown) throw new Refusal('invalid', 'unknownIndicator', { field: 'items', code: unknown });
}

async function unitsAsked(
  { tx }: Work,
  { periodCode, peerGroupCode, unitCodes }: NewCollection,
): Promise<{ code: string; isDemonstration: boolean }[]> {
  const unit = { code: orgUnit.code, isDemonstration: orgUnit.isDemonstration };
  if (peerGroupCode === null) return knownUnits(tx, unitCodes);
  return tx
    .selectDistinct({ ...unit, sortOrder: orgUnit.sortOrder })
    .from(peerGroupMember)
    .innerJoin(orgUnit, eq(orgUnit.code, peerGroupMember.orgUnitCode))
    .innerJoin(period, eq(period.code, periodCode))
    .where(and(eq(peerGroupMember.peerGroupCode, peerGroupCode), memberInPeriod))
    .orderBy(orgUnit.sortOrder);
}
