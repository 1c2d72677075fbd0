import { and, asc, count, desc, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import {
  indicator,
  orgUnit,
  orgUnitFormer,
  orgUnitSuccession,
  peerGroup,
  peerGroupMember,
  period,
  source,
  topic,
} from '@/db/schema/catalogue';
import { observation, publishedRank, unitCoverage } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import { catalogueNames, folded } from '@/lib/catalogue/names/queries';
import { nameReader } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';
import { groupRows } from '@/lib/catalogue/units/portrait';
import type {
  FormerUnit,
  Succession,
  UnitFigure,
  UnitHead,
  UnitIndicator,
  UnitPage,
  UnitPlace,
} from '@/lib/catalogue/units/words';
import type { UnitKind } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import { citedSource, figureColumns, nested, publishedRankColumns, rankSource } from '@/lib/observations/queries';
import type { PublishedRankView } from '@/lib/observations/words';
import { pageLength, pageWithin } from '@/lib/paging';

/** The most units that are shown as one tree. */
const mostInTree = 150;

/** The most periods per indicator in a portrait, and the most periods with places. */
const longestCourse = 14;
const longestPlaces = 6;

/** The most figures read for the places of one indicator, unless one period alone has more. */
const mostPlaced = 500;

/** Whether a unit has a text, given as typed and folded, in one of its names, or is meant by it as a whole name. */
async function unitsNamed(typed: string, text: string) {
  const { units } = await catalogueNames(db());
  const read = nameReader(units)(typed);
  const meant = read.kind === 'one' ? [read.code] : read.kind === 'either' ? read.entries.map(({ code }) => code) : [];
  const named = [orgUnit.nameZh, orgUnit.nameEn, orgUnit.initials, orgUnit.code, orgUnit.gbCode];
  return or(
    ...named.map((column) => sql`strpos(${folded(column)}, ${text}) > 0`),
    sql`exists (select from org_unit_alias a where a.org_unit_code = ${orgUnit.code}
      and strpos(${folded(sql`a.alias`)}, ${text}) > 0)`,
    sql`${orgUnit.code} = any(${sql.param(meant)}::text[])`,
  );
}

/**
 * The readable units, in the official order, each with the number of its figures and their last period: all for a small
 * tree, else a page, filtered by kind or by a text: one in names, aliases, initials or codes, or a name as uploads are read by,
 * such as 南通市崇川区.
 */
export async function unitList(
  principal: Principal,
  { q = '', kind, page: asked = 1 }: { q?: string; kind?: UnitKind | undefined; page?: number },
): Promise<UnitPage> {
  const text = plainName(q).replaceAll(' ', '');
  const where = and(
    kind && eq(orgUnit.kind, kind),
    text === '' ? undefined : await unitsNamed(q, text),
    readable(principal, orgUnit.code),
  );
  const [total, kinds] = await Promise.all([
    db().$count(orgUnit, where),
    db().selectDistinct({ kind: orgUnit.kind }).from(orgUnit).where(readable(principal, orgUnit.code)),
  ]);
  const isTree = !kind && text === '' && total <= mostInTree;
  const page = isTree ? 1 : pageWithin(asked, total);
  const parent = alias(orgUnit, 'parent');
  const units = await db()
    .select({
      code: orgUnit.code,
      nameZh: orgUnit.nameZh,
      nameEn: orgUnit.nameEn,
      parentCode: orgUnit.parentCode,
      parent: { nameZh: parent.nameZh, nameEn: parent.nameEn },
      kind: orgUnit.kind,
      validTo: orgUnit.validTo,
      figures: sql<number>`coalesce(${unitCoverage.figures}, 0)`,
      latest: unitCoverage.latest,
    })
    .from(orgUnit)
    .leftJoin(unitCoverage, eq(unitCoverage.orgUnitCode, orgUnit.code))
    .leftJoin(parent, and(eq(parent.code, orgUnit.parentCode), readable(principal, parent.code)))
    .where(where)
    .orderBy(asc(orgUnit.sortOrder), asc(orgUnit.code))
    .limit(isTree ? mostInTree : pageLength)
    .offset(isTree ? 0 : (page - 1) * pageLength);
  return { units, total, page, isTree, kinds: kinds.map((one) => one.kind) };
}

/** Successions of units with `code` on either side. */
async function successions(principal: Principal, code: string): Promise<Succession[]> {
  const predecessor = alias(orgUnit, 'predecessor');
  const successor = alias(orgUnit, 'successor');
  return db()
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
    .where(
      and(
        readable(principal, predecessor.code),
        readable(principal, successor.code),
        or(eq(orgUnitSuccession.predecessorCode, code), eq(orgUnitSuccession.successorCode, code)),
      ),
    )
    .orderBy(asc(predecessor.sortOrder));
}

/** The names and parents that a unit had, latest first. */
async function formerNames(principal: Principal, code: string): Promise<FormerUnit[]> {
  const parent = alias(orgUnit, 'parent');
  return db()
    .select({
      validTo: orgUnitFormer.validTo,
      nameZh: orgUnitFormer.nameZh,
      nameEn: orgUnitFormer.nameEn,
      parent: { code: parent.code, nameZh: parent.nameZh, nameEn: parent.nameEn },
    })
    .from(orgUnitFormer)
    .leftJoin(parent, and(eq(parent.code, orgUnitFormer.parentCode), readable(principal, parent.code)))
    .where(and(eq(orgUnitFormer.orgUnitCode, code), readable(principal, orgUnitFormer.orgUnitCode)))
    .orderBy(desc(orgUnitFormer.validTo));
}

/** A unit with its parent, its peer groups, its predecessors and successors; null when there is none to see. */
export async function unitHead(principal: Principal, code: string): Promise<UnitHead | null> {
  const parent = alias(orgUnit, 'parent');
  const [units, groups, changes, former] = await Promise.all([
    db()
      .select({
        code: orgUnit.code,
        nameZh: orgUnit.nameZh,
        nameEn: orgUnit.nameEn,
        kind: orgUnit.kind,
        gbCode: orgUnit.gbCode,
        isDemonstration: orgUnit.isDemonstration,
        validFrom: orgUnit.validFrom,
        validTo: orgUnit.validTo,
        parent: { code: parent.code, nameZh: parent.nameZh, nameEn: parent.nameEn },
      })
      .from(orgUnit)
      .leftJoin(parent, and(eq(parent.code, orgUnit.parentCode), readable(principal, parent.code)))
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
      .where(and(eq(peerGroupMember.orgUnitCode, code), readable(principal, peerGroupMember.orgUnitCode)))
      .orderBy(asc(peerGroup.sortOrder)),
    successions(principal, code),
    formerNames(principal, code),
  ]);
  const unit = units[0];
  return unit ? { ...unit, groups, successions: changes, former } : null;
}

/**
 * The indicators with figures of the unit, in any period or in one, in the order of topics and indicators, each with the
 * number of these figures.
 */
export async function unitIndicators(
  principal: Principal,
  code: string,
  periodCode: string | null = null,
): Promise<UnitIndicator[]> {
  const held = db()
    .select({ code: observation.indicatorCode, figures: count().as('figures') })
    .from(observation)
    .where(
      and(
        eq(observation.orgUnitCode, code),
        periodCode ? eq(observation.periodCode, periodCode) : undefined,
        readable(principal, observation.orgUnitCode),
      ),
    )
    .groupBy(observation.indicatorCode)
    .as('held');
  return db()
    .select({ code: indicator.code, growthOf: indicator.growthOf, figures: held.figures })
    .from(held)
    .innerJoin(indicator, eq(indicator.code, held.code))
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .orderBy(asc(topic.sortOrder), asc(indicator.sortOrder), asc(indicator.code));
}

/** The number of members that a group has or ever had. */
export async function groupSize(principal: Principal, groupCode: string): Promise<number> {
  return db().$count(
    peerGroupMember,
    and(eq(peerGroupMember.peerGroupCode, groupCode), readable(principal, peerGroupMember.orgUnitCode)),
  );
}

/**
 * The unit's figures, newest first inside each indicator, in the order of topics and indicators: the last ones of each,
 * and those of `periodCode` where given; of all indicators or of those given.
 */
export async function unitFigures(
  principal: Principal,
  code: string,
  periodCode: string | null = null,
  indicators?: readonly string[],
): Promise<UnitFigure[]> {
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
    .where(
      and(
        eq(observation.orgUnitCode, code),
        indicators && sql`${observation.indicatorCode} = any(${sql.param([...indicators])}::text[])`,
        readable(principal, observation.orgUnitCode),
      ),
    )
    .as('recent');
  const figures = db()
    .select({
      figure: figureColumns,
      periodKind: period.kind,
      isWeak: sql<boolean>`${source.reliability} = 'unverified'`,
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
    .innerJoin(period, eq(period.code, observation.periodCode))
    .where(or(sql`${recent.at} <= ${longestCourse}`, periodCode ? eq(recent.periodCode, periodCode) : undefined))
    .orderBy(desc(period.sortKey));
  // The indicators are read once each, since many figures share one.
  const measured = db()
    .select(indicatorColumns)
    .from(indicator)
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .where(indicators && sql`${indicator.code} = any(${sql.param([...indicators])}::text[])`)
    .orderBy(asc(topic.sortOrder), asc(indicator.sortOrder), asc(indicator.code));
  const [rows, inOrder] = await Promise.all([figures, measured]);
  const byIndicator = groupRows(rows, ({ figure }) => figure.indicatorCode);
  return inOrder.flatMap((one) =>
    (byIndicator.get(one.code) ?? []).map((row) => ({ ...row, figure: nested(row.figure), indicator: one })),
  );
}

/**
 * The unit's places inside a group: for each indicator with a direction, in the last periods with three figures or
 * more, first periods with figures of half of the group, newest first, and in `periodCode`. Competition ranking on the
 * stored values among the members of the group in the period; measures that are ranks, grades or honours are not ranked
 * again. Of a large group fewer periods are read: each place needs a figure of every member.
 */
export async function unitPlaces(
  principal: Principal,
  code: string,
  groupCode: string,
  periodCode: string | null = null,
  indicators: readonly string[] | null = null,
): Promise<UnitPlace[]> {
  const periods = sql`greatest(1, least(${longestPlaces}::int, ${mostPlaced}::int / greatest(1, (select count(*) from members))))`;
  return db().execute<UnitPlace>(sql`
    with members as materialized (
      select ${peerGroupMember.orgUnitCode} as unit, ${peerGroupMember.validFrom} as valid_from,
             ${peerGroupMember.validTo} as valid_to
      from ${peerGroupMember}
      where ${and(eq(peerGroupMember.peerGroupCode, groupCode), readable(principal, peerGroupMember.orgUnitCode))}
    ),
    recent as (
      select o.indicator_code, o.period_code, i.direction, p.starts_on, p.ends_on, p.sort_key,
             row_number() over (partition by o.indicator_code
               order by c.units * 2 < (select count(distinct unit) from members), p.sort_key desc) as at
      from observation o
      join indicator i on i.code = o.indicator_code
        and i.direction in ('higher', 'lower') and i.measure in ('amount', 'rate')
      join coverage c on c.indicator_code = o.indicator_code and c.period_code = o.period_code
        and c.peer_group_code = ${groupCode} and c.units >= 3
      join period p on p.code = o.period_code and p.kind <> 'undated'
      where o.org_unit_code = ${code}
        and (${sql.param(indicators)}::text[] is null or o.indicator_code = any(${sql.param(indicators)}::text[]))
    ),
    mine as materialized (
      select r.*, o.value, s.reliability = 'unverified' as is_weak,
        (select count(*)::int from members m
          where m.valid_from <= r.ends_on and (m.valid_to is null or m.valid_to >= r.starts_on)) as members
      from recent r
      join observation o on o.org_unit_code = ${code} and o.indicator_code = r.indicator_code
        and o.period_code = r.period_code
      join source s on s.code = o.source_code
      where r.at <= ${periods} or r.period_code = ${periodCode}
    )
    select mine.indicator_code as "indicatorCode", mine.period_code as "periodCode", mine.is_weak as "isWeak",
           peers."of", mine.members, peers.place, peers."isTied"
    from mine
    cross join lateral (
      select count(*)::int as "of",
             1 + count(*) filter (
               where case mine.direction when 'higher' then o.value > mine.value else o.value < mine.value end
             )::int as place,
             count(*) filter (where o.value = mine.value) > 1 as "isTied",
             bool_or(o.org_unit_code = ${code}) as "isAmong"
      -- The offset keeps the planner from storing the figures of each indicator for a second use, which never comes.
      from (select * from observation o
        where o.indicator_code = mine.indicator_code and o.period_code = mine.period_code offset 0) o
      join members m on m.unit = o.org_unit_code
        and m.valid_from <= mine.ends_on and (m.valid_to is null or m.valid_to >= mine.starts_on)
    ) peers
    where peers."of" >= 3 and peers."isAmong"
    order by mine.indicator_code, mine.sort_key desc`);
}

/** The unit's ranks stated by sources, newest first. */
export async function unitRanks(principal: Principal, code: string): Promise<PublishedRankView[]> {
  const rows = await db()
    .select(publishedRankColumns)
    .from(publishedRank)
    .innerJoin(source, rankSource)
    .innerJoin(period, eq(period.code, publishedRank.periodCode))
    .where(and(eq(publishedRank.orgUnitCode, code), readable(principal, publishedRank.orgUnitCode)))
    .orderBy(desc(period.sortKey), asc(publishedRank.indicatorCode), asc(publishedRank.rank));
  return rows.map(nested);
}

/** The topics in the order of the catalogue. */
export async function topicNames(): Promise<Named[]> {
  return db()
    .select({ code: topic.code, nameZh: topic.nameZh, nameEn: topic.nameEn })
    .from(topic)
    .orderBy(asc(topic.sortOrder));
}
