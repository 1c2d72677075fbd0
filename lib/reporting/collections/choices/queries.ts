import { asc, desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, peerGroup, topic } from '@/db/schema/catalogue';
import { collection } from '@/db/schema/collections';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';

/**
 * The units to choose from in a period: the groups with their members then, and the units that exist then, each with whether it
 * has a reporter.
 */
export async function unitsToAsk(principal: Principal, periodCode: string) {
  if (!maySee(principal.role, 'manageCollections')) return { groups: [], units: [] };
  const parsed = parsePeriod(periodCode);
  const days = parsed && periodDays(parsed);
  const [groups, units] = await Promise.all([
    db()
      .select({
        code: peerGroup.code,
        nameZh: peerGroup.nameZh,
        nameEn: peerGroup.nameEn,
        members: sql<number>`(select count(distinct m.org_unit_code) from peer_group_member m
          where m.peer_group_code = peer_group.code and m.valid_from <= ${days?.endsOn ?? null}::date
            and (m.valid_to is null or m.valid_to >= ${days?.startsOn ?? null}::date))::int`,
      })
      .from(peerGroup)
      .orderBy(asc(peerGroup.sortOrder)),
    db()
      .select({
        code: orgUnit.code,
        nameZh: orgUnit.nameZh,
        nameEn: orgUnit.nameEn,
        initials: orgUnit.initials,
        isDemonstration: orgUnit.isDemonstration,
        hasReporter: hasAccount('reporter'),
        hasReviewer: hasAccount('unitReviewer'),
      })
      .from(orgUnit)
      .where(sql`${orgUnit.validTo} is null or ${orgUnit.validTo} >= ${days?.startsOn ?? null}::date`)
      .orderBy(asc(orgUnit.sortOrder)),
  ]);
  return { groups: groups.filter(({ members }) => members > 0), units };
}

/** The group that was asked last, for the next form; empty where units were named one by one, or nothing was asked yet. */
export async function lastGroup(principal: Principal): Promise<string> {
  if (!maySee(principal.role, 'manageCollections')) return '';
  const [last] = await db()
    .select({ code: collection.peerGroupCode })
    .from(collection)
    .orderBy(desc(collection.createdAt), desc(collection.id))
    .limit(1);
  return last?.code ?? '';
}

const hasAccount = (role: string) => sql<boolean>`exists (select from app_user a where a.unit_code = org_unit.code
  and a.role = ${role} and a.banned is not true)`;

export type UnitToAsk = Awaited<ReturnType<typeof unitsToAsk>>['units'][number];
export type GroupToAsk = Awaited<ReturnType<typeof unitsToAsk>>['groups'][number];

/**
 * The indicators by topic that are in use when a period begins and not computed by a formula, each with whether its
 * department has a reviewer.
 */
export async function indicatorsToAsk(principal: Principal, periodCode: string) {
  if (!maySee(principal.role, 'manageCollections')) return [];
  const parsed = parsePeriod(periodCode);
  const from = (parsed && periodDays(parsed)?.startsOn) ?? null;
  const rows = await db()
    .select({
      topic: { code: topic.code, nameZh: topic.nameZh, nameEn: topic.nameEn },
      code: indicator.code,
      nameZh: indicator.nameZh,
      nameEn: indicator.nameEn,
      initials: indicator.initials,
      unitZh: indicator.unitZh,
      unitEn: indicator.unitEn,
      basis: indicator.basis,
      frequency: indicator.frequency,
      hasReviewer: sql<boolean>`exists (select from app_user a where a.role = 'departmentReviewer'
        and a.department = indicator.responsible_zh and a.banned is not true)`,
    })
    .from(indicator)
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .where(
      sql`(${indicator.retiredOn} is null or ${from}::date is null or ${indicator.retiredOn} >= ${from}::date)
        and not exists (select from indicator_formula f where f.indicator_code = ${indicator.code})`,
    )
    .orderBy(asc(topic.sortOrder), asc(indicator.sortOrder));
  const topics = new Map(rows.map((row) => [row.topic.code, row.topic]));
  return [...topics.values()].map((one) => ({
    ...one,
    indicators: rows.filter((row) => row.topic.code === one.code).map(({ topic: _, ...line }) => line),
  }));
}
export type TopicToAsk = Awaited<ReturnType<typeof indicatorsToAsk>>[number];
export type IndicatorToAsk = TopicToAsk['indicators'][number];

/** The items and units of a collection, for a copy; null for none. */
export async function collectionToCopy(principal: Principal, id: string) {
  if (!maySee(principal.role, 'manageCollections')) return null;
  const [found] = await db()
    .select({
      collection,
      items: sql<{ indicatorCode: string; periodCode: string; isRequired: boolean }[]>`(
        select jsonb_agg(jsonb_build_object('indicatorCode', i.indicator_code, 'periodCode', i.period_code,
          'isRequired', i.is_required) order by i.sort_order)
        from collection_item i where i.collection_id = collection.id)`,
      unitCodes: sql<string[]>`array(select s.org_unit_code from submission s where s.collection_id = collection.id)`,
    })
    .from(collection)
    .where(eq(collection.id, id));
  return found ? { ...found.collection, items: found.items, unitCodes: found.unitCodes } : null;
}
