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
import { observation, unitCoverage } from '@/db/schema/observations';
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
} from '@/lib/catalogue/units/words';
import type { UnitKind } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import { citedSource, figureColumns, nested } from '@/lib/observations/queries';
import { pageLength, pageWithin } from '@/lib/paging';

/** The most units that are shown as one tree. */
const mostInTree = 150;

/** The most periods per indicator in a portrait, and the most periods with places. */
const longestCourse = 14;

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

/** The topics in the order of the catalogue. */
export async function topicNames(): Promise<Named[]> {
  return db()
    .select({ code: topic.code, nameZh: topic.nameZh, nameEn: topic.nameEn })
    .from(topic)
    .orderBy(asc(topic.sortOrder));
}
