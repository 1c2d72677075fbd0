import { and, asc, desc, eq, getTableColumns, gte, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { run, schemeVersion } from '@/db/schema/assessment';
import { indicator, orgUnit, peerGroup, period, source } from '@/db/schema/catalogue';
import { observation, observationRevision } from '@/db/schema/observations';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { groupThen, inSight } from '@/lib/assessment/queries';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import { asObservation, citedSource, figureColumns, observationAt } from '@/lib/observations/queries';
import type { ChangeChoice, FigureChoice, Place, RankingChoice } from '@/lib/publishing/api/choices';
import type { ParameterFault } from '@/lib/publishing/api/words';

/** The rows of a page and one more, by which it is known whether another page follows. */
export const oneMore = (limit: number) => limit + 1;

/** The condition for rows after a key, in the order of its columns, all ascending. */
export function after(
  columns: readonly SQLWrapper[],
  key: readonly unknown[] | null,
  types: readonly string[],
): SQL | undefined {
  if (!key) return undefined;
  const values = key.map((value, at) => sql`${value}::${sql.raw(types[at] ?? 'text')}`);
  return sql`(${sql.join([...columns], sql`, `)}) > (${sql.join(values, sql`, `)})`;
}

/** The indicators after a place, in the order of the catalogue and by code where that is the same. */
export async function indicatorsAfter(principal: Principal, { limit, key }: Place<[number, string]>) {
  if (readsNothing(principal)) return [];
  return db()
    .select({ ...indicatorColumns, retiredOn: indicator.retiredOn, sortOrder: indicator.sortOrder })
    .from(indicator)
    .where(after([indicator.sortOrder, indicator.code], key, ['int', 'text']))
    .orderBy(asc(indicator.sortOrder), asc(indicator.code))
    .limit(oneMore(limit));
}

/** The units after a place that the principal may read, in the official order and by code where that is the same. */
export async function unitsAfter(principal: Principal, { limit, key }: Place<[number, string]>) {
  return db()
    .select({
      code: orgUnit.code,
      nameZh: orgUnit.nameZh,
      nameEn: orgUnit.nameEn,
      // A parent out of reach is not there.
      parentCode: sql<
        string | null
      >`case when ${readable(principal, orgUnit.parentCode)} then ${orgUnit.parentCode} end`,
      kind: orgUnit.kind,
      gbCode: orgUnit.gbCode,
      isDemonstration: orgUnit.isDemonstration,
      validFrom: orgUnit.validFrom,
      validTo: orgUnit.validTo,
      sortOrder: orgUnit.sortOrder,
    })
    .from(orgUnit)
    .where(and(readable(principal, orgUnit.code), after([orgUnit.sortOrder, orgUnit.code], key, ['int', 'text'])))
    .orderBy(asc(orgUnit.sortOrder), asc(orgUnit.code))
    .limit(oneMore(limit));
}

/** What is asked of figures, on a relation with their key. */
function chosen(
  of: Readonly<Record<'indicatorCode' | 'periodCode' | 'orgUnitCode', AnyPgColumn>>,
  { indicator: code, unit }: FigureChoice,
  key: readonly string[] | null,
): SQL | undefined {
  return and(
    code === undefined ? undefined : eq(of.indicatorCode, code),
    unit === undefined ? undefined : eq(of.orgUnitCode, unit),
    after([of.indicatorCode, of.periodCode, of.orgUnitCode], key, ['text', 'text', 'text']),
  );
}

/** The revision that a present figure is of: the last of its vintage. */
const presentRevision = sql`lateral (
  select r.revision, r.recorded_at from observation_revision r
  where r.indicator_code = observation.indicator_code and r.period_code = observation.period_code
    and r.org_unit_code = observation.org_unit_code and r.vintage = observation.vintage and not r.is_withdrawal
  order by r.revision desc limit 1) shown`;

/**
 * The figures after a place that pages show now, or showed at a moment, with indicator, document and revision; by indicator,
 * period and unit.
 */
export async function figuresAfter(
  principal: Principal,
  choice: FigureChoice,
  { limit, key }: Place<[string, string, string]>,
) {
  const { asOf, from, to } = choice;
  const shown = asOf ? observationAt(principal, asOf, chosen(observationRevision, choice, key)) : observation;
  const of = sql.raw(asOf ? 'observation' : 'shown');
  return db()
    .select({
      ...figureColumns,
      url: source.url,
      unitZh: indicator.unitZh,
      unitEn: indicator.unitEn,
      isDemonstration: orgUnit.isDemonstration,
      revision: sql<number>`${of}.revision`,
      recordedAt: sql<Date>`${of}.recorded_at`.mapWith(observationRevision.recordedAt),
    })
    .from(shown)
    .innerJoin(source, citedSource)
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .innerJoin(period, eq(period.code, observation.periodCode))
    .leftJoin(asOf ? sql`(select) shown` : presentRevision, sql`true`)
    .where(
      and(
        asOf ? undefined : chosen(observation, choice, key),
        from === undefined ? undefined : gte(period.startsOn, from),
        to === undefined ? undefined : lte(period.endsOn, to),
        readable(principal, observation.orgUnitCode),
      ),
    )
    .orderBy(asc(observation.indicatorCode), asc(observation.periodCode), asc(observation.orgUnitCode))
    .limit(oneMore(limit));
}

/**
 * What was recorded of figures since a moment, after a place, with indicator and document: every revision, also those that later
 * ones replaced, and withdrawals; by the moment, and of one moment by indicator, period, unit and revision.
 */
export async function changesAfter(
  principal: Principal,
  { since, ...choice }: ChangeChoice,
  { limit, key }: Place<[string, string, string, string, number]>,
) {
  const rev = observationRevision;
  const order = [rev.recordedAt, rev.indicatorCode, rev.periodCode, rev.orgUnitCode, rev.revision] as const;
  const recorded = asObservation(
    db()
      .select(getTableColumns(rev))
      .from(rev)
      .where(
        and(
          gte(rev.recordedAt, since),
          chosen(rev, choice, null),
          after(order, key, ['timestamptz', 'text', 'text', 'text', 'int']),
          readable(principal, rev.orgUnitCode),
        ),
      )
      .orderBy(...order.map((column) => asc(column)))
      .limit(oneMore(limit))
      .as('observation'),
  );
  const moment = sql<Date>`observation.recorded_at`.mapWith(rev.recordedAt);
  const number = sql<number>`observation.revision`;
  return db()
    .select({
      ...figureColumns,
      url: source.url,
      unitZh: indicator.unitZh,
      unitEn: indicator.unitEn,
      isDemonstration: orgUnit.isDemonstration,
      revision: number,
      recordedAt: moment,
      isWithdrawal: sql<boolean>`observation.is_withdrawal`,
    })
    .from(recorded)
    .innerJoin(source, citedSource)
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .orderBy(moment, asc(observation.indicatorCode), asc(observation.periodCode), asc(observation.orgUnitCode), number);
}

/** The published runs after a place that the principal may see, the last published first. */
export async function rankingsAfter(
  principal: Principal,
  choice: RankingChoice,
  { limit, key }: Place<[string, string]>,
) {
  const later = key && sql`(${run.publishedAt}, ${run.id}) < (${key[0]}::timestamptz, ${key[1]}::text)`;
  return db()
    .select({
      id: run.id,
      schemeCode: run.schemeCode,
      schemeVersion: run.schemeVersion,
      nameZh: sql<string>`${schemeVersion.document} ->> 'nameZh'`,
      nameEn: sql<string>`${schemeVersion.document} ->> 'nameEn'`,
      group: groupThen,
      periodCode: run.periodCode,
      state: run.state,
      isDemonstration: run.isDemonstration,
      units: run.units,
      ranked: run.ranked,
      publishedAt: run.publishedAt,
    })
    .from(run)
    .innerJoin(
      schemeVersion,
      and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
    )
    .innerJoin(peerGroup, eq(peerGroup.code, run.peerGroupCode))
    .where(
      and(
        eq(run.state, 'published'),
        inSight(principal),
        choice.scheme === undefined ? undefined : eq(run.schemeCode, choice.scheme),
        choice.period === undefined ? undefined : eq(run.periodCode, choice.period),
        later ?? undefined,
      ),
    )
    .orderBy(desc(run.publishedAt), desc(run.id))
    .limit(oneMore(limit));
}

/**
 * Which of the codes that were asked for there are not, for who asks: asked where a page is empty. A scheme without a
 * published ranking is told like one that there is not.
 */
export async function missingCodes(
  principal: Principal,
  { indicator: code, unit, scheme: named }: Pick<FigureChoice, 'indicator' | 'unit'> & Pick<RankingChoice, 'scheme'>,
): Promise<ParameterFault[]> {
  const [found] = await db().execute<{ indicator: boolean; unit: boolean; scheme: boolean }>(sql`
    select exists (select from ${indicator} where ${indicator.code} = ${code ?? ''}) as indicator,
      exists (select from ${orgUnit} where ${orgUnit.code} = ${unit ?? ''} and ${readable(principal, orgUnit.code)}) as unit,
      exists (select from ${run} where ${run.schemeCode} = ${named ?? ''} and ${run.state} = 'published'
        and ${inSight(principal)}) as scheme`);
  const faults: ParameterFault[] = [];
  if (code !== undefined && !found?.indicator) faults.push({ field: 'indicator', key: 'noIndicator' });
  if (unit !== undefined && !found?.unit) faults.push({ field: 'unit', key: 'noUnit' });
  if (named !== undefined && !found?.scheme) faults.push({ field: 'scheme', key: 'noScheme' });
  return faults;
}
