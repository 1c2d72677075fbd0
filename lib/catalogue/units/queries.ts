import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import {
  indicator,
  orgUnit,
  orgUnitSuccession,
  peerGroup,
  peerGroupMember,
  period,
  source,
  topic,
} from '@/db/schema/catalogue';
import { observation, publishedRank } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import type { UnitFigure, UnitHead, UnitLine, UnitName, UnitPlace } from '@/lib/catalogue/units/words';
import {
  citedSource,
  figureColumns,
  nested,
  publishedRankColumns,
  rankSource,
  readable,
} from '@/lib/observations/queries';
import type { PublishedRankView } from '@/lib/observations/words';

/** How many periods of one indicator a portrait shows. */
const longestCourse = 14;

/** Every unit that may be read, in the official order. */
export async function unitTree(principal: Principal): Promise<UnitLine[]> {
  return db()
    .select({
      code: orgUnit.code,
      nameZh: orgUnit.nameZh,
      nameEn: orgUnit.nameEn,
      parentCode: orgUnit.parentCode,
      kind: orgUnit.kind,
      initials: orgUnit.initials,
      validTo: orgUnit.validTo,
      hasFigures: sql<boolean>`exists (select 1 from ${observation} where ${observation.orgUnitCode} = ${orgUnit.code})`,
    })
    .from(orgUnit)
    .where(readable(principal, orgUnit.code))
    .orderBy(asc(orgUnit.sortOrder));
}

/** A unit with its parent, its peer groups and what it came from or became; null when there is none to see. */
export async function unitHead(principal: Principal, code: string): Promise<UnitHead | null> {
  const parent = alias(orgUnit, 'parent');
  const predecessor = alias(orgUnit, 'predecessor');
  const successor = alias(orgUnit, 'successor');
  const [units, groups, successions] = await Promise.all([
    db()
      .select({
        code: orgUnit.code,
        nameZh: orgUnit.nameZh,
        nameEn: orgUnit.nameEn,
        kind: orgUnit.kind,
        gbCode: orgUnit.gbCode,
        validFrom: orgUnit.validFrom,
        validTo: orgUnit.validTo,
        parent: { code: parent.code, nameZh: parent.nameZh, nameEn: parent.nameEn },
      })
      .from(orgUnit)
      .leftJoin(parent, eq(parent.code, orgUnit.parentCode))
      .where(and(eq(orgUnit.code, code), readable(principal, orgUnit.code))),
    db()
      .selectDistinct({
        code: peerGroup.code,
        nameZh: peerGroup.nameZh,
        nameEn: peerGroup.nameEn,
        order: peerGroup.sortOrder,
      })
      .from(peerGroupMember)
      .innerJoin(peerGroup, eq(peerGroup.code, peerGroupMember.peerGroupCode))
      .where(eq(peerGroupMember.orgUnitCode, code))
      .orderBy(asc(peerGroup.sortOrder)),
    db()
      .select({
        predecessor: { code: predecessor.code, nameZh: predecessor.nameZh, nameEn: predecessor.nameEn },
        successor: { code: successor.code, nameZh: successor.nameZh, nameEn: successor.nameEn },
        kind: orgUnitSuccession.kind,
        happenedOn: orgUnitSuccession.happenedOn,
        noteZh: orgUnitSuccession.noteZh,
        noteEn: orgUnitSuccession.noteEn,
      })
      .from(orgUnitSuccession)
      .innerJoin(predecessor, eq(predecessor.code, orgUnitSuccession.predecessorCode))
      .innerJoin(successor, eq(successor.code, orgUnitSuccession.successorCode))
      .where(or(eq(orgUnitSuccession.predecessorCode, code), eq(orgUnitSuccession.successorCode, code)))
      .orderBy(asc(predecessor.sortOrder)),
  ]);
  const unit = units[0];
  return unit ? { ...unit, groups, successions } : null;
}

/** The unit's figures, newest first inside each indicator, in the order of topics and indicators. */
export async function unitFigures(principal: Principal, code: string): Promise<UnitFigure[]> {
  const recent = db()
    .select({
      indicatorCode: observation.indicatorCode,
      periodCode: observation.periodCode,
      at: sql<number>`row_number() over (partition by ${observation.indicatorCode} order by ${period.sortKey} desc)`.as(
        'at',
      ),
    })
    .from(observation)
    .innerJoin(period, eq(period.code, observation.periodCode))
    .where(and(eq(observation.orgUnitCode, code), readable(principal, observation.orgUnitCode)))
    .as('recent');
  const rows = await db()
    .select({
      figure: figureColumns,
      periodKind: period.kind,
      indicator: {
        code: indicator.code,
        topicCode: indicator.topicCode,
        nameZh: indicator.nameZh,
        nameEn: indicator.nameEn,
        unitZh: indicator.unitZh,
        unitEn: indicator.unitEn,
        measure: indicator.measure,
        direction: indicator.direction,
      },
    })
    .from(recent)
    .innerJoin(
      observation,
      and(
        eq(observation.orgUnitCode, code),
        eq(observation.indicatorCode, recent.indicatorCode),
        eq(observation.periodCode, recent.periodCode),
      ),
    )
    .innerJoin(source, citedSource)
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .innerJoin(period, eq(period.code, observation.periodCode))
    .where(
      and(
        sql`${recent.at} <= ${longestCourse}`,
        // A growth rate that already stands beside its base is not shown a second time.
        sql`not exists (select 1 from observation base where base.indicator_code = ${indicator.growthOf}
          and base.org_unit_code = ${code} and base.period_code = ${observation.periodCode}
          and base.reported_yoy = ${observation.value})`,
      ),
    )
    .orderBy(asc(topic.sortOrder), asc(indicator.sortOrder), desc(period.sortKey));
  return rows.map((row) => ({ ...row, figure: nested(row.figure) }));
}

/**
 * The unit's place on each ranked indicator inside a group, in the latest period in which it and at least half of the
 * group have figures. Competition ranking on the stored values.
 */
export async function unitPlaces(principal: Principal, code: string, groupCode: string): Promise<UnitPlace[]> {
  return db().execute<UnitPlace>(sql`
    with members as (
      select distinct ${peerGroupMember.orgUnitCode} as unit from ${peerGroupMember}
      where ${and(eq(peerGroupMember.peerGroupCode, groupCode), readable(principal, peerGroupMember.orgUnitCode))}
    ),
    mine as (
      select distinct on (o.indicator_code) o.indicator_code, o.period_code, o.value, i.direction
      from observation o
      join indicator i on i.code = o.indicator_code and i.direction in ('higher', 'lower') and i.measure in ('amount', 'rate')
      join coverage c on (c.indicator_code, c.peer_group_code, c.period_code) = (o.indicator_code, ${groupCode}, o.period_code)
      join period p on p.code = o.period_code
      where o.org_unit_code = ${code} and c.units >= greatest(3, (select count(*) from members) / 2)
      order by o.indicator_code, p.sort_key desc
    )
    select mine.indicator_code as "indicatorCode", mine.period_code as "periodCode", count(*)::int as "of",
           1 + count(*) filter (
             where case mine.direction when 'higher' then o.value > mine.value else o.value < mine.value end
           )::int as place
    from mine
    join observation o on o.indicator_code = mine.indicator_code and o.period_code = mine.period_code
    join members on members.unit = o.org_unit_code
    group by 1, 2`);
}

/** The ranks that sources state of the unit. */
export async function unitRanks(principal: Principal, code: string): Promise<PublishedRankView[]> {
  const rows = await db()
    .select(publishedRankColumns)
    .from(publishedRank)
    .innerJoin(source, rankSource)
    .innerJoin(period, eq(period.code, publishedRank.periodCode))
    .where(and(eq(publishedRank.orgUnitCode, code), readable(principal, publishedRank.orgUnitCode)))
    .orderBy(desc(period.sortKey));
  return rows.map(nested);
}

/** The families in the order of the catalogue. */
export async function topicNames(_principal: Principal): Promise<UnitName[]> {
  return db()
    .select({ code: topic.code, nameZh: topic.nameZh, nameEn: topic.nameEn })
    .from(topic)
    .orderBy(asc(topic.sortOrder));
}
