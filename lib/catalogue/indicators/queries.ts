import { and, count, desc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, indicatorDefinition, orgUnit, peerGroup, period, source, topic } from '@/db/schema/catalogue';
import { coverage, observation, sourceCoverage } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Coverage, IndicatorLine, IndicatorPage, TopicView } from '@/lib/catalogue/indicators/words';
import { shownPlace } from '@/lib/catalogue/place/queries';
import { citedSource, figureColumns, nested } from '@/lib/observations/queries';

const named = { code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn };
/** The days from which a changed definition of an indicator holds. */
export const redefined = sql<string[]>`array(select d.valid_from::text from indicator_definition d
  where d.indicator_code = "indicator"."code" order by d.valid_from offset 1)`;

/** The columns of an indicator that pages show, for every query that joins one. */
export const indicatorColumns = {
  ...named,
  topicCode: indicator.topicCode,
  unitZh: indicator.unitZh,
  unitEn: indicator.unitEn,
  decimals: indicator.decimals,
  measure: indicator.measure,
  direction: indicator.direction,
  basis: indicator.basis,
  frequency: indicator.frequency,
  growthOf: indicator.growthOf,
  redefined,
};

/** Every topic with its indicators, each with its newest period and the best-known figure of the home units. */
export async function indicatorList(principal: Principal): Promise<TopicView[]> {
  const [topics, lines, newest, known] = await Promise.all([
    db().select({ code: topic.code, nameZh: topic.nameZh, nameEn: topic.nameEn }).from(topic).orderBy(topic.sortOrder),
    db()
      .select({
        ...indicatorColumns,
        initials: indicator.initials,
        responsibleZh: indicator.responsibleZh,
        responsibleEn: indicator.responsibleEn,
      })
      .from(indicator)
      .orderBy(indicator.sortOrder),
    newestPeriods(principal),
    knownFigures(principal),
  ]);
  const newestOf = new Map(newest.map((row) => [row.code, row]));
  const knownOf = new Map(known.map((row) => [row.indicatorCode, row]));
  const indicators = lines.map(
    (line): IndicatorLine => ({
      ...line,
      latest: newestOf.get(line.code)?.latest ?? null,
      units: newestOf.get(line.code)?.units ?? 0,
      known: knownOf.get(line.code) ?? null,
    }),
  );
  return topics.map((row) => ({ ...row, indicators: indicators.filter((line) => line.topicCode === row.code) }));
}

/**
 * The newest dated period of each indicator and the number of units with a figure in it: from the counts kept on write;
 * figures are read only for a principal limited to some units.
 */
async function newestPeriods(principal: Principal): Promise<{ code: string; latest: string; units: number }[]> {
  const mayRead = readable(principal, observation.orgUnitCode);
  const [held, units] =
    principal.units === 'all' ? [sql`source_coverage`, sql`sum(figures)::int`] : [sql`observation`, sql`count(*)::int`];
  return db().execute<{ code: string; latest: string; units: number }>(sql`
    with covered as (
      select distinct on (c.indicator_code) c.indicator_code, c.period_code
      from coverage c join period p on p.code = c.period_code
      where p.kind <> 'undated'
      order by c.indicator_code, p.sort_key desc
    )
    select i.code, coalesce(covered.period_code, sole.period_code) as latest, counted.units
    from indicator i
    left join covered on covered.indicator_code = i.code
    left join lateral (
      select period_code from ${held} join period p on p.code = period_code
      where covered.indicator_code is null and indicator_code = i.code and p.kind <> 'undated' and ${mayRead}
      order by p.sort_key desc limit 1
    ) sole on true
    cross join lateral (
      select ${units} as units from ${held}
      where indicator_code = i.code and period_code = coalesce(covered.period_code, sole.period_code)
        and ${mayRead}
    ) counted
    where coalesce(covered.period_code, sole.period_code) is not null`);
}

/** The newest figure of a home unit for each indicator, else of a unit inside one. */
async function knownFigures(principal: Principal) {
  const { homeUnits } = (await shownPlace()).settings;
  if (homeUnits.length === 0) return [];
  const isHome = or(inArray(orgUnit.code, [...homeUnits]), inArray(orgUnit.parentCode, [...homeUnits]));
  const nearness = sql`array_position(${sql.param([...homeUnits])}::text[], ${observation.orgUnitCode})`;
  const rows = await db()
    .selectDistinctOn([observation.indicatorCode], {
      ...figureColumns,
      unitZh: orgUnit.nameZh,
      unitEn: orgUnit.nameEn,
    })
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(period, eq(period.code, observation.periodCode))
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .where(
      and(
        // An array, with which the units are found before their figures.
        sql`${observation.orgUnitCode} = any(array(${db().select({ code: orgUnit.code }).from(orgUnit).where(isHome)}))`,
        readable(principal, observation.orgUnitCode),
      ),
    )
    .orderBy(observation.indicatorCode, sql`${nearness} is null`, desc(period.sortKey), nearness, orgUnit.sortOrder);
  return rows.map(({ unitZh, unitEn, ...row }) => ({
    ...nested(row),
    unit: { code: row.orgUnitCode, nameZh: unitZh, nameEn: unitEn },
  }));
}

/** An indicator with its definitions, coverage and related indicators; null for an unknown code. */
export async function indicatorPage(principal: Principal, code: string): Promise<IndicatorPage | null> {
  const [heads, definitions, covered, weak, groups] = await Promise.all([
    kinOf(code),
    db()
      .select({
        validFrom: indicatorDefinition.validFrom,
        definitionZh: indicatorDefinition.definitionZh,
        definitionEn: indicatorDefinition.definitionEn,
        formulaZh: indicatorDefinition.formulaZh,
        formulaEn: indicatorDefinition.formulaEn,
      })
      .from(indicatorDefinition)
      .where(eq(indicatorDefinition.indicatorCode, code))
      .orderBy(desc(indicatorDefinition.validFrom)),
    coverageOf(principal, code),
    weakFigures(principal, code),
    db()
      .select({
        code: peerGroup.code,
        nameZh: peerGroup.nameZh,
        nameEn: peerGroup.nameEn,
        noteZh: peerGroup.noteZh,
        noteEn: peerGroup.noteEn,
        members: sql<number>`(select count(*)::int from peer_group_member m where m.peer_group_code = peer_group.code)`,
      })
      .from(peerGroup)
      .orderBy(peerGroup.sortOrder),
  ]);
  const found = heads.find((head) => head.code === code);
  if (!found) return null;
  const { topicZh, topicEn, ...shown } = found;
  const weakOf = new Map(weak.map(({ periodCode, figures }) => [periodCode, figures]));
  return {
    indicator: shown,
    topic: { code: found.topicCode, nameZh: topicZh, nameEn: topicEn },
    growth: heads.find((head) => head.growthOf === code) ?? null,
    base: heads.find((head) => head.code === found.growthOf) ?? null,
    definitions,
    coverage: covered.map((row) => ({ ...row, isWeak: (weakOf.get(row.periodCode) ?? 0) * 2 > row.units })),
    groups,
    related: heads.filter((head) => head.code !== code && head.topicCode === found.topicCode),
  };
}

/** The indicator, its growth, its base and all indicators of its topic, in the catalogue's order. */
function kinOf(code: string) {
  const own = sql`(select topic_code from indicator own where own.code = ${code})`;
  const base = sql`(select growth_of from indicator own where own.code = ${code})`;
  return db()
    .select({
      ...indicatorColumns,
      responsibleZh: indicator.responsibleZh,
      responsibleEn: indicator.responsibleEn,
      topicZh: topic.nameZh,
      topicEn: topic.nameEn,
    })
    .from(indicator)
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .where(or(eq(indicator.topicCode, own), eq(indicator.growthOf, code), eq(indicator.code, base)))
    .orderBy(indicator.sortOrder);
}

/** The coverage from the stored counts; counted anew for a principal limited to some units. */
async function coverageOf(principal: Principal, code: string): Promise<Omit<Coverage, 'isWeak'>[]> {
  if (principal.units === 'all') {
    return db()
      .select({
        groupCode: coverage.peerGroupCode,
        periodCode: coverage.periodCode,
        kind: period.kind,
        sortKey: period.sortKey,
        units: coverage.units,
      })
      .from(coverage)
      .innerJoin(period, eq(period.code, coverage.periodCode))
      .where(and(eq(coverage.indicatorCode, code), ne(period.kind, 'undated')))
      .orderBy(desc(period.sortKey));
  }
  return db().execute<Omit<Coverage, 'isWeak'>>(sql`
    select m.peer_group_code as "groupCode", p.code as "periodCode", p.kind, p.sort_key as "sortKey",
      count(distinct observation.org_unit_code)::int as units
    from observation
    join period p on p.code = observation.period_code and p.kind <> 'undated'
    join peer_group_member m on m.org_unit_code = observation.org_unit_code
      and m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)
    where observation.indicator_code = ${code} and ${readable(principal, observation.orgUnitCode)}
    group by 1, 2, 3, 4
    order by p.sort_key desc`);
}

/** The number of figures from unverified documents, per period; for who reads all units the counts kept on write. */
function weakFigures(principal: Principal, code: string): Promise<{ periodCode: string; figures: number }[]> {
  if (principal.units === 'all') {
    return db()
      .select({ periodCode: sourceCoverage.periodCode, figures: sql<number>`sum(${sourceCoverage.figures})::int` })
      .from(sourceCoverage)
      .innerJoin(source, eq(source.code, sourceCoverage.sourceCode))
      .where(and(eq(sourceCoverage.indicatorCode, code), eq(source.reliability, 'unverified')))
      .groupBy(sourceCoverage.periodCode);
  }
  return db()
    .select({ periodCode: observation.periodCode, figures: count() })
    .from(observation)
    .innerJoin(source, citedSource)
    .where(
      and(
        eq(observation.indicatorCode, code),
        eq(source.reliability, 'unverified'),
        readable(principal, observation.orgUnitCode),
      ),
    )
    .groupBy(observation.periodCode);
}

/** The indicators of a responsible department, in the catalogue's order. */
export async function indicatorsOfDepartment(
  department: string,
): Promise<{ code: string; nameZh: string; nameEn: string; unitZh: string; unitEn: string }[]> {
  return db()
    .select({
      code: indicator.code,
      nameZh: indicator.nameZh,
      nameEn: indicator.nameEn,
      unitZh: indicator.unitZh,
      unitEn: indicator.unitEn,
    })
    .from(indicator)
    .where(eq(indicator.responsibleZh, department))
    .orderBy(indicator.sortOrder);
}
